import type { Assessment, Criterion, Preparation, Source, Status, Window } from './assessment.ts'
import { quoteView } from './citation-card.ts'
import { el, icon } from './element.ts'

const verdicts = {
  eligible: { look: 'met', words: '申报条件全部符合' },
  ineligible: { look: 'unmet', words: '有申报条件不符合' },
  undetermined: { look: 'unknown', words: '还有条件待确认，暂不能判断' },
} as const
const statusWords: Record<Status, string> = { met: '符合', unmet: '不符合', unknown: '待确认' }
const preferenceWords: Record<Status, string> = { met: '具备', unmet: '不具备', unknown: '待确认' }
const preparationTitles: Record<Preparation['kind'], string> = {
  form: '要填的表',
  evidence: '证明材料',
  submission: '报送方式',
  contact: '联系人',
}

const windowWords: Record<Window['status'], (window: Window) => string> = {
  'not-yet-open': ({ opens, closes }) => `尚未开始申报：${opens ?? ''} 至 ${closes}`,
  open: ({ closes, daysLeft }) => `正在申报：截至 ${closes}${daysLeft === undefined ? '' : `，还剩 ${daysLeft} 天`}`,
  closed: ({ closes }) => `申报已于 ${closes} 截止`,
}

const sourceLink = ({ notice, clause }: Source) =>
  el('a', { href: `/notices/${encodeURIComponent(notice)}#${encodeURIComponent(clause)}` }, '查看原文条款')

const statusMark = (status: Status, words: string) =>
  el('span', { class: `status status-${status}` }, icon(status), el('span', {}, words))

function fact(term: string, words?: string): HTMLElement | undefined {
  return words ? el('div', {}, el('dt', {}, term), el('dd', {}, words)) : undefined
}

function criterionItem({ title, status, required, actual, gap, note, source }: Criterion): HTMLLIElement {
  return el(
    'li',
    { class: `criterion criterion-${status}` },
    el('div', { class: 'criterion-head' }, el('h4', {}, title), statusMark(status, statusWords[status])),
    el('dl', { class: 'facts' }, fact('要求', required), fact('现状', actual), fact('差距', gap), fact('说明', note)),
    el('details', { class: 'more' }, el('summary', {}, '依据'), quoteView(source.quote), sourceLink(source)),
  )
}

function section(title: string, items: (Node | string)[]): HTMLElement | undefined {
  if (items.length === 0) return undefined
  const list = el('ul', {}, ...items.map((item) => el('li', {}, item)))
  return el('details', { class: 'more assessment-section' }, el('summary', {}, `${title}（${items.length}）`), list)
}

const withSource = (words: string, source?: Source) => el('span', {}, words, ' ', source && sourceLink(source))

function supportWords({ amountWan, places, restrictions }: Assessment['support']): string[] {
  const amount = amountWan === undefined ? [] : [`工作经费每家不超过 ${amountWan} 万元`]
  return [...amount, ...(places === undefined ? [] : [`名额不超过 ${places} 家`]), ...restrictions]
}

function preparations(all: Preparation[]): (HTMLElement | undefined)[] {
  return (Object.keys(preparationTitles) as Preparation['kind'][]).map((kind) =>
    section(
      preparationTitles[kind],
      all.filter((one) => one.kind === kind).map(({ text, source }) => withSource(text, source)),
    ),
  )
}

/** Prints this card alone, with everything in it opened. */
function printCard(card: HTMLElement): void {
  const marked = [document.documentElement, card, card.closest('.message')].filter((one) => one !== null)
  const closed = Array.from(card.querySelectorAll('details')).filter(({ open }) => !open)
  const set = (isPrinting: boolean) => {
    marked.forEach((one) => one.classList.toggle('is-printed', isPrinting))
    closed.forEach((details) => (details.open = isPrinting))
  }
  set(true)
  window.addEventListener('afterprint', () => set(false), { once: true })
  window.print()
}

const canPrint = () => typeof window.print === 'function' && !/MicroMessenger/i.test(navigator.userAgent)

/** An assessment as people read it: verdict, window, each criterion with its mark, then what follows from it. */
export function assessmentCard(assessment: Assessment): HTMLElement {
  const { verdict, window, canApplyNow, criteria, preferences, commitments, support, preparation, asOf } = assessment
  const { look, words } = verdicts[verdict]
  const card = el('section', { class: 'assessment', 'aria-label': '自查结果' })
  const met = criteria.filter(({ status }) => status === 'met').length
  card.append(
    el(
      'div',
      { class: `verdict verdict-${look}` },
      icon(look),
      el('div', {}, el('h3', {}, words), el('p', {}, windowWords[window.status](window))),
    ),
    el(
      'p',
      { class: 'assessment-count' },
      `${criteria.length} 项条件中 ${met} 项符合。${canApplyNow ? '现在可以申报。' : ''}`,
    ),
    el('ol', { class: 'criteria' }, ...criteria.map(criterionItem)),
  )
  const sections = [
    section(
      '同等条件下优先',
      preferences.map((one) => withSource(`${one.title}：${preferenceWords[one.status]}`, one.source)),
    ),
    section(
      '获评后要完成',
      commitments.map((one) => withSource(`${one.text} ${one.target}`.trim(), one.source)),
    ),
    section(
      '支持',
      supportWords(support).map((line) => withSource(line, support.source)),
    ),
    ...preparations(preparation),
  ]
  for (const one of sections) if (one) card.append(one)
  const print = el(
    'button',
    { class: 'button button-quiet', type: 'button', onclick: () => printCard(card) },
    icon('print'),
    '打印',
  )
  card.append(
    el('p', { class: 'assessment-foot' }, `自查日期 ${asOf}。自查结果，非正式审查结论；以主管部门审核为准。`),
    el('div', { class: 'tools' }, canPrint() && print),
  )
  return card
}
