import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { fold } from '../../knowledge/finding/catalogue.ts'
import type { Schema } from '../../knowledge/database/schema.ts'
import { unansweredStatuses } from '../conversations/question-record.ts'

/** What a group of questions has come to; a decision stands for those asked later too. */
export const reviews = ['new', 'reviewed', 'dismissed'] as const
export type Review = (typeof reviews)[number]

/** Questions that wait for staff: without an answer, come back after they were closed, with an answer that people didn't find helpful or that is unsure; or all. */
export const queues = ['unanswered', 'returned', 'disliked', 'unsure', 'all'] as const
export type Queue = (typeof queues)[number]

/** Which questions are looked for; what is left out restricts nothing. Days are YYYY-MM-DD, both included. */
export type QuestionFilter = {
  queue?: Queue | undefined
  /** How it was answered: answered, not-found, curated … */
  status?: string | undefined
  review?: Review | undefined
  channel?: string | undefined
  programme?: string | undefined
  notice?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Words that stand in the question, in any width and case. */
  q?: string | undefined
  group?: number | undefined
  /** A word that the group is tagged with. */
  tag?: string | undefined
  /** The account that looks after the group; null for those that nobody does. */
  assignee?: string | null | undefined
}

type Where = ExpressionBuilder<Pick<Schema, 'question' | 'question_group'>, 'question' | 'question_group'>

/** The conditions of a filter on questions joined with their groups. */
export function conditionsOf(where: Where, filter: QuestionFilter): Expression<SqlBool>[] {
  const { queue, status, review, channel, programme, notice, from, to, q, group, tag, assignee } = filter
  return [
    ...(queue === undefined ? [] : conditionOfQueue(where, queue)),
    ...(status === undefined ? [] : [where('status', '=', status)]),
    ...(review === undefined ? [] : [where('review', '=', review)]),
    ...(channel === undefined ? [] : [where('channel', '=', channel)]),
    ...(programme === undefined ? [] : [where('programme', '=', programme)]),
    ...(notice === undefined ? [] : [where('notice', '=', notice)]),
    ...(from === undefined ? [] : [where('day', '>=', from)]),
    ...(to === undefined ? [] : [where('day', '<=', to)]),
    ...(group === undefined ? [] : [where('question_group', '=', group)]),
    ...(tag === undefined ? [] : [sql<boolean>`${tag} = any(tags)`]),
    ...(assignee === undefined ? [] : [where('assignee', assignee === null ? 'is' : '=', assignee)]),
    ...wordsOf(q).map((word) => where('searched', 'like', `%${word.replace(/[\\%_]/gu, String.raw`\$&`)}%`)),
  ]
}

function conditionOfQueue(where: Where, queue: Queue): Expression<SqlBool>[] {
  switch (queue) {
    case 'unanswered':
      return [where('status', 'in', unansweredStatuses)]
    case 'returned':
      return [where('returned_because', 'is not', null)]
    case 'disliked':
      return [sql<boolean>`question.helpful = false`]
    case 'unsure':
      return [where('is_unsure', '=', true)]
    case 'all':
      return []
  }
}

/** What stands between blanks must all be there. */
const wordsOf = (q = ''): string[] => q.split(/\s+/u).map(fold).filter(Boolean)
