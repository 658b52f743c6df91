import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Assessment } from '../../services/eligibility/assessment.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import { type Html, markup } from './html.ts'

type Window = Assessment['window']

const words = { open: '正在申报', 'not-yet-open': '尚未开始', closed: '已截止' } as const
const looks = { open: 'met', 'not-yet-open': 'unknown', closed: 'plain' } as const
/** How many questions people answer in a minute. */
const questionsAMinute = 4

/** From when to when: 2025年6月4日至2025年6月13日. */
const dates = ({ opens, closes }: Window) =>
  opens === undefined ? `至${inChinese(closes)}（通知没有写明开始日期）` : `${inChinese(opens)}至${inChinese(closes)}`

/** Whether the window is open, the dates, and what follows today; the dates lead to their clause. */
export function renderWindow(window: Window): Html {
  const { status, note, source } = window
  return markup`<p class="window"><span class="status status-${looks[status]}">${words[status]}</span> 申报时间：<a href="/notices/${source.notice}#${source.clause}" aria-label="原文：申报时间${dates(window)}">${dates(window)}</a></p>
<p class="small">${note}</p>`
}

/** Leads to the chat, where the self-check of the programme begins at once. */
export function startButton({ id, factKeys }: ResolvedProgramme, name: string): Html {
  const minutes = Math.ceil(factKeys.length / questionsAMinute)
  const href = `/?send=${encodeURIComponent(`/check ${id}`)}`
  return markup`<a class="button" href="${href}" aria-label="开始自查：${name}">开始自查</a> <span class="small">${factKeys.length}题，约${minutes}分钟</span>`
}
