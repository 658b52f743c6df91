import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { factsOf } from '../../../services/eligibility/facts-of.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { describeConcerns } from '../../../services/eligibility/programmes-in-use.ts'
import type { SuspendedProgramme } from '../../../services/eligibility/warning.ts'
import { summaryKey } from '../../../services/conversations/interview-record.ts'
import { unansweredStatuses } from '../../../services/conversations/question-record.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import type { Overview } from '../../staff/overview.ts'
import { type Bin, binDays, binsOf } from '../../staff/bins.ts'
import { type Html, markup } from '../html.ts'
import { lines, rankedBars, type Series, stackedBars } from './plot.ts'
import { renderStaffPage } from './staff-shell.ts'

export type OverviewPage = {
  member: Member
  overview: Overview
  catalogue: Catalogue
  programmes: readonly ResolvedProgramme[]
  suspended?: readonly SuspendedProgramme[]
}

/** Statuses that one colour stands for, in the order they are stacked. */
const kinds: { name: string; look: string; holds: (status: string) => boolean }[] = [
  { name: '未答复', look: 'tone-missing', holds: (status) => unansweredStatuses.includes(status) },
  { name: '反问', look: 'tone-open', holds: (status) => status === 'clarify' },
  { name: '纠正前提', look: 'tone-corrected', holds: (status) => status === 'corrected' },
  { name: '人工答复', look: 'tone-curated', holds: (status) => status === 'curated' || status === 'attached' },
  { name: '其他', look: 'tone-other', holds: (status) => status === 'small-talk' || status === 'switched-off' },
  { name: '已答复', look: 'tone-answered', holds: () => true },
]

const kindOf = (status: string) => kinds.findIndex(({ holds }) => holds(status))

/** Counts by kind, for each stretch of days; a bar leads to its questions. */
function countsOf({ byDay }: Overview, bins: readonly Bin[]): Series[] {
  const counted = kinds.map(() => bins.map(() => 0))
  for (const { day, status, count } of byDay) {
    const at = bins.findIndex(({ from, to }) => day >= from && day <= to)
    if (at >= 0) counted[kindOf(status)]![at]! += count
  }
  return kinds.map(({ name, look }, kind): Series => ({ name, look, values: counted[kind]! })).toReversed()
}

const sum = (values: Series['values']): number => values.reduce((total: number, value = 0) => total + value, 0)
const percent = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : (100 * part) / whole)

/** What share of the questions of each stretch ended so; `of` is how many there were. */
function rates(series: readonly Series[], bins: readonly Bin[]): Series[] {
  const wholes = bins.map((_, at) => sum(series.map(({ values }) => values[at] ?? 0)))
  const parts = (looks: string[]) =>
    bins.map((_, at) => sum(series.filter(({ look }) => looks.includes(look)).map(({ values }) => values[at] ?? 0)))
  const shared = (name: string, looks: string[]): Series => {
    const counts = parts(looks)
    const whole = percent(sum(counts), sum(wholes))
    return {
      name: whole === undefined ? name : `${name} ${whole.toFixed(0)}%（n=${sum(wholes)}）`,
      look: looks[0]!,
      values: counts.map((count, at) => percent(count, wholes[at]!)),
      of: wholes,
    }
  }
  return [shared('答复率', ['tone-answered', 'tone-curated', 'tone-corrected']), shared('未答复率', ['tone-missing'])]
}

function tiles({ returned, interviews }: Overview, series: readonly Series[]): Html {
  const total = (look?: string) =>
    sum(series.filter((one) => look === undefined || one.look === look).flatMap(({ values }) => values))
  const answered = total('tone-answered') + total('tone-curated') + total('tone-corrected')
  const rows: [string, string, string][] = [
    ['提问', String(total()), '/staff/questions?queue=all&view=questions'],
    [
      `答复率（n=${total()}）`,
      `${percent(answered, total())?.toFixed(0) ?? '—'}${total() > 0 ? '%' : ''}`,
      '/staff/questions?queue=all',
    ],
    ['未答复', String(total('tone-missing')), '/staff/questions?queue=unanswered'],
    ['自查', String(sum(interviews.map(({ begun }) => begun))), '#interviews'],
    ['待复核的答复', String(returned), '/staff/faqs'],
  ]
  return markup`<ul class="tiles">${rows.map(([name, figure, href]) => markup`<li><a href="${href}"><strong>${figure}</strong>${name}</a></li>`)}</ul>`
}

function period({ from, to }: Overview['period']): Html {
  return markup`<form class="period" method="get" action="/staff"><label>从<input class="field" type="date" name="from" value="${from}"></label>
<label>到<input class="field" type="date" name="to" value="${to}"></label><button class="button" type="submit">查看</button></form>`
}

function ranked({ overview, catalogue, programmes }: OverviewPage): Html {
  const titleOf = (id: string) => {
    const programme = programmes.find((one) => one.id === id)
    return programme ? `${programme.title}（${programme.year}年）` : id
  }
  const facts = factsOf(programmes)
  const nameOfKey = (key: string) => (key === summaryKey ? '核对回答' : (facts[key]?.label ?? key))
  const clauseName = (notice: string, clause: string) => {
    const entry = catalogue.find(notice, clause)
    return markup`<a href="/notices/${encodeURIComponent(notice)}#${encodeURIComponent(clause)}">${entry ? `${entry.notice.shortTitle} ${entry.clause.path}` : `${notice}#${clause}`}</a>`
  }
  const { groups, clauses, givenUp, criteria, interviews } = overview
  return markup`<div class="two-columns">
${rankedBars(
  '问得最多的',
  groups.map(({ turn, text, count }) => ({
    name: markup`<a href="/staff/questions/${encodeURIComponent(turn)}">${text}</a>`,
    count,
  })),
)}
${rankedBars(
  '用得最多的条款',
  clauses.map(({ notice, clause, count }) => ({ name: clauseName(notice, clause), count })),
)}
<div id="interviews">${rankedBars(
    '自查：开始的次数',
    interviews.map(({ programme, begun, finished, givenUp: left }) => ({
      name: titleOf(programme),
      count: begun,
      note: `，完成 ${finished}，放弃 ${left}`,
    })),
  )}</div>
${rankedBars(
  '自查：在哪一题放弃',
  givenUp.map(({ programme, key, count }) => ({ name: `${nameOfKey(key)}（${titleOf(programme)}）`, count })),
)}
${rankedBars(
  '自查：最常不符合或说不准的条件',
  criteria.map(({ programme, title, unmet, unknown }) => ({
    name: `${title}（${titleOf(programme)}）`,
    count: unmet + unknown,
    note: `：不符合 ${unmet}，说不准 ${unknown}`,
  })),
)}</div>`
}

/** The self-checks that somebody should look at, since their notice has changed. */
function concerns({ programmes, suspended = [] }: OverviewPage): Html | false {
  const found = describeConcerns({ programmes: [...programmes], suspended: [...suspended] })
  if (found.length === 0) return false
  return markup`<ul class="notice-box">${found.map(
    ({ notice, text }) => markup`<li><a href="/notices/${encodeURIComponent(notice)}">${notice}</a> ${text}</li>`,
  )}</ul>`
}

/** The first page: what is asked and how it goes, in a period. */
export function renderOverviewPage(page: OverviewPage): string {
  const { member, overview } = page
  const bins = binsOf(overview.period)
  const series = countsOf(overview, bins)
  const byDay = new Map(overview.times.map((one) => [one.day, one]))
  const times = (pick: 'median' | 'p95') => bins.map(({ to }) => byDay.get(to)?.[pick])
  const each = binDays(overview.period) === 1 ? '每天' : '每周'
  const timeSeries = [
    { name: '中位数', look: 'tone-answered', values: times('median') },
    { name: '较慢的5%', look: 'tone-open', values: times('p95') },
  ]
  return renderStaffPage({
    title: '概况',
    member,
    place: '/staff',
    main: markup`${concerns(page)}${period(overview.period)}<p><a href="/staff/weekly">周报：这一周答得怎样，哪些答复变了，哪些还没有答上</a></p>${tiles(overview, series)}
<div class="plots">${stackedBars({ title: `${each}的提问`, bins, series })}
${lines({ title: '答复率和未答复率', bins, series: rates(series, bins), unit: '%', most: 100 })}
${lines({ title: '答复用时（毫秒）', bins, series: timeSeries })}</div>
${ranked(page)}`,
  })
}
