import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import { senseOf } from '../similarity/question-sense.ts'
import type { QuestionSense } from '../similarity/sense.ts'
import { similarityOf } from '../similarity/similarity.ts'
import { type GroupExample, keysOf, lockGroups, readExamples } from './question-group.ts'

/** Questions that staff have put into a group and others are held against, at most. */
const mostByHand = 20
/** From where on a question means what one that was taken out means. */
const theSame = 0.95

/** A group as it is regrouped. */
type Row = {
  id: number
  version: number
  terms: string[]
  sense: unknown
  examples: unknown
  review: string
  note: string
  asked_since: number
  tags: string[]
  assignee: string | null
}

/** What became of it: done, or refused since the group is no longer what it was decided from, or has nothing to be taken out. */
export type Regrouped = { kind: 'done'; group: number } | { kind: 'stale' } | { kind: 'refused' } | undefined

/**
 * Puts the questions of one group into another, with the answers that were written for them: what means the same as one of them
 * goes there from now on.
 *
 * @param from The group, and the version of it that this was decided from.
 * @returns Undefined where one of the two isn't there.
 */
export async function mergeGroups(
  db: Database,
  who: string,
  from: { id: number; version: number },
  into: number,
): Promise<Regrouped> {
  return db.transaction().execute(async (trx): Promise<Regrouped> => {
    await lockGroups(trx)
    const [own, other] = [await rowOf(trx, from.id), await rowOf(trx, into)]
    if (!own || !other || own.id === other.id) return undefined
    if (own.version !== from.version) return { kind: 'stale' }
    await remember(trx, who, true, await lastTurn(trx, own.id), await lastTurn(trx, other.id))
    const moved = byHand(readExamples(own.examples).map(({ sense }) => sense))
    await trx.updateTable('question').set({ question_group: into }).where('question_group', '=', own.id).execute()
    await trx.updateTable('faq').set({ question_group: into }).where('question_group', '=', own.id).execute()
    await trx
      .updateTable('question_group')
      .set({
        terms: [...new Set([...other.terms, ...own.terms])],
        examples: JSON.stringify([...readExamples(other.examples), ...moved]),
        note: [other.note, own.note].filter(Boolean).join('\n'),
        tags: [...new Set([...other.tags, ...own.tags])],
        assignee: other.assignee ?? own.assignee,
        asked_since: other.asked_since + own.asked_since,
        version: other.version + 1,
      })
      .where('id', '=', into)
      .execute()
    await settleAnswered(trx, into)
    await trx.deleteFrom('question_group').where('id', '=', own.id).execute()
    return { kind: 'done', group: into }
  })
}

/** The answer that came along settles the questions it was put with. */
const settleAnswered = (trx: Database, group: number) =>
  sql`
    update question_group g set review = 'reviewed', reviewed_at = now(), reviewer = f.reviewer, returned_because = null
    from faq f where g.id = ${group} and g.review = 'new' and g.returned_because is null
      and f.question_group = g.id and f.state = 'published'`.execute(trx)

/**
 * Takes some questions out of a group into one of their own: what means the same as one of them goes there from now on.
 *
 * @param from The group, and the version of it that this was decided from.
 * @param texts How the questions were put, word for word.
 */
export async function splitGroup(
  db: Database,
  knowledge: Knowledge,
  who: string,
  { id, version, texts, today }: { id: number; version: number; texts: readonly string[]; today: string },
): Promise<Regrouped> {
  const questions = await questionsOf(db, id)
  const taken = questions.filter(({ text }) => texts.includes(text))
  const left = questions.filter(({ text }) => !texts.includes(text))
  if (questions.length === 0) return undefined
  if (taken.length === 0 || left.length === 0) return { kind: 'refused' }
  const senses = await sensesOf(knowledge, taken, today)
  const [standIn] = await sensesOf(knowledge, left.slice(0, 1), today)
  return db.transaction().execute(async (trx): Promise<Regrouped> => {
    await lockGroups(trx)
    const own = await rowOf(trx, id)
    if (!own) return undefined
    if (own.version !== version) return { kind: 'stale' }
    const [first] = senses
    const made = await trx
      .insertInto('question_group')
      .values({
        scope: first!.scope ?? '',
        terms: [...new Set(senses.flatMap(keysOf))],
        sense: JSON.stringify(first),
        examples: JSON.stringify(byHand(senses)),
        tags: own.tags,
        assignee: own.assignee,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`
      update question set question_group = ${made.id} where turn = any(${taken.map(({ turn }) => turn)}::text[])`.execute(
      trx,
    )
    const stay = readExamples(own.examples).filter(
      (one) => !senses.some((sense) => similarityOf(one.sense, sense) >= theSame),
    )
    const examples = stay.length > 0 ? stay : [{ sense: standIn! }]
    await trx
      .updateTable('question_group')
      .set({
        examples: JSON.stringify(examples),
        sense: JSON.stringify(stay.length > 0 ? own.sense : standIn),
        version: own.version + 1,
      })
      .where('id', '=', id)
      .execute()
    await remember(trx, who, false, taken[0]!.turn, left[0]!.turn)
    return { kind: 'done', group: made.id }
  })
}

const byHand = (senses: readonly QuestionSense[]): GroupExample[] =>
  senses
    .filter((sense, at) => senses.findIndex((one) => similarityOf(one, sense) >= theSame) === at)
    .slice(0, mostByHand)
    .map((sense) => ({ sense, byHand: true }))

const rowOf = (trx: Database, id: number): Promise<Row | undefined> =>
  trx.selectFrom('question_group').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type Question = { turn: string; text: string; read: string; notice: string | null; programme: string | null }

async function questionsOf(db: Database, group: number): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select q.turn, t.text, coalesce(t.log ->> 'question', t.text) as read, q.notice, q.programme
    from question q join turn t on t.id = q.turn where q.question_group = ${group} order by q.created_at desc`.execute(
    db,
  )
  return rows
}

/** What questions mean, asked of what they were answered of; each meaning that was put in the same words once. */
async function sensesOf(knowledge: Knowledge, questions: readonly Question[], today: string): Promise<QuestionSense[]> {
  const once = questions.filter(({ read }, at) => questions.findIndex((one) => one.read === read) === at)
  const senses: QuestionSense[] = []
  for (const { read, notice, programme } of once.slice(0, mostByHand)) {
    const scope = notice === null ? undefined : { notice, programme: programme ?? undefined }
    senses.push(await senseOf(knowledge, read, scope ? { scope } : {}, today))
  }
  return senses
}

async function lastTurn(trx: Database, group: number): Promise<string | undefined> {
  const row = await trx
    .selectFrom('question')
    .select('turn')
    .where('question_group', '=', group)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.turn
}

/** Written down for whoever teaches the grouping next; it goes with the questions. */
async function remember(trx: Database, who: string, isSame: boolean, one?: string, other?: string): Promise<void> {
  if (one === undefined || other === undefined) return
  await trx.insertInto('group_decision').values({ who, is_same: isSame, one, other }).execute()
}

/** What staff have said of two questions: whether they ask the same. */
export type DecidedPair = { same: boolean; one: string; other: string }

export async function decidedPairs(db: Database): Promise<DecidedPair[]> {
  const { rows } = await sql<DecidedPair>`
    select d.is_same as same, coalesce(a.log ->> 'question', a.text) as one, coalesce(b.log ->> 'question', b.text) as other
    from group_decision d join turn a on a.id = d.one join turn b on b.id = d.other order by d.id`.execute(db)
  return rows
}
