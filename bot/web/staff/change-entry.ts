import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import type { AuditEntry } from '../../../services/staff/audit.ts'
import { type Html, markup } from '../html.ts'
import { changeText } from './change-text.ts'
import { timeOf } from './marks.ts'

/** A change as it is listed: when, who, what, of what where that isn't plain, and what it has made of each field. */
export function changeEntry({ at, who, action, before, after }: AuditEntry, timeZone: string, subject?: Html): Html {
  const changed = changeText(before, after)
  return markup`<li><p class="facts">${timeOf(at, timeZone)}<strong>${who}</strong><span>${words.actions[action] ?? action}</span>${subject}</p>
${changed && markup`<details class="more"><summary>改了什么</summary>${changed}</details>`}</li>`
}
