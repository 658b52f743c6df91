import { addTable } from './add-table.ts'
import { cleanText, squeeze } from '../language/clean-text.ts'
import { ClauseTree } from './clause-tree.ts'
import { foldForms } from './fold-forms.ts'
import { findEnclosed } from './find-enclosed.ts'
import { findSignature } from './find-signature.ts'
import { isFront } from './front-lines.ts'
import { leadOf } from './lead-of.ts'
import { parseNumeral } from '../language/numeral.ts'
import type { Notice, NoticeMetadata } from './notice.ts'
import { annexTitle, endsSentence, isAnnexLine, type Paragraph, readParagraphs } from './read-paragraphs.ts'
import { type MarkedParagraph, readMarkers } from './repair-markers.ts'

/** Text compared without regard to layout and width. */
const normal = (text: string): string => squeeze(cleanText(text))

const closingLine = /^(?:公开方式[:：]|特此(?:通知|公告|通告)|[-–—·]?\s*附\s*件\s*[:：]|抄\s*送\s*[:：])/u
const annexList = /^[-–—·]?\s*附\s*件\s*[:：]/u
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
  const tree = new ClauseTree()
  const title = normal(metadata.title)
  const taken = new Set<Paragraph>(titles)
  const enclosed = findEnclosed(paragraphs, title, taken)
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
    } else if (isAnnexLine(paragraph.raw) || (isSigned && titleOfAnnex(tree, paragraph.raw) !== '')) {
      region = 'body'
      for (const line of openAnnex(tree, paragraph, paragraphs.slice(at + 1))) taken.add(line)
    } else if (enclosed.has(paragraph) && tree.clauses.at(-1)?.id !== `${tree.prefix}annexes`) {
      region = 'body'
      tree.closeLevels()
      tree.addHeading(paragraph)
      tree.closeLevels()
    } else if (
      region === 'front' &&
      !paragraph.marker &&
      !signature.has(paragraph) &&
      isFront(text, title) &&
      !contactLine.test(text)
    ) {
      tree.merge('front', 'front', paragraph)
    } else if (
      (region === 'closing' && !(isSigned && opensText(paragraph, text))) ||
      closingLine.test(text) ||
      signature.has(paragraph)
    ) {
      region = 'closing'
      isSigned ||= signature.has(paragraph)
      addClosing(tree, paragraph, text, signature.has(paragraph))
    } else {
      if (paragraph.marker || region === 'closing') region = 'body'
      addText(tree, paragraph, text, paragraphs[at + 1])
    }
  }
  return { ...metadata, source, clauses: foldForms(tree.clauses) }
}

/** Whether what follows the signature is text again: the first provision of a document, or whole sentences. */
const opensText = ({ marker }: MarkedParagraph, text: string): boolean =>
  marker
    ? marker.number === 1 && /^(?:chapter|article|cjk-comma)$/u.test(marker.style)
    : text.length > 80 && endsSentence(text)

/** Whether a line tells whom to turn to, rather than ending a provision with a remark that does. */
function isContact(text: string): boolean {
  const before = text.slice(0, contactLine.exec(text)?.index ?? Infinity)
  return before !== text && (/地址[:：]/u.test(before) || (before.length <= 60 && !before.includes('。')))
}

function addText(tree: ClauseTree, paragraph: MarkedParagraph, text: string, next: MarkedParagraph | undefined): void {
  if (paragraph.marker) {
    const body = cleanText(paragraph.raw.slice(paragraph.marker.raw.length))
    const isHeading = body.length <= 40 && !endsSentence(body) && !/[，；]/u.test(body)
    const lead = leadOf(body, paragraph.marker)
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
    tree.addParagraph(paragraph, isContact(text) ? 'contact' : 'paragraph')
  }
}

/** What stands after the last provision: the list of annexes, signature and date, notes, contact. */
function addClosing(tree: ClauseTree, paragraph: MarkedParagraph, text: string, signs: boolean): void {
  const last = tree.clauses.at(-1)
  const inList = last?.id === `${tree.prefix}annexes` && !signs && !signature.test(text)
  if (contactLine.test(text)) tree.merge('contact', 'contact', paragraph)
  else if (annexList.test(text) || inList) tree.merge('annexes', 'closing', paragraph)
  else tree.merge('closing', 'closing', paragraph)
}

/** Opens an annex with its title, the short lines up to the first that is a field, a provision or a sentence. */
function openAnnex(tree: ClauseTree, line: Paragraph, rest: MarkedParagraph[]): Paragraph[] {
  const own = titleOfAnnex(tree, line.raw)
  if (own !== '') {
    tree.openAnnex(line, annexNumber(tree, line), [], [], own)
    return []
  }
  const start = rest.findIndex((paragraph) => !/[:：]$/u.test(paragraph.raw))
  const until = rest.findIndex(
    (paragraph, at) =>
      at >= start && (at === start + 2 || !(isTitle(paragraph) || (at === start && isListed(tree, paragraph.raw)))),
  )
  const titles = rest.slice(Math.max(start, 0), Math.max(until, 0))
  const before = titles.length > 0 ? rest.slice(0, start) : []
  tree.openAnnex(line, annexNumber(tree, line), before, titles)
  return [...before, ...titles]
}

/** The title on the line of an annex itself; set right after its number, where the list of annexes has that title. */
function titleOfAnnex(tree: ClauseTree, raw: string): string {
  const own = /^附件[\d一二三四五六七八九十]+[:：]?(.{2,60})$/u.exec(normal(raw))?.[1]
  return annexTitle(raw) || (own && isListed(tree, own) ? own : '')
}

/** Whether the list of annexes has a title. */
function isListed(tree: ClauseTree, title: string): boolean {
  const listed = tree.clauses.find(({ id }) => id === 'annexes')?.text.split('\n') ?? []
  return listed.some((line) => normal(line).endsWith(normal(title)))
}

function annexNumber(tree: ClauseTree, line: Paragraph): number {
  const digits = /^附件([\d一二三四五六七八九十]+)/u.exec(normal(line.raw))?.[1]
  if (digits) return parseNumeral(digits)
  return tree.clauses.filter((clause) => /^a\d+$/u.test(clause.id)).length + 1
}

const isTitle = (paragraph: MarkedParagraph): boolean =>
  paragraph.kind === 'text' && !paragraph.marker && paragraph.short && !/[:：。；]/u.test(paragraph.raw)

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
