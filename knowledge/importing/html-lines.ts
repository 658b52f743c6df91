import type { CheerioAPI } from 'cheerio'
import { readMarker } from '../parsing/markers.ts'
import { type HtmlElement, type HtmlNode, isElement } from './html-nodes.ts'
import { htmlTableLines } from './html-table.ts'
import { raisedDigits } from './raised-digits.ts'

const blocks = new Set(
  (
    'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)
const skipped = new Set('script style noscript template svg object iframe button input select textarea img'.split(' '))
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/iu

export const isHidden = ({ attribs }: HtmlElement): boolean => hidden.test(attribs.style ?? '')

/** How lists number their items, by how deep they stand in other lists. */
const numberings = [
  (number: number) => `${number}.`,
  (number: number) => `（${number}）`,
  (number: number) => String.fromCharCode(0x245f + Math.min(number, 20)),
]

/**
 * The text of a part of a page, a line for each paragraph, table row (`tableLines`) and list item: the numbers of ordered lists written out where the items don't have their own.
 */
export function htmlLines($: CheerioAPI, root: HtmlElement): string[] {
  const lines: string[] = []
  let line = ''
  let number = ''
  let depth = 0

  function endLine(): void {
    if (line.trim() !== '') {
      lines.push(number + line.trim())
      number = ''
    }
    line = ''
  }

  function walk(node: HtmlNode): void {
    if (!isElement(node)) {
      if (node.nodeType === 3) line += node.data.replace(/\s+/gu, ' ')
      return
    }
    if (skipped.has(node.name) || (node !== root && isHidden(node))) return
    const isBlock = blocks.has(node.name)
    if (isBlock || node.name === 'br') endLine()
    if (node.name === 'table') walkTable(node)
    else if (node.name === 'ol') walkList(node)
    else if (node.name === 'sup' || node.name === 'sub') line += raisedDigits($(node).text(), node.name)
    else if (node.name === 'pre') lines.push(...$(node).text().split('\n'))
    else node.children.forEach(walk)
    if (isBlock) endLine()
  }

  function walkTable(table: HtmlElement): void {
    const rows = htmlTableLines($, table, (cell) => textOf($, cell))
    if (rows) lines.push(...rows)
    else table.children.forEach(walk)
  }

  function walkList(list: HtmlElement): void {
    let value = Number(list.attribs.start ?? 1)
    depth++
    for (const child of list.children) {
      if (isElement(child) && child.name === 'li') {
        value = Number(child.attribs.value ?? value)
        const isNumbered = readMarker($(child).text().trim()) !== undefined
        number = isNumbered ? '' : numberings[Math.min(depth, numberings.length) - 1]!(value)
        value++
      }
      walk(child)
    }
    depth--
  }

  walk(root)
  endLine()
  return lines
}

/** The lines of a cell as one; blanks part only what is not Chinese. */
function textOf($: CheerioAPI, cell: HtmlElement): string {
  return htmlLines($, cell).join(' ').replace(/\s+/gu, ' ').trim()
}
