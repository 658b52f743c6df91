import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue, type ValueKind } from '../../../knowledge/finding/values.ts'
import { answerQuestion } from '../answer-question.ts'
import { type Memory, statuses } from '../answer.ts'
import type { Knowledge } from '../understand/understand.ts'
import type { Candidate, Subject } from './candidates.ts'

const known = new WeakMap<Catalogue, Map<string, Promise<string | undefined>>>()

/**
 * Where the answer to a question on a subject stands, `notice#clause`, when it is asked by itself; undefined where it isn't
 * answered from a clause of the subject. Each question is tried once for as long as the notices stay the same.
 *
 * @param today YYYY-MM-DD.
 */
export function answeredAt(
  knowledge: Knowledge,
  subject: Subject,
  candidate: Candidate,
  today: string,
): Promise<string | undefined> {
  const kept = known.get(knowledge.catalogue) ?? new Map<string, Promise<string | undefined>>()
  known.set(knowledge.catalogue, kept)
  const key = [subject.notice.id, subject.programme?.id, subject.unit, candidate.send].join('#')
  const place = kept.get(key) ?? tryOut(knowledge, subject, candidate, today)
  kept.set(key, place)
  place.catch(() => kept.delete(key))
  return place
}

async function tryOut(
  knowledge: Knowledge,
  { notice, programme, unit }: Subject,
  { key, send }: Candidate,
  today: string,
): Promise<string | undefined> {
  const memory: Memory = { scope: { notice: notice.id, programme: programme?.id }, unit, roster: unit !== undefined }
  const { answer } = await answerQuestion(knowledge, send, memory, today)
  const [entry] = answer.rests
  const isAnswered = statuses[answer.status] === 'answer' || statuses[answer.status] === 'roster'
  const isHere = entry?.notice === notice && (!programme || !entry.programme || entry.programme.id === programme.id)
  const grounds = unit === undefined ? answer.rests.slice(0, 1) : answer.rests
  if (!isAnswered || !isHere || !grounds.some((rest) => gives(rest, key))) return undefined
  return `${entry.notice.id}#${entry.clause.id}`
}

/** What an answer to a question must state. */
const stated: Partial<Record<string, ValueKind>> = {
  money: 'money',
  places: 'count',
  deadline: 'date',
  contact: 'phone',
}

/** Whether a clause gives what is asked for, and doesn't only speak of it. */
function gives({ own }: Entry, key: string): boolean {
  const kind = stated[key]
  return kind === undefined || holdsValue(own, kind, '')
}
