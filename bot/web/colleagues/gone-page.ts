import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import { markup } from '../html.ts'
import type { PageLanguage } from '../page-language.ts'
import { renderSheet } from './sheet.ts'

/** Why a page is not shown. */
export type WhyGone = 'revoked' | 'expired' | 'unknown' | 'ownerExpired' | 'ownerUnknown' | 'suspended'

/** Says why a link leads nowhere, and what to do. */
export function renderGonePage(why: WhyGone, language: PageLanguage): string {
  const { gone } = colleaguePageTextsIn(language)
  const { title } = gone
  const main = markup`<h1>${title}</h1><p class="notice-box">${gone[why]}</p>`
  return renderSheet({ title, language, main })
}

/** Where a secret is typed that came without its address. */
export function renderCodePage(kind: 'answer' | 'together', language: PageLanguage, isWrong = false): string {
  const { code } = colleaguePageTextsIn(language)
  const [title, lead] = kind === 'answer' ? [code.answerTitle, code.answerLead] : [code.ownerTitle, code.ownerLead]
  const fault = isWrong && markup`<p class="notice-box" role="alert" id="code-fault">${code.wrong}</p>`
  const main = markup`<h1>${title}</h1><p class="lead">${lead}</p>${fault}
<form method="post" action="/${kind}"><label>${code.field}<input class="field" name="code" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
<p class="actions"><button class="button" type="submit">${code.open}</button></p></form>`
  return renderSheet({ title, language, main })
}
