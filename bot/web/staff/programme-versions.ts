import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { ProgrammeDocument } from '../../../services/eligibility/document.ts'
import { writeDocument } from '../../../services/eligibility/write-document.ts'
import type { ProgrammeVersion } from '../../../services/staff/programmes/versions.ts'
import { type Html, markup } from '../html.ts'
import { timeOf } from './marks.ts'

const texts = words.versions

/** What was in use before, each version with a way to take it up again. */
export function versionList(
  versions: readonly ProgrammeVersion[],
  now: ProgrammeDocument,
  mayWrite: boolean,
  timeZone: string,
): Html | false {
  if (versions.length === 0) return false
  const entries = versions.map(({ change, at, who, document }) => {
    const isNow = writeDocument(document) === writeDocument(now)
    const tool = isNow
      ? markup`<span class="status status-met">${texts.same}</span>`
      : mayWrite &&
        markup`<button class="button button-quiet" type="button" data-restore="${change}" data-question="${texts.confirm}">${texts.restore}</button>`
    return markup`<li><p class="facts">${at ? timeOf(at, timeZone) : texts.shipped}<strong>${who ?? ''}</strong><span>${texts.size(document.criteria.length, document.window.closes)}</span></p><div class="actions">${tool}</div></li>`
  })
  return markup`<details class="more" id="versions"><summary>${texts.title(versions.length)}</summary><ol class="history">${entries}</ol></details>`
}
