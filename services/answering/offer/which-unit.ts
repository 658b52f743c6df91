import { rosters } from '../../../prompts/rosters.ts'
import type { Action, Reply } from '../../reply.ts'
import { rosterRows } from '../../roster/roster.ts'
import { unitsMeant } from '../../roster/units-meant.ts'
import type { Knowledge } from '../understand/understand.ts'
import type { Language } from '../compose/told.ts'

/** What to send for each unit that the one name in a message may mean; none where it means but one. */
export function unitsOffered({ catalogue }: Pick<Knowledge, 'catalogue'>, reply: Reply, asked: string): Action[] {
  const meant = reply.kind === 'roster' && !reply.copies ? unitsMeant(rosterRows(catalogue), asked) : undefined
  const sendOf = (unit: string): string => (asked.includes(meant!.name) ? asked.replace(meant!.name, unit) : unit)
  return meant?.units.map((unit) => ({ label: unit, send: sendOf(unit) })) ?? []
}

/** A reply with the units to choose among. */
export function withUnits(reply: Reply, units: readonly Action[], language: Language): Reply {
  if (units.length === 0) return reply
  const text = `${reply.text}\n${rosters[language].whichUnit(units.length)}`
  return { ...reply, text, actions: [...units, ...reply.actions] }
}
