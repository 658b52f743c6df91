import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Language } from '../compose/told.ts'
import type { Action } from '../../reply.ts'
import type { Scope } from '../understand/question.ts'
import type { Knowledge } from '../understand/understand.ts'
import { type Candidate, candidatesOf, type Subject } from './candidates.ts'
import { answeredAt } from './answered-at.ts'

/** How many questions are offered to go on with. */
const mostOffered = 3

/** What is offered, and what the person has just had. */
export type Offering = {
  scope: Scope | undefined
  unit?: string | undefined
  language: Language
  /** Aspects to offer first: those of what was asked. */
  near?: readonly string[]
  /** None but these, by key. */
  only?: readonly string[]
  /** What was asked just now, by key, and what has been asked of it before: only offered where nothing else is left. */
  now?: readonly string[] | undefined
  heard?: readonly string[] | undefined
  /** The clauses just shown, `notice#clause`: a question that they answer is no news. */
  shown?: readonly string[]
  today: string
}

/** Two or three questions to go on with that the notice spoken of does answer; none where nothing is spoken of. */
export async function nextQuestions(knowledge: Knowledge, offering: Offering): Promise<Action[]> {
  const subject = subjectOf(knowledge.catalogue, offering)
  if (!subject) return []
  const shown = subject.unit === undefined ? (offering.shown ?? []) : []
  const offers: Action[] = []
  for (const candidate of inOrder(candidatesOf(knowledge.catalogue, subject), offering)) {
    if (offers.length === mostOffered) break
    const place = await answeredAt(knowledge, subject, candidate, offering.today)
    if (place !== undefined && !shown.includes(place)) offers.push({ label: candidate.label, send: candidate.send })
  }
  return offers
}

/** What is near first, then the rest as a notice has it, beginning after what was asked last; what was asked before last. */
function inOrder(candidates: readonly Candidate[], { now = [], heard = [], near = [], only }: Offering): Candidate[] {
  const last = candidates.findIndex(({ key }) => key === heard.at(-1))
  const turned = [...candidates.slice(last + 1), ...candidates.slice(0, last + 1)]
  const left = turned.filter(({ key }) => only?.includes(key) ?? !now.includes(key))
  const rank = ({ key }: Candidate): number => (heard.includes(key) ? 2 : near.includes(key) ? 0 : 1)
  return left.toSorted((one, other) => rank(one) - rank(other))
}

function subjectOf({ notices }: Catalogue, { scope, unit, language }: Offering): Subject | undefined {
  const notice = notices.find(({ id }) => id === scope?.notice)
  const programme = notice?.programmes.find(({ id }) => id === scope?.programme)
  return notice && { notice, programme, unit, language }
}
