import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { reviewSheetTexts } from '../../../prompts/review-sheet-texts.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import type { ListedProgramme } from '../../programme-desk/held-programme.ts'
import { type Html, markup } from '../html.ts'
import { renderStaffPage } from './staff-shell.ts'

type Named = { id: string; title: string }
export type ProgrammesPage = {
  member: Member
  listed: readonly ListedProgramme[]
  notices: readonly Named[]
  /** Notices of which nobody has a programme yet. */
  open: readonly Named[]
  timeZone: string
}

function entry(programme: ListedProgramme, notices: readonly Named[]): Html {
  const { id, title, year, state, author, notice, open = 0, wrong = 0 } = programme
  const of = notices.find((one) => one.id === notice)?.title ?? notice
  return markup`<li class="asked-item"><a class="asked-text" href="/staff/programmes/${id}">${year}年 ${title}</a>
<p class="facts"><span class="mark">${words.states[state]}</span>${wrong > 0 && markup`<strong>${reviewSheetTexts.page.wrongCount(wrong)}</strong>`}${open > 0 && markup`<span>${words.carried.open(open)}</span>`}${author !== undefined && markup`<span>${author}</span>`}<span>${of}</span></p></li>`
}

const opened = ({ id, title }: Named): Html =>
  markup`<li class="asked-item"><p>${title}</p><button class="button button-quiet" type="button" data-draft="${id}">${words.draft}</button></li>`

/** All programmes, and the notices from which one can be drafted. */
export function renderProgrammesPage({ member, listed, notices, open }: ProgrammesPage): string {
  const mayWrite = isAtLeast(member.role, 'editor')
  return renderStaffPage({
    title: words.title,
    member,
    place: '/staff/programmes',
    scripts: ['staff-programme'],
    main: markup`<p class="lead">${words.lead}</p>
<p class="notice-box" id="programme-fault" role="alert" hidden></p>
<ol class="asked-list">${listed.map((one) => entry(one, notices))}</ol>
${mayWrite && markup`<section><h2>${words.open}</h2>${open.length === 0 ? markup`<p>${words.none}</p>` : markup`<ol class="asked-list">${open.map(opened)}</ol>`}</section>`}`,
  })
}
