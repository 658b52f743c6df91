import type { Database } from '../../knowledge/database/schema.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { preparationIn } from '../eligibility/programme-texts.ts'
import { factsRead } from '../eligibility/rule.ts'

type Item = Assessment['preparation'][number]

/** Who has something at hand, '' for the person who holds the check, and since when, YYYY-MM-DD. */
export type Tick = { item: string; role: string; on: string }

/** What there is to have or to do; whom to turn to is neither. */
export const toDoOf = (preparation: readonly Item[]): Item[] => preparation.filter(({ kind }) => kind !== 'contact')

/** What proves the criteria and preferences that some facts decide: who knows these may have it. */
export function evidenceFor(programme: ResolvedProgramme, facts: readonly FactKey[], language: Language): Item[] {
  const { criteria, preferences } = programme
  const rules = [...criteria, ...preferences].filter(({ condition }) =>
    factsRead(condition).some((key) => facts.includes(key)),
  )
  return preparationIn(language, programme).filter(({ proves }) => rules.some(({ id }) => id === proves))
}

/** What is at hand for a check. */
export async function ticksOf(db: Database, code: string): Promise<Tick[]> {
  const rows = await db
    .selectFrom('evidence_tick')
    .select(['item', 'role', 'ticked_on as on'])
    .where('code', '=', code)
    .execute()
  return rows
}

/** What somebody was shown of it, and what they ticked. Nobody but the person who holds the check unticks what others have. */
export type Ticked = { shown: readonly string[]; ticked: readonly string[]; role: string; today: string }

/** What was ticked in a form that showed some items. */
export const ticksIn = (ticked: readonly string[], shown: readonly Item[]): Pick<Ticked, 'shown' | 'ticked'> => ({
  shown: shown.map(({ id }) => id),
  ticked,
})

/** Keeps what is at hand; what was not shown stays as it is. */
export async function tickEvidence(db: Database, code: string, { shown, ticked, role, today }: Ticked): Promise<void> {
  const has = shown.filter((item) => ticked.includes(item))
  const hasNot = shown.filter((item) => !ticked.includes(item))
  await db.transaction().execute(async (trx) => {
    // A check that is gone meanwhile has no evidence.
    const held = await trx.selectFrom('shared_interview').select('code').where('code', '=', code).forShare().execute()
    if (held.length > 0 && has.length > 0)
      await trx
        .insertInto('evidence_tick')
        .values(has.map((item) => ({ code, item, role, ticked_on: today })))
        .onConflict((conflict) => conflict.columns(['code', 'item']).doNothing())
        .execute()
    if (hasNot.length === 0) return
    const gone = trx.deleteFrom('evidence_tick').where('code', '=', code).where('item', 'in', hasNot)
    await (role === '' ? gone : gone.where('role', '=', role)).execute()
  })
}
