import { assetPath } from './assets.ts'
import { type Html, markup } from './html.ts'

export type PageParts = {
  title: string
  /** Where the arrow on top leads, and in what words. */
  back: { href: string; words: string }
  /** What stands in the middle of the bar; the title unless told otherwise. */
  heading?: string
  /** The one style sheet of the page, `styles/NAME.css`. */
  sheet: string
  /** Its scripts, `client/NAME.ts`, beside the one every page has. */
  scripts?: string[]
  /** Classes of the body. */
  look: string
  /** The element `#paper` is where the skip link leads. */
  body: Html
}

/** A page that is read: the bar with the way back and the text size, then its body, and a place for short words. */
export function renderPage({ title, heading = title, back, ...parts }: PageParts): string {
  const bar = markup`<a class="bar-button back" href="${back.href}"><span class="back-arrow" aria-hidden="true"></span>${back.words}</a>
<span class="bar-title">${heading}</span>
<div class="bar-tools">${textSize}</div>`
  return renderDocument({ ...parts, title, bar })
}

/** The button for larger text, which every page has. */
export const textSize = markup`<button class="bar-button" type="button" data-text-size aria-pressed="false" aria-label="大字显示">大字</button>`

export type DocumentParts = Pick<PageParts, 'title' | 'sheet' | 'scripts' | 'look' | 'body'> & {
  /** What stands in the bar on top. */
  bar: Html
}

/** What all pages are: head, bar, body, and a place for short words. */
export function renderDocument({ title, sheet, scripts = [], look, bar, body }: DocumentParts): string {
  const modules = scripts.map((name) => markup`<script type="module" src="${assetPath(`${name}.js`)}"></script>\n`)
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${title} · 知询</title>
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath(`${sheet}.css`)}">
<script type="module" src="${assetPath('text-size.js')}" blocking="render"></script>
${modules}</head>
<body class="${look}">
<a class="skip-link" href="#paper">跳到正文</a>
<header class="bar">
${bar}
</header>
${body}
<p class="toast" id="toast" role="status"></p>
</body>
</html>
`.text
}
