import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { looksUp } from './unit-found.ts'
import { type RosterRow, rostersOf } from '../../services/roster/roster.ts'
import { unitIndex } from '../../services/roster/unit-index.ts'
import { type Html, markup } from './html.ts'
import { renderPage } from './page-shell.ts'
import { rosterList } from './unit-list.ts'

const title = '查单位'

/** Short names shown as examples of what may be typed, and how long they may be. */
const mostExamples = 3
const longestExample = 3

/** Examples of short names that do find a unit. */
function examplesOf(rows: RosterRow[]): string {
  const short = unitIndex(rows).flatMap((unit) => unit.short.find((name) => lengthOf(name) <= longestExample) ?? [])
  return short.slice(0, mostExamples).join('、')
}

function searchForm(rows: RosterRow[], asked: string): Html {
  const examples = examplesOf(rows)
  return markup`<form class="unit-search" action="/units" method="get" role="search" data-unit-search>
<label for="unit-field">单位名称</label>
<div class="unit-search-row"><div class="unit-combobox">
<input class="field" id="unit-field" name="unit" type="search" value="${asked}" maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby="unit-hint">
<ul class="unit-options" id="unit-options" role="listbox" aria-label="可选的单位" hidden></ul>
</div><button class="button" type="submit">查询</button></div>
<p class="small" id="unit-hint">全称、简称、拼音首字母都可以${examples !== '' && `，如：${examples}`}</p>
<p class="visually-hidden" role="status" data-unit-count></p></form>`
}

/** Where people find their unit: a field, the card of the unit asked for, and all lists below. */
export function renderUnitsPage(
  { catalogue, rows }: { catalogue: Catalogue; rows: RosterRow[] },
  asked: string,
  today: string,
): string {
  const main =
    rows.length === 0
      ? markup`<p class="notice-box">收录的通知里没有单位名单。</p>`
      : markup`${searchForm(rows, asked)}${asked !== '' && looksUp({ catalogue, rows }, asked, today)}
${rosterList(rostersOf(catalogue))}`
  const body = markup`<main class="unit-sheet" id="paper" tabindex="-1"><h1>${title}</h1>${main}</main>`
  return renderPage({
    title,
    back: { href: '/', words: '返回问答' },
    sheet: 'units-page',
    scripts: ['unit-desk'],
    look: 'notice-page units-page',
    body,
  })
}
