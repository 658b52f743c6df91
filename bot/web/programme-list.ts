import type { Notice } from '../../knowledge/parsing/notice.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { orderProgrammes, type ProgrammeOfDay } from '../../services/eligibility/order-programmes.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import { type Html, markup } from './html.ts'
import { nameOf, renderProgrammeSheet } from './programme-page.ts'
import { renderWindow, startButton } from './programme-window.ts'

function card({ programme, window }: ProgrammeOfDay, notice: Notice | undefined, asOf: string): Html {
  const { support, warning } = checkProgramme(programme, {}, asOf)
  const facts = [`${programme.criteria.length}项条件`, support.amountText, support.placesText].filter(Boolean)
  const name = nameOf(programme)
  return markup`<li class="programme-card"><h2><a href="/programmes/${programme.id}">${name}</a></h2>
${renderWindow(window)}
<p>${facts.join(' · ')}</p>
<p class="small">依据：${notice?.shortTitle ?? '通知原文'} ${notice?.documentNumber}</p>
${warning !== undefined && markup`<p class="notice-box">${warning}</p>`}
<p class="start">${startButton(programme, name)}</p></li>`
}

function lead(all: ProgrammeOfDay[]): string {
  if (all.length === 0) return '现在没有可以自查的项目。'
  if (all.some(({ window }) => window.status === 'open')) return '点开看逐条的申报条件和通知原文；也可以直接自查。'
  const over = all.every(({ window }) => window.status === 'closed')
  return `${over ? '以下项目的申报都已截止' : '现在没有正在申报的项目'}。仍可以看条件、自查，供以后申报参考。`
}

/** All programmes, open ones first, then newest, each with its window and the way into its self-check. */
export function renderProgrammeList(
  programmes: readonly ResolvedProgramme[],
  notices: readonly Notice[],
  asOf: string,
): string {
  const all = orderProgrammes(programmes, asOf)
  const noticeOf = ({ programme }: ProgrammeOfDay) => notices.find(({ id }) => id === programme.notice)
  const cards = all.map((one) => card(one, noticeOf(one), asOf))
  return renderProgrammeSheet(
    '可自查的项目',
    { href: '/', words: '返回问答' },
    markup`<h1>可自查的项目</h1><p class="lead">${lead(all)}</p>${cards.length > 0 && markup`<ul class="programme-list">${cards}</ul>`}`,
  )
}
