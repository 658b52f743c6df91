import { findChanges } from '../../knowledge/database/changes.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { heldOn } from '../../services/eligibility/hold-on.ts'
import { tellAllIn } from '../../services/colleagues/tell-all-in.ts'
import { giveUpLost } from '../../services/reminders/deliveries.ts'
import { remindOfWindows } from '../../services/reminders/remind-of-windows.ts'
import { tellAnswers } from '../../services/reminders/tell-answers.ts'
import { watchChecks } from '../../services/reminders/watch-checks.ts'
import { every } from '../every.ts'
import type { Known } from '../known.ts'

/** How often it is looked for what is due, in milliseconds, besides whenever something changes. */
const lookEveryMs = 60_000

export type Reminders = {
  /** Writes down what there is to tell by now. */
  look(): Promise<void>
  close(): Promise<void>
}

/**
 * Writes down what people asked to hear of as soon as it is so: a check that says something else, a last day that comes near,
 * an answer by staff. Telling it is for the channels.
 *
 * @param onFault Hears when looking begins to fail; it is tried again and again.
 */
export function openReminders(
  db: Database,
  known: () => Known,
  today: () => string,
  onFault: (error: unknown) => void,
): Reminders {
  let last: Promise<void> = Promise.resolve()
  async function lookOnce(): Promise<void> {
    const day = today()
    const now = heldOn(known(), day)
    await giveUpLost(db)
    await watchChecks(db, now, day)
    await remindOfWindows(db, now, day)
    await tellAnswers(db, now.catalogue, day)
    await tellAllIn(db, now)
  }
  const look = (): Promise<void> => (last = last.then(lookOnce, lookOnce))
  const soon = () => void look().catch(() => undefined)
  const off = ['faq', 'colleague_answer', 'share_link'].map((table) => findChanges(db)?.on(table, soon))
  const stop = every('reminders', lookEveryMs, look, onFault)
  return {
    look,
    async close() {
      for (const end of off) end?.()
      await stop()
      await last.catch(() => undefined)
    },
  }
}
