import { cleanText, squeeze } from './clean-text.ts'
import { ClauseTree } from './clause-tree.ts'
import { foldForms } from './fold-forms.ts'
import { findSignature } from './find-signature.ts'
import { parseNumeral } from '../language/numeral.ts'
import type { Notice, NoticeMetadata } from './notice.ts'
import { parseTable } from './parse-table.ts'
import { annexTitle, endsSentence, isAnnexLine, type Paragraph, readParagraphs } from './read-paragraphs.ts'
import { type MarkedParagraph, readMarkers } from './repair-markers.ts'

/** Text compared without regard to layout and width. */
const normal = (text: string): string => squeeze(cleanText(text))

const closingLine = /^(?:特此(?:通知|公告|通告)|[-–—·]?\s*附\s*件\s*[:：]|抄\s*送\s*[:：])/u
const annexList = /^[-–—·]?\s*附\s*件\s*[:：]/u
const frontLine =
  /^(?:\S{2,10}〔\d{4}〕\d+号|.{2,20}(?:文件|公告)|\S.{1,30}[:：]|\d{4}年\d{1,2}月\d{1,2}日|（此件.*）)$/u
const signature =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月xx日|.{2,30}(?:局|厅|府|委员会|办公室|（盖章）|（盖章）：)|（此件.*）|年月日)$/u
const contactLine = /联\s*系\s*(?:人|电\s*话|方\s*式)\s*[:：]/u

/**
 * Parses a notice into its tree of clauses.
 *
 * @param metadata The file beside the text; its title tells the title lines from the first paragraph.
 * @param source The text as received: a clean text, or an extract of a PDF with its broken lines and stray blanks.
 * @returns The notice with its clauses in the order of the text. Every character of `source` that is not white
 *   space lies in exactly one span of exactly one clause.
 */
export function parseNotice(metadata: NoticeMetadata, source: string): Notice {
  const paragraphs = readMarkers(readParagraphs(source))
  const titles = titleParagraphs(paragraphs, normal(metadata.title))
  const enclosed = /印发《(.+)》/u.exec(normal(metadata.title))?.[1]
  const tree = new ClauseTree()
  const taken = new Set<Paragraph>(titles)
  const signature = findSignature(paragraphs)
  let isSigned = false
  let region: 'front' | 'body' | 'closing' = 'front'
  for (const [at, paragraph] of paragraphs.entries()) {
    const text = normal(paragraph.raw)
    if (paragraph === titles[0]) for (const title of titles) tree.merge('title', 'front', title)
    if (taken.has(paragraph)) continue
    if (paragraph.kind === 'furniture') {
      tree.merge('furniture', 'furniture', paragraph)
    } else if (paragraph.kind === 'cells') {
      for (const line of addTable(tree, paragraphs.slice(at))) taken.add(line)
    } else if (isAnnexLine(paragraph.raw) || (isSigned && annexTitle(paragraph.raw) !== '')) {
      region = 'body'
      for (const line of openAnnex(tree, paragraph, paragraphs.slice(at + 1))) taken.add(line)
    } else if (text === enclosed) {
      region = 'body'
      tree.closeLevels()
      tree.addHeading(paragraph)
      tree.closeLevels()
    } else if (region === 'front' && !paragraph.marker && frontLine.test(text) && !contactLine.test(text)) {
      tree.merge('front', 'front', paragraph)
    } else if (region === 'closing' || closingLine.test(text) || signature.has(paragraph)) {
      region = 'closing'
      isSigned ||= signature.has(paragraph)
      addClosing(tree, paragraph, text)
    } else {
      if (paragraph.marker) region = 'body'
      addText(tree, paragraph, text, paragraphs[at + 1])
    }
  }
  return { ...metadata, source, clauses: foldForms(tree.clauses) }
}

function addText(tree: ClauseTree, paragraph: MarkedParagraph, text: string, next: MarkedParagraph | undefined): void {
  if (paragraph.marker) {
    const body = cleanText(paragraph.raw.slice(paragraph.marker.raw.length))
    const isHeading = body.length <= 40 && !endsSentence(body) && !/[，；]/u.test(body)
    const lead = /^([^，。；：]{2,20})。./u.exec(body)?.[1] ?? ''
    tree.addNumbered(paragraph, paragraph.marker, isHeading ? 'heading' : 'item', isHeading ? body : lead)
  } else if (
    tree.inAnnex &&
    paragraph.short &&
    !endsSentence(text) &&
    next?.marker?.number === 1 &&
    next.marker.style.startsWith('arabic')
  ) {
    tree.addHeading(paragraph)
  } else if (signature.test(text) && tree.atAnnexLevel) {
    tree.merge('closing', 'closing', paragraph)
  } else {
    tree.addParagraph(paragraph, contactLine.test(text) ? 'contact' : 'paragraph')
  }
}

/** What stands after the last provision: the list of annexes, signature and date, notes, contact. */
function addClosing(tree: ClauseTree, paragraph: MarkedParagraph, text: string): void {
  const last = tree.clauses.at(-1)
  const inList = last?.id === `${tree.prefix}annexes` && !signature.test(text)
  if (contactLine.test(text)) tree.merge('contact', 'contact', paragraph)
  else if (annexList.test(text) || inList) tree.merge('annexes', 'closing', paragraph)
  else tree.merge('closing', 'closing', paragraph)
}

/** Opens an annex with its title, the short lines up to the first that is a field, a provision or a sentence. */
function openAnnex(tree: ClauseTree, line: Paragraph, rest: MarkedParagraph[]): Paragraph[] {
  const own = annexTitle(line.raw)
  if (own !== '') {
    tree.openAnnex(line, annexNumber(tree, line), [], [], own)
    return []
  }
  const start = rest.findIndex((paragraph) => !/[:：]$/u.test(paragraph.raw))
  const until = rest.findIndex((paragraph, at) => at >= start && (at === start + 2 || !isTitle(paragraph)))
  const titles = rest.slice(Math.max(start, 0), Math.max(until, 0))
  const before = titles.length > 0 ? rest.slice(0, start) : []
  tree.openAnnex(line, annexNumber(tree, line), before, titles)
  return [...before, ...titles]
}

function annexNumber(tree: ClauseTree, line: Paragraph): number {
  const digits = /^附件([\d一二三四五六七八九十]+)/u.exec(normal(line.raw))?.[1]
  if (digits) return parseNumeral(digits)
  return tree.clauses.filter((clause) => /^a\d+$/u.test(clause.id)).length + 1
}

const isTitle = (paragraph: MarkedParagraph): boolean =>
  paragraph.kind === 'text' && !paragraph.marker && paragraph.short && !/[:：。；]/u.test(paragraph.raw)

/** Adds a table, header and rows, and returns the lines it took. */
function addTable(tree: ClauseTree, paragraphs: MarkedParagraph[]): Paragraph[] {
  const body = paragraphs.filter((paragraph) => paragraph.kind !== 'furniture')
  const length = body.findIndex((paragraph) => paragraph.kind !== 'cells')
  const lines = length < 0 ? body : body.slice(0, length)
  const { header, columns, rows } = parseTable(lines)
  const number = tree.clauses.filter((clause) => clause.kind === 'table').length + 1
  const inAnnex = tree.clauses.some((clause) => clause.id === `${tree.prefix}t`)
  const prefix = tree.prefix && !inAnnex ? tree.prefix : `${tree.prefix}t${number}.`
  const parent = tree.host
  if (header) {
    const clause = tree.add({ id: `${prefix}t`, kind: 'table', parent }, [header])
    clause.text = columns.join(' | ')
  }
  for (const [at, row] of rows.entries()) {
    const name = String(row.number ?? at + 1)
    const step = row.group ? `${row.group} › ${name}` : name
    const clause = tree.add({ id: `${prefix}r${name}`, kind: 'row', parent, step }, [row.paragraph])
    clause.cells = row.cells
    clause.text = columns
      .map((column) => row.cells[column] ?? '')
      .filter(Boolean)
      .join(' | ')
    clause.quote = row.paragraph.raw.replace(/\t+/gu, ' ').trim()
  }
  return lines
}

/** The first run of paragraphs that together are the title. */
function titleParagraphs(paragraphs: Paragraph[], title: string): Paragraph[] {
  for (let from = 0; from < Math.min(paragraphs.length, 20); from++) {
    let read = ''
    for (let to = from; to < paragraphs.length && title.startsWith(read); to++) {
      read += normal(paragraphs[to]?.raw ?? '')
      if (read === title) return paragraphs.slice(from, to + 1)
    }
  }
  return []
}
