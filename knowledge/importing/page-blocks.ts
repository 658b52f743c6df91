import type { CheerioAPI } from 'cheerio'
import { squeeze } from '../language/clean-text.ts'
import { readMarker } from '../parsing/markers.ts'
import { type HtmlElement, isElement } from './html-nodes.ts'

/** Stands for a part of the page that was taken out: what lies beyond it is not the document. */
export const gap = '\u0001'

const controls = 'button, a[href^="javascript:" i], a[href="#"], a:not([href]), [role=button], [role=navigation], label'
/** Longest text of something to click on. */
const longestControl = 12
const blocks = 'ul, ol, dl, li, dd, dt, div, p, td, section, h2, h3, h4, h5, h6'
/** Share of a block's text that is links from which on it leads elsewhere. */
const linked = 0.5
const fileLink = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|jpe?g|png|txt)(?:$|[?#])|(?:download|attach|file)/iu
const address = /^(?:https?:|www\.|[\w.+-]+@)/u
const containers = new Set(['table', 'tbody', 'thead', 'tr', 'td', 'th'])

/** Takes out of a page what one clicks on and the blocks that consist of links to elsewhere, leaving a `gap` each. */
export function removePageBlocks($: CheerioAPI, body: HtmlElement): void {
  for (const element of $(body).find('*').toArray()) {
    const isClickable = Object.keys(element.attribs).some((name) => /click$/iu.test(name)) || $(element).is(controls)
    const text = squeeze($(element).text())
    if (isClickable && text.length <= longestControl && !readMarker(text) && $(element).closest('p').length === 0)
      replace($, element)
    else if (isClickable && text.length <= longestControl && !readMarker(text) && isOnlyControls($, element))
      replace($, element)
  }
  for (const element of $(body).find(blocks).toArray()) if (leadsElsewhere($, element)) replace($, element)
}

/** Whether the paragraph around a control holds nothing but such: links and words no longer than they are. */
function isOnlyControls($: CheerioAPI, element: HtmlElement): boolean {
  const paragraph = $(element).closest('p')
  return squeeze(paragraph.text()).length <= longestControl * 4 && !/[。；，]/u.test(paragraph.text())
}

function leadsElsewhere($: CheerioAPI, element: HtmlElement): boolean {
  const text = squeeze($(element).text())
  const links = $(element).find('a').toArray()
  if (links.length === 0 || text === '' || readMarker(text) || /^附件/u.test(text)) return false
  const before = squeeze($(element).prev().text())
  if (/^附件/u.test(before) || links.some((link) => isKept($, link))) return false
  const within = links.reduce((sum, link) => sum + squeeze($(link).text()).length, 0)
  return within >= text.length * linked && !(/[。；]$/u.test(text) && links.length < 2)
}

/** A link to a file, to an address that it prints, or with the number of an entry. */
function isKept($: CheerioAPI, link: HtmlElement): boolean {
  const text = squeeze($(link).text())
  return (
    fileLink.test(link.attribs.href ?? '') ||
    fileLink.test(text) ||
    address.test(text) ||
    readMarker(text) !== undefined
  )
}

function replace($: CheerioAPI, element: HtmlElement): void {
  if (['td', 'li', 'dd', 'dt'].includes(element.name)) $(element).html(`<p>${gap}</p>`)
  else $(element).replaceWith(`<p>${gap}</p>`)
}

/** Share of a table's text that a cell holds, and paragraphs it is made of, where the table only serves the layout. */
const layout = { share: 0.6, paragraphs: 4 }

/** Makes plain blocks of the tables that a page is laid out with: one of their cells holds nearly all, in paragraphs. */
export function unfoldLayoutTables($: CheerioAPI, body: HtmlElement): void {
  for (const table of $(body).find('table').toArray()) {
    const whole = squeeze($(table).text()).length
    const isLayout = $(table)
      .find('td')
      .toArray()
      .some(
        (cell) =>
          squeeze($(cell).text()).length >= whole * layout.share &&
          $(cell).find('p, div, br, h1').length >= layout.paragraphs,
      )
    if (isLayout) for (const part of [table, ...ownParts($, table)]) part.name = 'div'
  }
}

/** The rows and cells of a table, without those of tables in it. */
const ownParts = ($: CheerioAPI, table: HtmlElement): HtmlElement[] =>
  $(table)
    .find('*')
    .toArray()
    .filter(
      (part) =>
        isElement(part) && containers.has(part.name) && part.name !== 'table' && $(part).closest('table')[0] === table,
    )
