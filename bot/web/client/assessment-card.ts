import type { Assessment, CriterionResult } from '../../../services/eligibility/assessment.ts'
import { assessmentSections, sourceLink } from './assessment-sections.ts'
import { quoteView } from './citation-card.ts'
import { el, icon } from './element.ts'
import { printButton } from './print-card.ts'

type Status = CriterionResult['status']
type Window = Assessment['window']

const verdicts: Record<Assessment['verdict'], { look: Status; words: string }> = {
  eligible: { look: 'met', words: '申报条件全部符合' },
  ineligible: { look: 'unmet', words: '有申报条件不符合' },
  undetermined: { look: 'unknown', words: '还有条件待确认，暂不能判断' },
}
const statusWords: Record<Status, string> = { met: '符合', unmet: '不符合', unknown: '待确认' }

const windowWords: Record<Window['status'], (window: Window) => string> = {
  'not-yet-open': ({ opens, closes }) => `尚未开始申报：${opens ?? ''} 至 ${closes}`,
  open: ({ closes, daysLeft }) => `正在申报：截至 ${closes}${daysLeft === undefined ? '' : `，还剩 ${daysLeft} 天`}`,
  closed: ({ closes }) => `申报已于 ${closes} 截止`,
}

function fact(term: string, words?: string): HTMLElement | undefined {
  return words ? el('div', {}, el('dt', {}, term), el('dd', {}, words)) : undefined
}

function criterionItem({ title, status, required, actual, gap, note, source }: CriterionResult): HTMLLIElement {
  const mark = el('span', { class: `status status-${status}` }, icon(status), el('span', {}, statusWords[status]))
  return el(
    'li',
    { class: 'criterion' },
    el('div', { class: 'criterion-head' }, el('h4', {}, title), mark),
    el('dl', { class: 'facts' }, fact('要求', required), fact('现状', actual), fact('差距', gap), fact('说明', note)),
    el('details', { class: 'more' }, el('summary', {}, '依据'), quoteView(source.quote), sourceLink(source)),
  )
}

function verdictBanner({ verdict, window }: Assessment): HTMLElement {
  const { look, words } = verdicts[verdict]
  const closing = el('p', {}, windowWords[window.status](window), ' ', sourceLink(window.source, '原文'))
  const texts = el('div', {}, el('h3', {}, words), closing)
  return el('div', { class: `verdict verdict-${look}` }, icon(look), texts)
}

function countWords({ criteria, canApplyNow }: Assessment): string {
  const met = criteria.filter(({ status }) => status === 'met').length
  return `${criteria.length} 项条件中 ${met} 项符合。${canApplyNow ? '现在可以申报。' : ''}`
}

/** An assessment as people read it: verdict, window, each criterion with its mark, then what follows from it. */
export function assessmentCard(assessment: Assessment): HTMLElement {
  const { criteria, nearestFix, asOf, rulesVersion } = assessment
  const card = el(
    'section',
    { class: 'assessment', 'aria-label': '自查结果' },
    verdictBanner(assessment),
    el('p', { class: 'assessment-count' }, countWords(assessment)),
    nearestFix && el('p', { class: 'notice-box' }, nearestFix.text),
    el('ol', { class: 'criteria' }, ...criteria.map(criterionItem)),
    ...assessmentSections(assessment),
    el(
      'p',
      { class: 'assessment-foot' },
      `自查日期 ${asOf}，规则版本 ${rulesVersion}。自查结果，非正式审查结论；以主管部门审核为准。`,
    ),
  )
  card.append(el('div', { class: 'tools' }, printButton(card)))
  return card
}
