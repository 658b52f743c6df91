import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Answer, Inquiry, Memory } from './answer.ts'
import { compose } from './compose/compose.ts'
import { withOthers } from './decide/clarify.ts'
import { closedFinding } from './decide/closure.ts'
import { withWindow } from './decide/deadline.ts'
import { withEnd } from './decide/ended.ts'
import type { Finding } from './decide/finding.ts'
import { refuse } from './decide/refuse.ts'
import { remember } from './remember.ts'
import type { Question } from './understand/question.ts'

/**
 * One thing that may be said to a question, complete in itself. `text` is how it would be said; `key` names it by the clauses
 * that it rests on.
 */
export type Candidate = { key: string; text: string; finding: Finding; inquiry: Inquiry }

/** Clauses looked at, and by how many nats one may rank below the best. */
const mostLookedAt = 16
const farLess = 6
/**
 * Evidence in nats from which the notice that the words point to is the one meant. With less, the right clause stood in
 * another notice for one in four of the unsure questions on notices of other offices (`npm run bench -- chooser`).
 */
const clearlyNamed = 3
/** Candidates at most. */
export const mostCandidates = 8

const bare = new Set(['furniture', 'front', 'table'])

/**
 * What may be said to a question instead of what was found, or beside it: the clauses that rank next, each with its
 * conditions, alternatives and exceptions. Where a notice is clearly named, or a year, of that alone.
 *
 * @param first What was found already, best first; the same is not given twice.
 */
export function candidatesFor(inquiry: Inquiry, first: readonly Candidate[]): Candidate[] {
  const { ranked, question } = inquiry
  const [best] = ranked
  const isMeant = meantBy(question)
  const next = ranked
    .slice(0, mostLookedAt)
    .filter(
      ({ entry, score }) => score > best!.score - farLess && !bare.has(entry.clause.kind) && isMeant(entry.notice),
    )
    .map((one) => candidateOf(inquiry, finished(inquiry, closedFinding(inquiry, one))))
  const all = new Map<string, Candidate>()
  for (const one of [...first, ...next]) if (!all.has(one.key)) all.set(one.key, one)
  return [...all.values()].slice(0, mostCandidates)
}

/** Which notices a question leaves open. */
function meantBy({ named, years, evidence }: Question): (notice: Notice) => boolean {
  const isNamed = ({ id }: Notice): boolean => named.some((notice) => notice.id === id)
  if (named.length > 0 && evidence.bestTitle >= clearlyNamed) return isNamed
  return (notice) => years.length === 0 || years.includes(notice.year) || isNamed(notice)
}

/** A finding as something that may be said. */
export const candidateOf = (inquiry: Inquiry, finding: Finding): Candidate => ({
  key: finding.rests.map(({ notice, clause }) => `${notice.id}#${clause.id}`).join(' '),
  text: compose(finding, languageOf(inquiry), inquiry.catalogue).text,
  finding,
  inquiry,
})

const languageOf = ({ question }: Inquiry) => (question.english ? ('en' as const) : ('zh' as const))

/** With what the day and the other programmes add. */
const finished = (inquiry: Inquiry, finding: Finding): Finding =>
  withOthers(inquiry, withEnd(inquiry, withWindow(inquiry, finding)))

/** Says candidates in their order; what is said is remembered as the answer to the question of the first. */
export function answerChosen(chosen: readonly Candidate[], memory: Memory): { answer: Answer; memory: Memory } {
  const [first, ...others] = chosen as [Candidate, ...Candidate[]]
  const { finding: lead, inquiry } = first
  const { status, scope, list } = lead
  const findings = chosen.map(({ finding }) => finding)
  const rests = [...new Set(findings.flatMap((finding) => finding.rests))]
  const finding: Finding =
    others.length === 0
      ? lead
      : { kind: 'several', status, findings, rests, ...(scope && { scope }), ...(list && { list }) }
  return told(inquiry, finding, memory)
}

/** That the notices don't say it, with what comes nearest. */
export const answerNone = (inquiry: Inquiry, memory: Memory): { answer: Answer; memory: Memory } =>
  told(inquiry, refuse(inquiry), memory)

const told = (inquiry: Inquiry, finding: Finding, memory: Memory) => ({
  answer: compose(finding, languageOf(inquiry), inquiry.catalogue),
  memory: remember(inquiry.question, finding, memory),
})
