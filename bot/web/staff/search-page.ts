import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { clauseEntry, type Place } from './clause-entry.ts'
import { statusMark } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

/** How a question was read, what would be said, and the clauses in the order in which they were thought to answer it. */
export type SearchFound = { read: string; status: string; text: string; scope: string; ranked: Place[] }

export type SearchPage = { member: Member; query: string; found: SearchFound | undefined; catalogue: Catalogue }

function shown({ read, status, text, scope, ranked }: SearchFound, catalogue: Catalogue): Html {
  const rows: [string, Html | string][] = [
    ['理解为', read],
    ['关于', scope || '没有指明'],
    ['答复情况', statusMark(status)],
  ]
  const entries = ranked.map((place) => markup`<li>${clauseEntry(catalogue, place)}</li>`)
  return markup`<dl class="question-facts">${rows.map(([term, value]) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
<section><h2>会这样答</h2><p class="said-text">${text}</p></section>
<section><h2>条款，最可能的在前</h2>${entries.length === 0 ? markup`<p class="small">${words.nothingRanked}</p>` : markup`<ol class="clause-list">${entries}</ol>`}</section>`
}

/** Looks for clauses as the assistant does, with their scores. */
export function renderSearchPage({ member, query, found, catalogue }: SearchPage): string {
  return renderStaffPage({
    title: '按助手的读法查找',
    member,
    place: '/staff/questions',
    main: markup`<p class="lead">写一个提问，看助手怎样理解、找到哪些条款、各得多少分、会怎样答。得分只在同一次查找里可比。</p>
<form class="search-row" method="get" action="/staff/search" role="search"><label>提问<input class="field" type="search" name="q" value="${query}"></label><button class="button" type="submit">查找</button></form>
${found && shown(found, catalogue)}`,
  })
}
