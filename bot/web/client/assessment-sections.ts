import type { Assessment, CriterionResult, Source } from '../../../services/eligibility/assessment.ts'
import { el } from './element.ts'
import { lengthCheck } from './length-check.ts'

type Status = CriterionResult['status']
type Preparation = Assessment['preparation'][number]
type Line = { text: string; source?: Source | undefined; below?: HTMLElement | undefined }

const preferenceWords: Record<Status, string> = { met: '具备', unmet: '不具备', unknown: '待确认' }

/** In the order in which people need them. */
const preparationTitles: [Preparation['kind'], string][] = [
  ['form', '要填的表'],
  ['evidence', '证明材料'],
  ['submission', '报送方式'],
  ['contact', '联系人'],
]

export const sourceLink = ({ notice, clause }: Source, words = '查看原文条款'): HTMLAnchorElement =>
  el('a', { href: `/notices/${encodeURIComponent(notice)}#${encodeURIComponent(clause)}` }, words)

function section(title: string, lines: Line[]): HTMLElement[] {
  if (lines.length === 0) return []
  const items = lines.map(({ text, source, below }) =>
    el('li', {}, text, ' ', source && sourceLink(source, '原文'), below),
  )
  const summary = el('summary', {}, `${title}（${lines.length}）`)
  return [el('details', { class: 'more assessment-section' }, summary, el('ul', {}, ...items))]
}

/** One thing to prepare; a field with a limit has its check at hand. */
const preparationLine = (programme: string, { id, text, source, maxCharacters }: Preparation): Line => ({
  text,
  source,
  ...(maxCharacters !== undefined && { below: lengthCheck(programme, id, text) }),
})

/** What follows from an assessment: preferences, duties, money, and what to prepare by when; empty ones are left out. */
export function assessmentSections(assessment: Assessment): HTMLElement[] {
  const { programme, preferences, commitments, support, preparation, schedule = [], window } = assessment
  const { amountText, placesText, restrictions, source } = support
  const money = [amountText, placesText, ...restrictions].filter(Boolean).map((text) => ({ text, source }))
  const preferred = preferences.map((one) => ({ ...one, text: `${one.title}：${preferenceWords[one.status]}` }))
  const duties = commitments.map((one) => ({ ...one, text: `${one.text} ${one.target}`.trim() }))
  const days = schedule.map(({ date, text }) => ({
    text: `${date}　${text}`,
    source: date === window.closes ? window.source : undefined,
  }))
  return [
    ...section('同等条件下优先', preferred),
    ...section('获评后要完成', duties),
    ...section('支持', money),
    ...preparationTitles.flatMap(([kind, title]) => {
      const items = preparation.filter((one) => one.kind === kind)
      return section(
        title,
        items.map((one) => preparationLine(programme, one)),
      )
    }),
    ...section('建议日程', days),
  ]
}
