import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import { staffTexts } from '../../../prompts/staff-texts.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import type { Waiting } from '../../../services/staff/notices/proposals.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import type { DraftJson } from '../../notice-desk/draft-json.ts'
import { type Html, markup } from '../html.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { renderClauses } from './draft-clauses.ts'
import { renderFields, renderRelation } from './draft-fields.ts'
import { renderSource } from './draft-source.ts'
import { renderSpoken } from './draft-spoken.ts'
import { timeOf } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

export type DraftPage = {
  member: Member
  draft: DraftJson
  inUse: readonly { id: string; title: string }[]
  history: readonly AuditEntry[]
  /** What a model proposed, for those who may take it. */
  proposals: readonly Waiting[]
  hasModel: boolean
  today: string
  timeZone: string
}

function warnings({ warnings: found, trouble }: DraftJson): Html | false {
  const entries = found.map(
    ({ text, clause }) =>
      markup`<li>${text}${clause !== undefined && markup` <button class="link-button" type="button" data-to="${clause}">看这一条</button>`}</li>`,
  )
  if (trouble !== null) entries.unshift(markup`<li>${words.trouble(trouble)}</li>`)
  return (
    entries.length > 0 &&
    markup`<section class="notice-box" aria-labelledby="warnings"><h2 id="warnings">请先看这些</h2><ul class="warning-list">${entries}</ul></section>`
  )
}

function edits({ edits: made }: DraftJson): Html | false {
  return (
    made.length > 0 &&
    markup`<div class="actions edit-count"><span>已改 ${made.length} 处</span><button class="button button-quiet" type="button" data-undo-edit>撤销最后一处</button><button class="button button-quiet" type="button" data-undo-edits>全部撤销</button></div>`
  )
}

function publishing({ scheduledFor }: DraftJson, today: string): Html {
  const waits =
    scheduledFor !== null &&
    markup`<p class="notice-box">定于 ${words.day(scheduledFor)} 发布。<button class="link-button" type="button" data-unschedule>取消定时</button></p>`
  return markup`<section class="decision" id="publishing"><h2>发布</h2>${waits}
<div class="actions"><button class="button button-quiet" type="button" id="see-impact">看发布会改变什么</button></div>
<div id="impact" aria-live="polite"></div>
<div class="actions"><button class="button" type="button" id="publish">现在发布</button></div>
<details class="more"><summary>到某一天再发布</summary><form class="search-row" id="schedule"><label>日期<input class="field" type="date" name="day" min="${today}" required></label><button class="button button-quiet" type="submit">定下来</button></form></details>
<div class="actions"><button class="button button-danger" type="button" id="discard">删除草稿</button></div></section>`
}

function past(history: readonly AuditEntry[], timeZone: string): Html {
  const entries = history.map(
    ({ at, who, action }) =>
      markup`<li><p class="facts">${timeOf(at, timeZone)}<strong>${who}</strong><span>${staffTexts.actions[action] ?? action}</span></p></li>`,
  )
  return markup`<details class="more"><summary>改动记录（${history.length}）</summary><ol class="history">${entries}</ol></details>`
}

/** A draft: what was read beside the text as it was, to be mended; what publishing it would change; and publishing it. */
export function renderDraftPage({ member, draft, inUse, history, today, timeZone, ...spoken }: DraftPage): string {
  const mayWrite = isAtLeast(member.role, 'editor')
  const title = String(draft.metadata.title?.value ?? draft.fileName)
  return renderStaffPage({
    title,
    member,
    place: '/staff/notices',
    scripts: ['staff-draft'],
    main: markup`<div id="draft" data-id="${draft.id}" data-version="${draft.version}">
<p class="facts"><span class="status status-unknown">草稿</span><span>${draft.fileName}</span><span>${draft.author}</span>${timeOf(new Date(draft.updatedAt), timeZone)}</p>
<p class="notice-box" id="fault" role="alert" hidden></p>
<div class="preview" id="late" hidden><section><h3>现在保存的</h3><div data-stored></div></section><section><h3>您的改动（没有保存）</h3><div data-submitted></div></section></div>
${warnings(draft)}
<section><h2>读出的信息</h2>${renderFields(draft, mayWrite)}<h3>与已有通知的关系</h3>${renderRelation(draft, inUse, mayWrite)}</section>
<div class="draft-columns"><section><h2>读出的条款</h2><p class="small">一条一行，看分得对不对；点一条，旁边的原文会标出来。</p>${mayWrite && edits(draft)}${renderClauses(draft, mayWrite)}</section>
<section class="draft-source"><h2>文件原文</h2><p class="small">标黄的是读出上面那些信息的地方。</p>${renderSource(draft)}</section></div>
${renderSpoken(draft, { ...spoken, mayWrite })}
${mayWrite && publishing(draft, today)}${past(history, timeZone)}</div>${confirmDialog()}`,
  })
}
