import type { AuditEntry } from '../../../services/staff/audit.ts'
import type { Member } from '../../../services/staff/sessions.ts'
import { markup } from '../html.ts'
import { changeEntry } from './change-entry.ts'
import { renderStaffPage } from './staff-shell.ts'
import { subjectLink } from './subject-link.ts'

export type AuditPage = { member: Member; changes: AuditEntry[]; page: number; hasMore: boolean; timeZone: string }

/** Who has changed what, newest first. */
export function renderAuditPage({ member, changes, page, hasMore, timeZone }: AuditPage): string {
  const link = (to: number, text: string) =>
    markup`<a class="button button-quiet" href="/staff/audit?page=${to}">${text}</a>`
  return renderStaffPage({
    title: '操作记录',
    member,
    place: '/staff/audit',
    main: markup`<ol class="history">${changes.map((change) => changeEntry(change, timeZone, subjectLink(change.subject)))}</ol>
<nav class="actions pager" aria-label="翻页">${page > 1 && link(page - 1, '上一页')}${hasMore && link(page + 1, '下一页')}</nav>`,
  })
}
