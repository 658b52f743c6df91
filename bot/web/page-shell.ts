import { assetPath } from './assets.ts'
import { type Html, markup } from './html.ts'
import { langOf, type PageLanguage } from './page-language.ts'

export type PageParts = {
  title: string
  /** Where the arrow on top leads, and in what words; to the questions unless told otherwise. */
  back?: { href: string; words: string }
  language?: PageLanguage
  /** What stands in the middle of the bar; the title unless told otherwise. */
  heading?: string
  /** The one style sheet of the page, `styles/NAME.css`. */
  sheet: string
  /** Its scripts, `client/NAME.ts`, beside the one every page has. */
  scripts?: string[]
  /** What stands beside the button for larger text. */
  tools?: Html
  /** Classes of the body. */
  look: string
  /** The element `#paper` is where the skip link leads. */
  body: Html
}

const shellWords = {
  zh: { back: '返回问答', size: '大字', sizeSaid: '大字显示', skip: '跳到正文', product: '知询' },
  en: { back: 'Questions', size: 'Larger', sizeSaid: 'Larger text', skip: 'Skip to the text', product: 'Zhixun' },
} as const

/** A page that is read: the bar with the way back and the text size, then its body, and a place for short words. */
export function renderPage({ title, heading = title, back, language = 'zh', tools, ...parts }: PageParts): string {
  const { href, words } = back ?? { href: '/', words: shellWords[language].back }
  const bar = markup`<a class="bar-button back" href="${href}"><span class="back-arrow" aria-hidden="true"></span>${words}</a>
<span class="bar-title">${heading}</span>
<div class="bar-tools">${tools}${textSizeIn(language)}</div>`
  return renderDocument({ ...parts, title, language, bar })
}

/** The button for larger text, which every page has. */
export function textSizeIn(language: PageLanguage): Html {
  const { size, sizeSaid } = shellWords[language]
  return markup`<button class="bar-button" type="button" data-text-size aria-pressed="false" aria-label="${sizeSaid}">${size}</button>`
}

export const textSize = textSizeIn('zh')

export type DocumentParts = Pick<PageParts, 'title' | 'sheet' | 'scripts' | 'look' | 'body' | 'language'> & {
  /** What stands in the bar on top. */
  bar: Html
}

/** What all pages are: head, bar, body, and a place for short words. */
export function renderDocument({
  title,
  sheet,
  scripts = [],
  look,
  bar,
  body,
  language = 'zh',
}: DocumentParts): string {
  const { skip, product } = shellWords[language]
  const modules = scripts.map((name) => markup`<script type="module" src="${assetPath(`${name}.js`)}"></script>\n`)
  return markup`<!doctype html>
<html lang="${langOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${title} · ${product}</title>
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath(`${sheet}.css`)}">
<script type="module" src="${assetPath('text-size.js')}" blocking="render"></script>
${modules}</head>
<body class="${look}">
<a class="skip-link" href="#paper">${skip}</a>
<header class="bar">
${bar}
</header>
${body}
<p class="toast" id="toast" role="status"></p>
</body>
</html>
`.text
}
