import { tellChange } from '../../knowledge/database/changes.ts'
import { keptInStep } from '../../knowledge/database/kept-in-step.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { channelNames } from '../channel.ts'
import { audit } from './audit.ts'

/** What can be switched off: all of it, its model, and each channel. */
export const switchNames = ['assistant', 'model', ...channelNames] as const

export type SwitchName = (typeof switchNames)[number]
export type Switch = { off: boolean; reason: string }
export type Switches = Record<SwitchName, Switch>

/** What is switched off at this moment, and why, in words for everybody. */
export async function findSwitches(db: Database): Promise<Switches> {
  const rows = await db.selectFrom('switch').selectAll().execute()
  const stateOf = (name: SwitchName): Switch => {
    const row = rows.find((one) => one.name === name)
    return { off: row !== undefined, reason: row?.reason ?? '' }
  }
  return Object.fromEntries(switchNames.map((name) => [name, stateOf(name)])) as Switches
}

/** The same for every turn, kept at hand: what is switched in whatever process holds in all of them within a second. */
export const switchesInForce = keptInStep('switch', findSwitches)

/** Switches something off, with the reason that people are shown, or on again. */
export async function setSwitch(db: Database, who: string, name: SwitchName, wanted: Switch): Promise<void> {
  const values = { name, reason: wanted.reason }
  await db.transaction().execute(async (trx) => {
    const before = (await findSwitches(trx))[name]
    if (wanted.off)
      await trx
        .insertInto('switch')
        .values(values)
        .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
        .execute()
    else await trx.deleteFrom('switch').where('name', '=', name).execute()
    await audit(trx, {
      who,
      action: wanted.off ? 'switched-off' : 'switched-on',
      subject: `switch:${name}`,
      before,
      after: wanted,
    })
  })
  tellChange(db, 'switch')
}
