import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import { type Html, markup } from '../html.ts'
import { timeOf } from './marks.ts'

const version = (title: string, content: unknown): Html | false =>
  content !== null &&
  markup`<details class="more"><summary>${title}</summary><pre>${JSON.stringify(content, undefined, 2)}</pre></details>`

/** A change as it is listed: when, who, what, and what stood there before and after. */
export function changeEntry({ at, who, action, subject, before, after }: AuditEntry, timeZone: string): Html {
  return markup`<li><p class="facts">${timeOf(at, timeZone)}<strong>${who}</strong><span>${words.actions[action] ?? action}</span><span>${subject}</span></p>
${version('之前', before)}${version('之后', after)}</li>`
}
