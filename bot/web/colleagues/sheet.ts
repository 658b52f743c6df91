import { colleaguePageTextsIn } from '../../../prompts/colleague-page-texts-in.ts'
import { type Html, markup } from '../html.ts'
import { langOf, type PageLanguage } from '../page-language.ts'
import { renderPage } from '../page-shell.ts'

/** What a page of a check that colleagues fill together is made of; `switches` is where its other language is asked for. */
export type Sheet = {
  title: string
  language: PageLanguage
  main: Html
  scripts?: string[]
  switches?: { path: string; at?: string }
}

/** What the pages of a check that colleagues fill together stand on. */
export function renderSheet({ title, language, main, scripts = [], switches }: Sheet): string {
  const body = markup`<main class="programme-sheet colleague-sheet" id="paper" tabindex="-1">${main}</main>`
  return renderPage({
    title,
    language,
    sheet: 'colleague-page',
    scripts,
    look: 'notice-page colleague-page',
    ...(switches && { tools: languageSwitch(language, switches) }),
    body,
  })
}

function languageSwitch(language: PageLanguage, { path, at }: NonNullable<Sheet['switches']>): Html {
  const other = language === 'en' ? 'zh' : 'en'
  const place = at !== undefined && markup`<input type="hidden" name="at" value="${at}">`
  return markup`<form method="post" action="${path}"><input type="hidden" name="do" value="language">${place}<button class="bar-button" type="submit" name="language" value="${other}" lang="${langOf(other)}">${colleaguePageTextsIn(language).otherLanguage}</button></form>`
}
