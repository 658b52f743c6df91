import type { Assessment, Source } from '../../../services/eligibility/assessment.ts'
import type { AssessmentWords } from './assessment-words.ts'
import { el } from './element.ts'
import { lengthCheck } from './length-check.ts'

type Preparation = Assessment['preparation'][number]
type Line = { text: string; source?: Source | undefined; below?: HTMLElement | undefined }

/** In the order in which people need them. */
const preparationKinds: Preparation['kind'][] = ['form', 'evidence', 'submission', 'contact']

export const sourceLink = ({ notice, clause }: Source, words: string): HTMLAnchorElement =>
  el('a', { href: `/notices/${encodeURIComponent(notice)}#${encodeURIComponent(clause)}` }, words)

function section(title: string, lines: Line[], words: AssessmentWords): HTMLElement[] {
  if (lines.length === 0) return []
  const items = lines.map(({ text, source, below }) =>
    el('li', {}, text, ' ', source && sourceLink(source, words.source), below),
  )
  const summary = el('summary', {}, words.listed(title, lines.length))
  return [el('details', { class: 'more assessment-section' }, summary, el('ul', {}, ...items))]
}

/** One thing to prepare; a field with a limit has its check at hand. */
const preparationLine = (
  programme: string,
  { id, text, source, maxCharacters }: Preparation,
  words: AssessmentWords,
): Line => ({
  text,
  source,
  ...(maxCharacters !== undefined && { below: lengthCheck(programme, { id, text }, words) }),
})

/** What follows from an assessment: preferences, duties, money, and what to prepare by when; empty ones are left out. */
export function assessmentSections(assessment: Assessment, words: AssessmentWords): HTMLElement[] {
  const { programme, preferences, commitments, support, preparation, schedule = [], window } = assessment
  const { amountText, placesText, restrictions, source } = support
  const money = [amountText, placesText, ...restrictions].filter(Boolean).map((text) => ({ text, source }))
  const preferred = preferences.map((one) => ({ ...one, text: words.stated(one.title, words.preference[one.status]) }))
  const duties = commitments.map((one) => ({ ...one, text: `${one.text} ${one.target}`.trim() }))
  const days = schedule.map(({ date, text }) => ({
    text: `${words.day(date)}　${text}`,
    source: date === window.closes ? window.source : undefined,
  }))
  return [
    ...section(words.sections.preferences, preferred, words),
    ...section(words.sections.commitments, duties, words),
    ...section(words.sections.support, money, words),
    ...preparationKinds.flatMap((kind) => {
      const items = preparation.filter((one) => one.kind === kind)
      const lines = items.map((one) => preparationLine(programme, one, words))
      return section(words.preparation[kind], lines, words)
    }),
    ...section(words.sections.schedule, days, words),
  ]
}
