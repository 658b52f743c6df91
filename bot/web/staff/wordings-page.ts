import type { Clause } from '../../../knowledge/parsing/clause.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { wordingTexts as words } from '../../../prompts/wording-texts.ts'
import type { Wording } from '../../../services/staff/notices/wordings.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { renderStaffPage } from './staff-shell.ts'

export type WordingsPage = { member: Member; notice: Notice; wordings: readonly Wording[] }

function sentence({ id, text, isApproved }: Wording, mayWrite: boolean): Html {
  const button = isApproved
    ? markup`<button class="button button-quiet" type="button" data-withdraw="${id}">${words.withdraw}</button>`
    : markup`<button class="button button-quiet" type="button" data-approve="${id}">${words.approve}</button>`
  return markup`<li class="rule-part"><p>${text}</p><div class="actions"><span class="status ${isApproved ? 'status-met' : 'status-unknown'}">${isApproved ? words.approved : words.waits}</span>${mayWrite && button}</div></li>`
}

function beside({ id, path, quote }: Clause, own: readonly Wording[], notice: Notice, mayWrite: boolean): Html {
  return markup`<section class="rule" id="${id}"><div class="rule-sides"><div class="rule-clause"><blockquote>${quote}</blockquote><p class="small"><a href="/notices/${notice.id}#${id}">${path || id}</a></p></div>
<ol class="rule-parts">${own.map((one) => sentence(one, mayWrite))}</ol></div></section>`
}

/** The sentences of an added notice beside the clauses they tell, each to be approved by a person. */
export function renderWordingsPage({ member, notice, wordings }: WordingsPage): string {
  const mayWrite = isAtLeast(member.role, 'editor')
  const open = wordings.filter(({ isApproved }) => !isApproved)
  const byClause = Map.groupBy(wordings, ({ clause }) => clause)
  const clauses = notice.clauses.filter(({ id }) => byClause.has(id))
  const all = markup`<div class="actions"><button class="button" type="button" data-approve-all="${JSON.stringify(open.map(({ id }) => id))}">${words.approveAll(open.length)}</button></div>`
  return renderStaffPage({
    title: words.title,
    member,
    place: '/staff/notices',
    scripts: ['staff-wordings'],
    main: markup`<div id="wordings" data-id="${notice.id}"><p class="facts"><a href="/notices/${notice.id}">${notice.title}</a></p><p class="lead">${words.lead}</p>
<p>${wordings.length === 0 ? words.none : words.count(wordings.length, open.length)}</p>${mayWrite && open.length > 0 && all}
${clauses.map((clause) => beside(clause, byClause.get(clause.id)!, notice, mayWrite))}</div>`,
  })
}
