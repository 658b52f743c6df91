import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { markup } from '../html.ts'
import { timeOf } from './marks.ts'
import { renderStaffPage } from './staff-shell.ts'

export type AuditPage = { member: Member; changes: AuditEntry[]; page: number; hasMore: boolean; timeZone: string }

const shown = (content: unknown): string => (content === null ? '' : JSON.stringify(content))

/** Who has changed what, newest first. */
export function renderAuditPage({ member, changes, page, hasMore, timeZone }: AuditPage): string {
  const rows = changes.map(
    ({ at, who, action, subject, before, after }) =>
      markup`<tr><td>${timeOf(at, timeZone)}</td><td>${who}</td><td>${words.actions[action] ?? action}</td><td>${subject}</td><td class="change">${shown(before)}${before !== null && after !== null && ' → '}${shown(after)}</td></tr>`,
  )
  const link = (to: number, text: string) =>
    markup`<a class="button button-quiet" href="/staff/audit?page=${to}">${text}</a>`
  return renderStaffPage({
    title: '操作记录',
    member,
    place: '/staff/audit',
    main: markup`<div class="table-box"><table><thead><tr><th>时间</th><th>谁</th><th>做了什么</th><th>对象</th><th>内容</th></tr></thead><tbody>${rows}</tbody></table></div>
<nav class="actions pager" aria-label="翻页">${page > 1 && link(page - 1, '上一页')}${hasMore && link(page + 1, '下一页')}</nav>`,
  })
}
