import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { areComparable } from '../similarity/comparable.ts'
import type { QuestionSense } from '../similarity/sense.ts'
import { combined, similarityLimits, similarityOf } from '../similarity/similarity.ts'

/** Groups looked at for one that means the same, of those that share a clause and of those that share words. */
const mostCandidates = 80
/** Questions of a group that others are held against, and from where on one says nothing new. */
const mostExamples = 6
const sayingNothingNew = 0.95
/** Words by which a group is looked for: its heaviest. */
const mostKeys = 12

/** What a question of a group means. `byHand`: staff have put it there, and what means the same goes there too. */
export type GroupExample = { sense: QuestionSense; byHand?: true }

/** A group as it stands or, without an `id`, as it is to be made. */
type Group = {
  id?: number
  scope: string
  terms: string[]
  sense: QuestionSense
  examples: GroupExample[]
  isChanged?: boolean
}

/** The group of a question: see `groupsOf`. */
export async function groupOf(trx: Database, sense: QuestionSense): Promise<number> {
  const [id] = await groupsOf(trx, [sense])
  return id!
}

/**
 * The groups of some questions, each as if they had been asked one after the other: the one whose meaning is nearest, or a new
 * one where none is near enough.
 *
 * @param trx A transaction: others who look for a group wait for its end.
 */
export async function groupsOf(trx: Database, senses: readonly QuestionSense[]): Promise<number[]> {
  await lockGroups(trx)
  const candidates = await candidatesFor(trx, senses)
  const made: Group[] = []
  const found = senses.map((sense, at) => {
    const group = nearest(sense, [...made.toReversed(), ...candidates[at]!])
    if (group) return join(group, sense)
    const own: Group = { scope: sense.scope ?? '', terms: keysOf(sense), sense, examples: [{ sense }] }
    made.push(own)
    return own
  })
  await makeGroups(trx, made)
  await changeGroups(
    trx,
    [...new Set(found)].filter(({ isChanged }) => isChanged),
  )
  return found.map(({ id }) => id!)
}

/** What a group is looked for by: the clauses its question leads to, and its heaviest words. */
export const keysOf = ({ clauses, terms }: QuestionSense): string[] => [
  ...Object.keys(clauses)
    .slice(0, 2)
    .map((clause) => `#${clause}`),
  ...Object.entries(terms)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostKeys)
    .map(([term]) => term),
]

function nearest(sense: QuestionSense, among: readonly Group[]): Group | undefined {
  const [best] = among
    .map((group) => ({ group, closeness: closenessOf(sense, group) }))
    .sort((a, b) => b.closeness - a.closeness)
  return best && best.closeness >= similarityLimits.sameGroup ? best.group : undefined
}

/** How near a question is to those of a group together, or to one that staff have put there: that goes before. */
function closenessOf(sense: QuestionSense, { sense: whole, examples }: Group): number {
  const byHand = Math.max(0, ...examples.filter((one) => one.byHand).map((one) => similarityOf(sense, one.sense)))
  const own = examples.filter((one) => !one.byHand)
  const isOfAll = own.length > 0 && areComparable(sense, whole)
  const near = isOfAll ? own.reduce((sum, one) => sum + similarityOf(sense, one.sense), 0) / own.length : 0
  return byHand >= similarityLimits.sameGroup ? Math.max(near, byHand) + Number.EPSILON : near
}

function join(group: Group, sense: QuestionSense): Group {
  const both = combined(group.sense, sense)
  const own = group.examples.filter((one) => !one.byHand)
  // What is like one that staff have put there must not draw the others' average down.
  const isNew =
    own.length < mostExamples && group.examples.every((one) => similarityOf(sense, one.sense) < sayingNothingNew)
  const isOther = !isDeepStrictEqual(both, group.sense)
  group.isChanged ||= group.id !== undefined && (isNew || isOther)
  group.sense = both
  if (!isNew) return group
  group.examples = [...group.examples, { sense }]
  group.terms = [...new Set([...group.terms, ...keysOf(sense)])]
  return group
}

/** For each question the newest groups that lead to one of its clauses, that share a word with it, or that have none either. */
async function candidatesFor(trx: Database, senses: readonly QuestionSense[]): Promise<Group[][]> {
  const asked = senses.map((sense, at) => {
    const keys = keysOf(sense)
    const [clauses, terms] = [keys.filter((key) => key.startsWith('#')), keys.filter((key) => !key.startsWith('#'))]
    return { at, clauses, terms }
  })
  const { rows } = await sql<{ at: number; id: number }>`
    select asked.at, g.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (at integer, clauses text[], terms text[])
    cross join lateral (
      (select id from question_group where terms && asked.clauses order by id desc limit ${mostCandidates})
      union
      (select id from question_group where terms && asked.terms order by id desc limit ${mostCandidates})
      union
      (select id from question_group where asked.terms = '{}' and terms = '{}' order by id desc limit ${mostCandidates})
    ) g
    order by asked.at, g.id desc`.execute(trx)
  const groups = await readGroups(trx, [...new Set(rows.map(({ id }) => id))])
  const of = Map.groupBy(rows, ({ at }) => at)
  return senses.map((_, at) => (of.get(at) ?? []).flatMap(({ id }) => groups.get(id) ?? []))
}

/** What is kept of a group's questions; a process of an older version may still have written some without their matters. */
export const readExamples = (kept: unknown): GroupExample[] =>
  (kept as GroupExample[]).filter(({ sense }) => 'matters' in sense)

/** Groups by their ids, but for those of before: what they mean isn't known well enough for anything to join them. */
async function readGroups(trx: Database, ids: number[]): Promise<Map<number, Group>> {
  if (ids.length === 0) return new Map()
  const kept = trx.selectFrom('question_group').select(['id', 'scope', 'terms', 'sense', 'examples'])
  const rows = await kept.where(sql<boolean>`id = any(${ids}::int[])`).execute()
  return new Map(
    rows
      .map((row) => ({ ...row, sense: row.sense as QuestionSense, examples: readExamples(row.examples) }))
      .filter(({ examples }) => examples.length > 0)
      .map((group) => [group.id, group]),
  )
}

const columnsOf = ({ scope, terms, sense, examples }: Group) => ({
  scope,
  terms,
  sense: JSON.stringify(sense),
  examples: JSON.stringify(examples),
})

async function makeGroups(trx: Database, groups: Group[]): Promise<void> {
  if (groups.length === 0) return
  const rows = await trx.insertInto('question_group').values(groups.map(columnsOf)).returning('id').execute()
  for (const [at, { id }] of rows.entries()) groups[at]!.id = id
}

async function changeGroups(trx: Database, groups: readonly Group[]): Promise<void> {
  if (groups.length === 0) return
  await sql`
    update question_group g set sense = changed.sense, examples = changed.examples, terms = changed.terms
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as changed (id integer, sense jsonb, examples jsonb, terms text[])
    where g.id = changed.id`.execute(trx)
}

/** Until the transaction ends nobody else finds, makes or forgets a group. */
export async function lockGroups(trx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('zhixun: question groups'))`.execute(trx)
}

/**
 * Forgets groups of which no question is left, with what was decided on them.
 *
 * @param trx A transaction: a question that is asked meanwhile gets its group either before or after.
 */
export async function deleteEmptyGroups(trx: Database, among: number[]): Promise<void> {
  if (among.length === 0) return
  await lockGroups(trx)
  await trx
    .deleteFrom('question_group')
    .where(sql<boolean>`id = any(${among}::int[])`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('question').select('question.turn').whereRef('question.question_group', '=', 'question_group.id'),
        ),
      ),
    )
    .execute()
}
