import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { SaidTo } from '../../../knowledge/importing/impact.ts'
import type { Said, WordingChange } from '../../../services/faq/wording-store.ts'
import type { Period } from '../../../services/staff/statistics.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import type { Gap, Quality } from '../../../services/staff/weekly.ts'
import { differenceOf } from '../difference.ts'
import { type Html, markup } from '../html.ts'
import { timeOf } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

export type WeeklyPage = {
  member: Member
  period: Period
  /** The days that end the weeks before and after. */
  earlier: string
  later: string | undefined
  quality: Quality
  before: Quality
  gaps: Gap[]
  returned: number
  /** What is said to each published wording, as they were asked last. */
  said: Said[]
  checkedAt: Date | undefined
  changes: WordingChange[]
  timeZone: string
}

const share = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`)

/** A figure of this week with that of the week before. */
const row = (name: string, now: string, before: string): Html =>
  markup`<tr><th scope="row">${name}</th><td class="is-number">${now}</td><td class="is-number">${before}</td></tr>`

function figures({ quality: now, before }: WeeklyPage): Html {
  const shared = (part: keyof Quality) =>
    [now, before].map((one) => `${one[part]}（${share(one[part], one.asked)}）`) as [string, string]
  return markup`<section><h2>答得怎样</h2><div class="table-box" tabindex="0" role="region" aria-label="答得怎样"><table><thead><tr><td></td><th scope="col" class="is-number">这一周</th><th scope="col" class="is-number">上一周</th></tr></thead><tbody>
${row('提问', String(now.asked), String(before.asked))}${row('没有答上', ...shared('unanswered'))}${row('用人工答复', ...shared('byStaff'))}
${row('觉得有帮助', ...shared('helpful'))}${row('觉得没有帮助', ...shared('unhelpful'))}</tbody></table></div></section>`
}

const side = (title: string, { text, source }: SaidTo, other: SaidTo): Html => {
  const [start, own, end] = differenceOf(text, other.text)
  return markup`<section><h4>${title}</h4><p class="said-text">${start}${own !== '' && markup`<mark>${own}</mark>`}${end}</p>${source !== undefined && markup`<p class="small">依据：${source}</p>`}</section>`
}

const asked = ({ faq, wording }: Pick<Said, 'faq' | 'wording'>): Html =>
  markup`<p class="talk-asked"><a href="/staff/faqs/${faq}">${wording}</a></p>`

function changed({ changes, timeZone }: WeeklyPage): Html {
  const entries = changes.map(
    (
      one,
    ) => markup`<div class="impact-answer">${asked(one)}<p class="small">${timeOf(one.at, timeZone)}，${one.because.map((cause) => words.causes[cause]).join('、')}变了以后</p>
<div class="preview">${side('之前', one.before, one.after)}${side('之后', one.after, one.before)}</div></div>`,
  )
  return markup`<section id="changes"><h2>答复变了的问法</h2>${entries.length === 0 ? markup`<p class="small">这一周没有。</p>` : entries}</section>`
}

/** Published wordings that something else answers than what staff have written for them. */
function astray({ said, checkedAt, timeZone }: WeeklyPage): Html {
  const others = said.filter((one) => one.said.faq !== one.faq)
  const head =
    checkedAt === undefined
      ? markup`<p class="small">还没有重问过。</p>`
      : markup`<p>已发布的 ${said.length} 种问法最近一次全部重问是 ${timeOf(checkedAt, timeZone)}：${said.length - others.length} 种仍由自己的答复回答${others.length > 0 && `，${others.length} 种不是`}。</p>`
  const entries = others.map(
    (one) => markup`<li>${asked(one)}<p class="small">现在答的是：</p><p class="said-text">${one.said.text}</p></li>`,
  )
  return markup`<section id="wordings"><h2>已发布的问法</h2>${head}${entries.length > 0 && markup`<ul class="wording-list">${entries}</ul>`}</section>`
}

function open({ gaps, returned }: WeeklyPage): Html {
  const entries = gaps.map(
    ({ turn, text, count }) =>
      markup`<li><a href="/staff/questions/${encodeURIComponent(turn)}">${text}</a> <span class="small">${count} 次</span></li>`,
  )
  return markup`<section id="gaps"><h2>问得最多、还没有答上的</h2>${entries.length === 0 ? markup`<p class="small">没有。</p>` : markup`<ol class="wording-list">${entries}</ol>`}
<p><a href="/staff/questions?queue=returned">退回的 ${returned} 组</a></p></section>`
}

/** What a week was like: how well questions were answered, what is said otherwise now, and what is still to be answered. */
export function renderWeeklyPage(page: WeeklyPage): string {
  const { member, period, earlier, later } = page
  const link = (to: string, text: string) =>
    markup`<a class="button button-quiet" href="/staff/weekly?to=${to}">${text}</a>`
  return renderStaffPage({
    title: `周报 ${period.from} 至 ${period.to}`,
    member,
    place: '/staff',
    main: markup`<nav class="actions pager" aria-label="翻页">${link(earlier, '上一周')}${later !== undefined && link(later, '下一周')}</nav>
${figures(page)}${changed(page)}${astray(page)}${open(page)}`,
  })
}
