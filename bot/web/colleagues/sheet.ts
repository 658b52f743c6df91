import { type Html, markup } from '../html.ts'
import { renderPage } from '../page-shell.ts'

/** What the pages of a check that colleagues fill together stand on. */
export function renderSheet(title: string, main: Html, scripts: string[] = []): string {
  const body = markup`<main class="programme-sheet colleague-sheet" id="paper" tabindex="-1">${main}</main>`
  return renderPage({ title, sheet: 'colleague-page', scripts, look: 'notice-page colleague-page', body })
}
