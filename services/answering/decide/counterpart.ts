import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { kinOf } from '../understand/named-parts.ts'
import type { Question } from '../understand/question.ts'
import type { Step } from './finding.ts'
import { silentOn } from './premise.ts'
import { quotedFrom } from './source.ts'
import { scopeOf } from '../understand/scopes.ts'

/** Clauses, best first, among which the one of the other year must be. */
const mostConsidered = 5
/** Share of the question that it must hold. */
const leastHeld = 0.5

/**
 * Whether a notice still asks for what one of another year did (「2025年的还要求三级吗」): the clause of the same kind in
 * the notice meant, said to be silent on it.
 */
export const findCounterpart: Step = (inquiry) => {
  const { question, ranked, catalogue } = inquiry
  if (!question.intents.has('confirmation') || question.years.length === 0) return undefined
  const other = ranked
    .slice(0, mostConsidered)
    .find(({ entry, best }) => !question.years.includes(entry.notice.year) && best.features.company >= leastHeld)
  const notice = other && noticeMeant(catalogue, question, other.entry)
  const meant = notice && sameKind(catalogue, notice, other.entry, question)
  if (!meant) return undefined
  const silence = silentOn({ ...inquiry, question: { ...question, named: [notice] } }, meant)
  return {
    kind: 'clauses',
    aspects: [...question.aspects],
    status: 'corrected',
    lead: silence ?? { by: 'no-such-rule' },
    shown: [quotedFrom(inquiry, meant)],
    rests: [meant],
    scope: scopeOf(meant),
  }
}

/** The notice of the year asked for that is of the same kind as the one whose clause was found. */
const noticeMeant = ({ notices }: Catalogue, { years, named }: Question, { notice }: Entry): Notice | undefined =>
  named.find(({ year }) => years.includes(year)) ??
  kinOf(
    notice,
    notices.filter(({ year }) => years.includes(year)),
  )

/** The first clause of a notice that surely speaks to what another clause surely speaks to. */
function sameKind(catalogue: Catalogue, notice: Notice, other: Entry, { programmes }: Question): Entry | undefined {
  const aspect = [...other.aspects].find(([, strength]) => strength === 1)?.[0]
  return catalogue.entries.find(
    (entry) =>
      entry.notice === notice &&
      (programmes.size === 0 || !entry.programme || programmes.has(entry.programme.id)) &&
      !['heading', 'row'].includes(entry.clause.kind) &&
      aspect !== undefined &&
      entry.aspects.get(aspect) === 1,
  )
}
