import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Faq } from '../../../services/faq/faq.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { type Html, markup } from '../html.ts'
import { changeEntry } from './change-entry.ts'
import { clauseEntry } from './clause-entry.ts'
import { renderFaqForm } from './faq-form.ts'
import type { Uses } from '../../../services/faq/count-uses.ts'
import { renderClauseChanges } from './clause-change.ts'
import { faqMark } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

const titleOf = ({ wordings, id }: Faq): string => wordings[0] ?? `答复 ${id}`

/** Whose word it is, where it is no notice's. */
const officeFacts = ({ kind, authorRole, expiresOn }: Faq): Html | false =>
  kind === 'office' &&
  markup`<span><strong>${words.faqKinds.office}</strong></span>${authorRole !== undefined && markup`<span>${authorRole}</span>`}${expiresOn !== undefined && markup`<span>有效期到 ${expiresOn}</span>`}`

const usesOf = (uses: Uses | undefined): Html =>
  markup`<span>用过 ${uses?.said ?? 0} 次</span>${uses !== undefined && uses.helpful + uses.unhelpful > 0 && markup`<span>${uses.helpful} 人觉得有帮助，${uses.unhelpful} 人觉得没有</span>`}`

function entry(faq: Faq, uses: Uses | undefined): Html {
  return markup`<li class="asked-item"><a class="asked-text" href="/staff/faqs/${faq.id}">${titleOf(faq)}</a>
<p class="facts">${faqMark(faq.state)}${officeFacts(faq)}<span>${faq.wordings.length} 种问法</span><span>${faq.clauses.length} 个条款</span><span>${faq.reviewedOn} ${faq.reviewer}</span>${usesOf(uses)}</p>
${faq.returnedBecause !== undefined && markup`<p class="notice-box">${faq.returnedBecause}，请核对后重新发布。</p>`}
<p class="faq-answer">${faq.answer || '直接用条款原文作答'}</p></li>`
}

export type FaqsPage = { member: Member; faqs: readonly Faq[]; uses: Map<number, Uses>; catalogue: Catalogue }

/** All answers by staff, those that wait for a second look first. */
export function renderFaqsPage({ member, faqs, uses, catalogue }: FaqsPage): string {
  const entries = (list: readonly Faq[]) => list.map((faq) => entry(faq, uses.get(faq.id)))
  const kept = faqs.filter(({ state }) => state !== 'deleted')
  const sorted = kept.toSorted((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned'))
  const gone = faqs.filter(({ state }) => state === 'deleted')
  const form = { catalogue, member: member.name, answer: '', wordings: [], chosen: [], offered: [] }
  return renderStaffPage({
    title: '人工答复',
    member,
    place: '/staff/faqs',
    scripts: ['staff-faq'],
    main: markup`<p class="lead">提问与其中一种问法意思相同时，先用这里的答复。条款有变化，或者本局答复的有效期过了，答复就自动退回这里，复核之前不再使用。</p>
${sorted.length === 0 ? markup`<p class="notice-box">还没有人工答复。打开一个提问就可以写。</p>` : markup`<ol class="asked-list">${entries(sorted)}</ol>`}
${isAtLeast(member.role, 'editor') && markup`<details class="more"><summary>新写一条</summary>${renderFaqForm(form)}</details>`}
${gone.length > 0 && markup`<details class="more"><summary>已删除的</summary><ol class="asked-list">${entries(gone)}</ol></details>`}`,
  })
}

export type FaqPage = {
  member: Member
  faq: Faq
  uses: Uses | undefined
  history: AuditEntry[]
  catalogue: Catalogue
  timeZone: string
}

/** One answer by staff: to change, to take away, to have its last change undone; and its history. */
export function renderFaqPage({ member, faq, uses, history, catalogue, timeZone }: FaqPage): string {
  const mayWrite = isAtLeast(member.role, 'editor')
  const form = mayWrite && renderFaqForm({ ...faq, catalogue, member: member.name, chosen: faq.clauses, offered: [] })
  const clauses = faq.clauses.map((clause) => markup`<li>${clauseEntry(catalogue, clause)}</li>`)
  return renderStaffPage({
    title: titleOf(faq),
    member,
    place: '/staff/faqs',
    scripts: ['staff-faq', 'staff-queue'],
    main: markup`<p class="facts" data-answer-facts>${faqMark(faq.state)}${officeFacts(faq)}<span>${faq.reviewedOn} ${faq.reviewer} 审核</span>${usesOf(uses)}</p>
${renderClauseChanges(catalogue, faq, mayWrite)}
${form || markup`<p class="said-text">${faq.answer}</p><ol class="clause-list">${clauses}</ol>`}
${mayWrite && markup`<div class="actions" data-faq="${faq.id}" data-version="${faq.version}"><button class="button button-quiet" type="button" data-undo>撤销最近一次改动</button>${faq.state !== 'deleted' && markup`<button class="button button-danger" type="button" data-delete>删除</button>`}</div>`}
<section><h2>历史</h2><ol class="history">${history.map((change) => changeEntry(change, timeZone))}</ol></section>`,
  })
}
