import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { ResolvedProgramme } from '../../eligibility/resolve-programmes.ts'
import type { Inquiry } from '../answer.ts'
import type { Finding, Step } from './finding.ts'
import { countsFigure, judgedFigure } from './judged.ts'
import { quotedFrom } from './source.ts'

/** Whether a programme is for those that the words speak of, or the words speak of nobody. */
function isForThem({ facts }: ResolvedProgramme, text: string): boolean {
  const words = Object.values(facts).flatMap((fact) => fact?.applicants ?? [])
  return words.some((word) => text.includes(word)) || !/医院|学校|高校|大学|公司|企业/u.test(text)
}

/** The clause of a programme's criterion that judges the figure given. */
function judgedBy(inquiry: Inquiry, { notice, criteria }: ResolvedProgramme): Entry[] {
  const entries = criteria.flatMap(({ source }) => inquiry.catalogue.find(notice, source.clause) ?? [])
  return [...new Set(entries)].filter((entry) => judgedFigure(inquiry, entry) !== undefined)
}

/**
 * Whether a figure of the person's own suffices, where no criterion of the programme spoken of judges it and one of another
 * does: of its notice first, then of the newest. 我们医院有80件专利能报吗, asked while a programme is spoken of that counts none.
 */
export const findJudgedElsewhere: Step = (inquiry): Finding | undefined => {
  const { question, reading, programmes } = inquiry
  const { leansOn, named, programmes: spoken } = question
  const isOpen = leansOn?.programme !== undefined && spoken.size === 0
  if (!isOpen || reading.figures.length === 0 || !question.intents.has('confirmation')) return undefined
  const spokenOf = programmes.find(({ id }) => id === leansOn.programme)
  if (spokenOf && countsFigure(inquiry, spokenOf)) return undefined
  const others = programmes
    .filter((one) => one !== spokenOf && isForThem(one, question.text))
    .filter(({ notice }) => named.length === 0 || named.some(({ id }) => id === notice))
    .sort((a, b) => Number(b.notice === leansOn.notice) - Number(a.notice === leansOn.notice) || b.year - a.year)
  const [programme, entries] = others
    .map((one) => [one, judgedBy(inquiry, one)] as const)
    .find(([, judging]) => judging.length === 1) ?? [undefined, []]
  const [entry] = entries
  const judged = entry && judgedFigure(inquiry, entry)
  if (!programme || !judged) return undefined
  const mention = entry.notice.programmes.find(({ id }) => id === programme.id)
  return {
    kind: 'clauses',
    aspects: [...question.aspects],
    status: 'answered',
    lead: { by: 'judgement', ...judged, ...(mention && { of: { notice: entry.notice, programme: mention } }) },
    shown: [quotedFrom(inquiry, entry)],
    rests: [entry],
    scope: { notice: entry.notice.id, programme: programme.id },
  }
}
