import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { looksUp } from './unit-found.ts'
import { type RosterRow, rostersOf } from '../../services/roster/roster.ts'
import { unitIndex } from '../../services/roster/unit-index.ts'
import { type Html, markup } from './html.ts'
import { renderPage } from './page-shell.ts'
import type { PageLanguage } from './page-language.ts'
import { rosterList } from './unit-list.ts'
import { type UnitWords, unitWords } from './unit-words.ts'

/** Short names shown as examples of what may be typed, and how long they may be. */
const mostExamples = 3
const longestExample = 3

/** Examples of short names that do find a unit. */
function examplesOf(rows: RosterRow[]): string {
  const short = unitIndex(rows).flatMap((unit) => unit.short.find((name) => lengthOf(name) <= longestExample) ?? [])
  return short.slice(0, mostExamples).join('、')
}

function searchForm(rows: RosterRow[], asked: string, words: UnitWords): Html {
  return markup`<form class="unit-search" action="/units" method="get" role="search" data-unit-search>
<label for="unit-field">${words.field}</label>
<div class="unit-search-row"><div class="unit-combobox">
<input class="field" id="unit-field" name="unit" type="search" value="${asked}" maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby="unit-hint">
<ul class="unit-options" id="unit-options" role="listbox" aria-label="${words.options}" hidden></ul>
</div><button class="button" type="submit">${words.search}</button></div>
<p class="small" id="unit-hint">${words.hint(examplesOf(rows))}</p>
<p class="visually-hidden" role="status" data-unit-count></p></form>`
}

type Rosters = { catalogue: Catalogue; rows: RosterRow[] }

/** Where people find their unit: a field, the card of the unit asked for, and all lists below. */
export function renderUnitsPage(
  { catalogue, rows }: Rosters,
  asked: string,
  today: string,
  language: PageLanguage = 'zh',
): string {
  const words = unitWords(language)
  const main =
    rows.length === 0
      ? markup`<p class="notice-box">${words.noLists}</p>`
      : markup`${searchForm(rows, asked, words)}${asked !== '' && looksUp({ catalogue, rows }, asked, today, words)}
${rosterList(rostersOf(catalogue), words)}`
  const body = markup`<main class="unit-sheet" id="paper" tabindex="-1"><h1>${words.title}</h1>${main}</main>`
  return renderPage({
    title: words.title,
    language,
    sheet: 'units-page',
    scripts: ['unit-desk'],
    look: 'notice-page units-page',
    body,
  })
}
