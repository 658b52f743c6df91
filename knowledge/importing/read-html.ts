import { type CheerioAPI, loadBuffer } from 'cheerio'
import { squeeze } from '../language/clean-text.ts'
import { decodeText } from './decode-text.ts'
import { htmlLines, isHidden } from './html-lines.ts'
import type { HtmlElement } from './html-nodes.ts'
import { refuseDeepText, refuseDeepTree } from './nesting.ts'
import { dayOf, numberOf } from './derive-issue.ts'
import { deriveTitle } from './derive-title.ts'
import { withoutPipedLine } from './piped-line.ts'
import { gap, removePageBlocks, unfoldLayoutTables } from './page-blocks.ts'
import { readLabels } from './read-labels.ts'
import { sourceLines } from './source-lines.ts'
import { tidyText } from './tidy-text.ts'
import { trimPage } from './trim-page.ts'
import { namesNotice } from '../parsing/notice-words.ts'

/** What a page says of the notice on it, outside its text. */
export type Hints = { title?: string; documentNumber?: string; issued?: string; issuer?: string }
export type Extract = { text: string; hints?: Hints }

/** Where the systems that government sites are made with keep an article; the first that holds most of the page's text. */
const articles = [
  ...[
    '#ivs_content',
    '#UCAP-CONTENT',
    '#zoom',
    '.TRS_Editor',
    '.trs_editor_view',
    '.Article_content',
    '.pages_content',
  ],
  ...['.article-content', '.article_content', 'article', 'main', '[role=main]', '#content', '.content'],
]
const furniture = 'script, style, noscript, template, nav, footer, aside, body > header, [hidden], [aria-hidden=true]'
/** Shorter ones are those of a section of the site: 通知公告. */
const shortestTitle = 7
const containers = new Set('body div section article main form center table tbody tr td'.split(' '))

/**
 * Reads a saved web page: the text of its article without what surrounds it, in the encoding the page declares.
 *
 * @throws {ImportError} When the bytes are no text.
 */
export function readHtml(bytes: Uint8Array): Extract {
  refuseDeepText(bytes)
  const defaultEncoding = isUtf8(bytes) ? 'utf-8' : 'gb18030'
  const $ = loadBuffer(Buffer.from(bytes), { encoding: { defaultEncoding } })
  refuseDeepTree($)
  const hints = readHints($)
  $(furniture).remove()
  $('body [style]')
    .filter((_, element) => isHidden(element))
    .remove()
  const body = $('body')[0]
  if (!body) return { text: '', hints }
  unfoldLayoutTables($, body)
  const labelled = labelsOf(htmlLines($, body))
  removePageBlocks($, body)
  const whole = htmlLines($, findArticle($, body))
  const title = squeeze(hints.title ?? deriveTitle(whole.filter((line) => line !== gap).join('\n'))?.value ?? '')
  const { lines, told } = withoutPipedLine(trimPage(whole, title || undefined))
  const opening = squeeze(lines.slice(0, 12).join(''))
  if (hints.title && !opening.includes(squeeze(hints.title))) lines.unshift(hints.title)
  return { text: lines.join('\n'), hints: { ...told, ...labelled, ...hints } }
}

/** What a page says of the notice in a table or list of labels. */
function labelsOf(lines: string[]): Hints {
  const source = tidyText(lines.join('\n'))
  const labelled = readLabels(source, sourceLines(source))
  const { issuer } = labelled
  const [documentNumber, issued] = [numberOf(labelled.documentNumber), dayOf(labelled.issued)]
  return {
    ...(documentNumber && { documentNumber: documentNumber.value }),
    ...(issued && { issued: issued.value }),
    ...(issuer && { issuer: issuer.value }),
  }
}

/** Throws where the bytes are no text at all. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  const text = decodeText(bytes)
  return Buffer.from(text).equals(Buffer.from(bytes)) || text.charCodeAt(0) === 0xfeff
}

function readHints($: CheerioAPI): Hints {
  const meta = (name: string) => $(`meta[name="${name}" i]`).attr('content')?.trim() || undefined
  const headline = [
    meta('ArticleTitle'),
    ...$('h1')
      .toArray()
      .map((h1) => $(h1).text()),
    $('title').text(),
  ]
    .map(
      (title) =>
        title
          ?.replace(/\s+/gu, ' ')
          .trim()
          .split(/\s*[_|]\s*|\s+[-–—]\s+/u)[0],
    )
    .find((title) => title && title.length >= shortestTitle && namesNotice(title))
  const issued = /\d{4}-\d{2}-\d{2}/u.exec(meta('PubDate') ?? '')?.[0]
  const issuer = meta('ContentSource')
  return { ...(headline && { title: headline }), ...(issued && { issued }), ...(issuer && { issuer }) }
}

function findArticle($: CheerioAPI, body: HtmlElement): HtmlElement {
  const whole = proseLength($, body)
  const named = articles.flatMap((selector) => $(body).find(selector).toArray())
  const article = named.find((element) => proseLength($, element) > whole / 2) ?? descend($, body)
  const isTable = ['table', 'tbody', 'tr'].includes(article.name)
  return (isTable && $(article).closest('table').parent()[0]) || article
}

/** Goes into the one part that holds nearly all of the text, as long as there is one. */
function descend($: CheerioAPI, element: HtmlElement): HtmlElement {
  const most = proseLength($, element) * 0.85
  const inner = $(element)
    .children()
    .toArray()
    .find((child) => containers.has(child.name) && proseLength($, child) >= most)
  return inner ? descend($, inner) : element
}

/** Characters of text that is no link. */
function proseLength($: CheerioAPI, element: HtmlElement): number {
  const links = $(element).find('a').text()
  return squeeze($(element).text()).length - squeeze(links).length
}
