import { colleaguePageTexts as texts } from '../../../prompts/colleague-page-texts.ts'
import { markup } from '../html.ts'
import { renderSheet } from './sheet.ts'

/** Says why a link leads nowhere, and what to do. */
export const renderGonePage = (why: string): string =>
  renderSheet(texts.gone.title, markup`<h1>${texts.gone.title}</h1><p class="notice-box">${why}</p>`)

/** Where a secret is typed that came without its address. */
export function renderCodePage(kind: 'answer' | 'together', isWrong = false): string {
  const { code } = texts
  const [title, lead] = kind === 'answer' ? [code.answerTitle, code.answerLead] : [code.ownerTitle, code.ownerLead]
  const fault = isWrong && markup`<p class="notice-box" role="alert" id="code-fault">${code.wrong}</p>`
  return renderSheet(
    title,
    markup`<h1>${title}</h1><p class="lead">${lead}</p>${fault}
<form method="post" action="/${kind}"><label>${code.field}<input class="field" name="code" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" required></label>
<p class="actions"><button class="button" type="submit">${code.open}</button></p></form>`,
  )
}
