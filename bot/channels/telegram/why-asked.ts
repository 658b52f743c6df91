import { cutToUnits } from '../../../knowledge/language/characters.ts'
import type { Reply } from '../../../services/reply.ts'

/** Telegram shows so many UTF-16 units in an alert. */
const mostUnits = 200

/** Why a question of an interview is put: the reason, and as much of the clause as an alert holds. */
export function reasonOf({ why, citations: [source] }: Pick<Reply, 'why' | 'citations'>): string {
  const clause = source && `“${source.quote.trim()}”`
  const whole = [why, clause].filter((part) => part !== undefined && part !== '').join('\n')
  return whole.length > mostUnits ? `${cutToUnits(whole, mostUnits - 1)}…` : whole
}
