import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Assessment, Source } from '../eligibility/assessment.ts'
import type { Facts } from '../eligibility/document-facts.ts'
import { match } from '../eligibility/match.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answers } from '../eligibility/rule.ts'
import { dayIn, labelsIn, titleIn } from '../eligibility/programme-texts.ts'

type Status = Assessment['criteria'][number]['status']

const marks: Record<Status, string> = { met: '✓', unmet: '✗', unknown: '?' }

/**
 * An assessment as people read it: the verdict in one line, the window, each criterion with its mark, clause and gap, the
 * nearest fix, what to prepare, and that it is no ruling.
 *
 * @param placeOf Where a clause stands in its notice, in words.
 * @param fits Sentences on other programmes, see `otherFits`.
 */
export function describeAssessment(
  programme: ResolvedProgramme,
  assessment: Assessment,
  placeOf: (source: Source) => string,
  fits: readonly string[],
  language?: Language,
): string {
  const words = interviewTextsIn(language)
  const { window, canApplyNow, criteria, preferences, preparation, verdict, schedule, warning } = assessment
  const preferred = preferences.map(({ title, status }) => `${marks[status]} ${title}`)
  return [
    verdictLine(programme, assessment, language),
    ...(warning === undefined ? [] : [warning]),
    `${window.note}${canApplyNow ? words.canApplyNow : ''}`,
    ...criteria.map((criterion) => criterionLine(programme.facts, criterion, placeOf, language)),
    ...fixLines(assessment, language),
    ...titled(words.preferences, preferred),
    ...supportLine(assessment, language),
    ...titled(words.preparation, verdict === 'ineligible' ? [] : preparation.map(({ text }) => `· ${text}`)),
    ...titled(
      words.schedule,
      (canApplyNow && language !== 'en' ? (schedule ?? []) : []).map(
        ({ date, text }) => `· ${inChinese(date)}：${text}`,
      ),
    ),
    ...titled(words.otherFits, fits),
    words.disclaimer,
  ].join('\n')
}

/** The nearest fix, or that there is none. */
export function fixLines({ nearestFix }: Assessment, language?: Language): string[] {
  if (!nearestFix) return []
  return [`${nearestFix.when === 'never' ? '' : interviewTextsIn(language).nearestFix}${nearestFix.text}`]
}

/** What an eligible unit would get, where that depends on its answers. */
const supportLine = ({ verdict, support }: Assessment, language: Language | undefined): string[] =>
  verdict !== 'ineligible' && support.estimates?.some(({ amountWan }) => amountWan !== undefined)
    ? [interviewTextsIn(language).support(support.amountText)]
    : []

const titled = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [title, ...lines] : [])

/** The verdict in one line. */
export function verdictLine(
  programme: ResolvedProgramme,
  { verdict, criteria }: Assessment,
  language: Language | undefined,
): string {
  const words = interviewTextsIn(language)
  const count = (status: Status) => criteria.filter((criterion) => criterion.status === status).length
  return words.verdicts[verdict](titleIn(language, programme), count(verdict === 'ineligible' ? 'unmet' : 'unknown'))
}

/** A criterion in one line: its mark, what was answered, what it takes, what is missing, and where it stands. */
export function criterionLine(
  facts: Facts,
  { title, status, actual, required, gap, missing, note, source }: Assessment['criteria'][number],
  placeOf: (source: Source) => string,
  language: Language | undefined,
): string {
  const words = interviewTextsIn(language)
  const [colon, stop] = language === 'en' ? [': ', '. '] : ['：', '。']
  const details = [
    ...(actual === '' ? [] : [actual]),
    ...(status === 'met' ? [] : [words.required(required)]),
    ...(gap === undefined ? [] : [words.gap(gap)]),
    ...(missing ? [words.missing(labelsIn(language, facts, missing))] : []),
    words.basis(placeOf(source)),
  ]
  return `${marks[status]} ${title}${colon}${details.join(stop)}${stop}${note ?? ''}`.trimEnd()
}

/** A programme that suits the same answers better, and what to say of it. */
export type Fit = { programme: ResolvedProgramme; text: string }

const rank = { eligible: 0, undetermined: 1, ineligible: 2 } as const

/** Holds the answers against the other programmes: those with a better verdict, of which at least one criterion is met. */
export function otherFits(
  programmes: readonly ResolvedProgramme[],
  own: Assessment,
  answers: Answers,
  language?: Language,
): Fit[] {
  const words = interviewTextsIn(language)
  return match(programmes, answers, own.asOf).flatMap(({ programme: id, verdict, criteria, window }) => {
    const programme = programmes.find((one) => one.id === id)
    const hasGround = criteria.some(({ status }) => status === 'met')
    if (!programme || id === own.programme || rank[verdict] >= rank[own.verdict] || !hasGround) return []
    const unknown = criteria.filter(({ status }) => status === 'unknown').length
    const [title, closes] = [titleIn(language, programme), dayIn(language, window.closes)]
    const text = verdict === 'eligible' ? words.otherEligible(title, closes) : words.otherOpen(title, unknown, closes)
    return [{ programme, text }]
  })
}
