import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { titleIn, windowNote } from '../../../services/eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { type Html, markup } from '../html.ts'
import type { PageLanguage } from '../page-language.ts'

/** What the answers come to for another programme; `verdict` is that in one line. */
export type Other = { programme: ResolvedProgramme; assessment: Assessment; verdict: string }

/** The other programmes that ask for some of the same, each with what the answers come to, and where its check begins. */
export function renderOthers(others: readonly Other[], language: PageLanguage): Html | false {
  if (others.length === 0) return false
  const texts = colleaguePageTextsIn(language)
  const rows = others.map(({ programme, assessment, verdict }) => {
    const { id } = programme
    const start = `/?send=${encodeURIComponent(`/check ${id}`)}`
    return markup`<li>${verdict}<br><span class="small">${windowNote(language, assessment.window)}</span><br><a href="${start}" aria-label="${texts.othersStartOf(titleIn(language, programme))}">${texts.othersStart}</a></li>`
  })
  return markup`<section id="others"><h2>${texts.othersTitle}</h2><p class="lead">${texts.othersLead}</p><div class="colleague-card"><ul class="plain colleague-answers">${rows}</ul></div></section>`
}
