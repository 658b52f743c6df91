import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { combined, similarityLimits, similarityOf } from '../similarity/similarity.ts'
import type { QuestionSense } from '../similarity/question-sense.ts'

/** Groups looked at for one that means the same. */
const mostCandidates = 100

/** A group as it stands or, without an `id`, as it is to be made. */
type Group = { id?: number; scope: string; terms: string[]; sense: QuestionSense; isChanged?: boolean }

/** The group of a question: see `groupsOf`. */
export async function groupOf(trx: Database, sense: QuestionSense): Promise<number> {
  const [id] = await groupsOf(trx, [sense])
  return id!
}

/**
 * The groups of some questions, each as if they had been asked one after the other: the one whose meaning is nearest, or a new
 * one where none is near enough.
 *
 * @param trx A transaction: others who look for a group of the same programmes wait for its end.
 */
export async function groupsOf(trx: Database, senses: readonly QuestionSense[]): Promise<number[]> {
  await lockGroups(trx, senses.map(scopeOf))
  const candidates = await candidatesFor(trx, senses)
  const made: Group[] = []
  const found = senses.map((sense, at) => {
    const terms = new Set(Object.keys(sense.terms))
    const among = [...made.toReversed().filter((group) => meets(group, scopeOf(sense), terms)), ...candidates[at]!]
    const group = nearest(sense, among)
    if (group) return join(group, sense)
    const own: Group = { scope: scopeOf(sense), terms: [...terms], sense }
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

const scopeOf = ({ scope = '' }: QuestionSense): string => scope

/** Whether the database would give a group as a candidate for such a question. */
function meets(group: Group, scope: string, terms: ReadonlySet<string>): boolean {
  if (group.scope !== scope) return false
  return terms.size === 0 ? group.terms.length === 0 : group.terms.some((term) => terms.has(term))
}

function nearest(sense: QuestionSense, among: readonly Group[]): Group | undefined {
  const [best] = among
    .filter((group) => isReadAsNow(group.sense))
    .map((group) => ({ group, similarity: similarityOf(sense, group.sense) }))
    .sort((a, b) => b.similarity - a.similarity)
  return best && best.similarity >= similarityLimits.sameGroup ? best.group : undefined
}

function join(group: Group, sense: QuestionSense): Group {
  const both = combined(group.sense, sense)
  group.isChanged ||= group.id !== undefined && !isDeepStrictEqual(both, group.sense)
  group.sense = both
  return group
}

/** For each question the newest groups of its scope that share a word with it, or that have none either. */
async function candidatesFor(trx: Database, senses: readonly QuestionSense[]): Promise<Group[][]> {
  const asked = senses.map((sense, at) => ({ at, scope: scopeOf(sense), terms: Object.keys(sense.terms) }))
  const { rows } = await sql<{ at: number; id: number }>`
    select asked.at, g.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (at integer, scope text, terms text[])
    cross join lateral (
      select id from question_group where scope = asked.scope and terms && asked.terms
      union all
      select id from question_group where scope = asked.scope and asked.terms = '{}' and terms = '{}'
      order by id desc limit ${mostCandidates}) g
    order by asked.at, g.id desc`.execute(trx)
  const groups = new Map<number, Group>()
  if (rows.length > 0) {
    const ids = [...new Set(rows.map(({ id }) => id))]
    const kept = trx.selectFrom('question_group').select(['id', 'scope', 'terms', 'sense'])
    for (const row of await kept.where(sql<boolean>`id = any(${ids}::int[])`).execute())
      groups.set(row.id, { ...row, sense: row.sense as QuestionSense })
  }
  const of = Map.groupBy(rows, ({ at }) => at)
  return senses.map((_, at) => (of.get(at) ?? []).flatMap(({ id }) => groups.get(id) ?? []))
}

async function makeGroups(trx: Database, groups: Group[]): Promise<void> {
  if (groups.length === 0) return
  const values = groups.map(({ scope, terms, sense }) => ({ scope, terms, sense: JSON.stringify(sense) }))
  const rows = await trx.insertInto('question_group').values(values).returning('id').execute()
  for (const [at, { id }] of rows.entries()) groups[at]!.id = id
}

async function changeGroups(trx: Database, groups: readonly Group[]): Promise<void> {
  if (groups.length === 0) return
  await sql`
    update question_group g set sense = changed.sense
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as changed (id integer, sense jsonb)
    where g.id = changed.id`.execute(trx)
}

/** Until the transaction ends nobody else finds, makes or forgets a group of these scopes. */
async function lockGroups(trx: Database, scopes: readonly string[]): Promise<void> {
  // In one order everywhere, so that no two wait for each other.
  const keys = [...new Set(scopes)].toSorted().map((scope) => `zhixun: question group ${scope}`)
  await sql`select pg_advisory_xact_lock(hashtext(key)) from unnest(${keys}::text[]) as key`.execute(trx)
}

/** Groups of before contrasts were read can't be told from their opposites: nothing joins them any more. */
const isReadAsNow = (sense: Partial<QuestionSense>): boolean => sense.contrasts !== undefined

/**
 * Forgets groups of which no question is left, with what was decided on them.
 *
 * @param trx A transaction: a question that is asked meanwhile gets its group either before or after.
 */
export async function deleteEmptyGroups(trx: Database, among: number[]): Promise<void> {
  if (among.length === 0) return
  const isAmong = sql<boolean>`id = any(${among}::int[])`
  const scopes = await trx.selectFrom('question_group').select('scope').distinct().where(isAmong).execute()
  await lockGroups(
    trx,
    scopes.map(({ scope }) => scope),
  )
  await trx
    .deleteFrom('question_group')
    .where(isAmong)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('question').select('question.turn').whereRef('question.question_group', '=', 'question_group.id'),
        ),
      ),
    )
    .execute()
}
