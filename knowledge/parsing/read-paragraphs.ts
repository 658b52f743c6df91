import { foldSpace, foldWidth, squeeze } from '../language/clean-text.ts'
import { annexTitle, isAnnexLine } from './annex-lines.ts'
import type { Span } from './clause.ts'
import { readMarker } from './markers.ts'
import { namesNotice } from './notice-words.ts'
import { columns, type Line, readLines, vagueness, wrapWidth } from './page-width.ts'
import { isOffice } from './offices.ts'

/** A paragraph put together again from the lines of a page. `raw` keeps the source's characters, line breaks as they were. */
export type Paragraph = { raw: string; spans: Span[]; kind: 'text' | 'cells' | 'furniture'; short: boolean }

const pageNumber = /^(?:[-—–]\s*\d+\s*[-—–]|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)$/u
const imprint = /^\S.*(?:办公室|办公厅|秘书处)\s+\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发$/u
const sentenceEnd = /(?:[。！？!?：:；;]|(?<=[\p{Script=Han}）)%％”])\.)["”』）)]*$/u
const citedEnd = /[。.；;][(（][^()（）]*[)）]$/u

export const endsSentence = (text: string): boolean => sentenceEnd.test(text) || citedEnd.test(squeeze(text))

const opens = (text: string): number => (text.match(/[（(《«“〔]/gu) ?? []).length
const closes = (text: string): number => (text.match(/[）)》»”〕]/gu) ?? []).length

const runs = /[，,；;。]|(?<=[\p{Script=Han}])[.]/u
const letterSpaced = /^(?:\S\s){6}/u
/** What ends a notice stands on a line of its own, even after a line that is full. */
const ending =
  /^(?:特此(?:通知|公告|通告)[。.]?$|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$|[（(]此件|\p{Script=Han}{2,14}[〔［[（(]\d{4}[〕］\])）]\d+号$)/u
/** A title and the addressee under it, which stand apart however long they are. */
const title = /(?:通知|公告|通告|函)$/u
const addressee = /^[^，,。；;]{2,40}[:：]$/u
const label =
  /^(?:联\s*系\s*人|联\s*系\s*方\s*式|联\s*系\s*电\s*话|电\s*话|传\s*真|邮\s*箱|电\s*子\s*邮\s*箱|地\s*址|网\s*址|附\s*件|抄\s*送)\s*[:：]/u

/** Columns that a first line is indented by. */
const indent = 4
/** What must stay on one line: a word, number or address, with the brackets before and the punctuation after it. */
const unbroken = /^[（(《“〔]*(?:[\w%./:@-]+|[^])[，,。.、；;：:”）)》〕%]*/u

/** Whether a line reaches the edge of the page: what follows had no room on it. A row of labels never does. */
function isFull(line: Line, isFirst: boolean, next: string, wrap: number): boolean {
  if (letterSpaced.test(line.text) && line.width >= wrap * 0.8) return true
  const isRow = foldSpace(line.text).split(' ').length > 2 && !runs.test(line.text)
  const needed = columns(unbroken.exec(next)?.[0] ?? '')
  return !isRow && line.width + (isFirst ? indent : 0) + needed > wrap - vagueness
}

/** The paragraph that is put together, and what of its text tells whether it goes on: a long one is not read anew with each line. */
type Open = { paragraph: Paragraph; last: Line; tail: string; balance: number; marked: number; hasRuns: boolean }

/** Characters at the end of a paragraph that tell how it ends. */
const tailLength = 600

function opened(paragraph: Paragraph, line: Line): Open {
  const marked = squeeze(readMarker(paragraph.raw)?.raw ?? '').length
  const open = { paragraph, last: line, tail: '', balance: 0, marked, hasRuns: false }
  return take(open, line, paragraph.raw)
}

/** Takes in a line, as it is added to the paragraph. */
function take(open: Open, line: Line, text: string): Open {
  const tail = open.tail.slice(-tailLength) + text
  const own = open.tail === '' ? squeeze(text).slice(open.marked) : squeeze(tail.slice(-text.length - 2))
  return {
    ...open,
    last: line,
    tail,
    balance: open.balance + opens(text) - closes(text),
    hasRuns: open.hasRuns || runs.test(own),
  }
}

/**
 * Whether running text goes on past its end: at an open bracket, after a full line, or where a sentence has begun and
 * not ended. A numbered provision also goes on after a sentence that fills its line and with a bracketed remark on a
 * line of its own (the responsible units).
 */
function goesOn(open: Open, next: string, wrap: number): boolean {
  const { tail: text, last, marked, paragraph } = open
  if (open.balance > 0) return true
  if (label.test(next) || ending.test(next) || annexTitle(next)) return false
  if (title.test(text) && addressee.test(next)) return false
  if (wrap === Number.POSITIVE_INFINITY) {
    const isTitle = namesNotice(text) && !/[，。；]/u.test(text)
    return last.width > 60 && !endsSentence(text) && !isTitle && !isOffice(squeeze(text)) && !/[:：]$/u.test(next)
  }
  const full = isFull(last, !paragraph.raw.includes('\n'), next, wrap)
  const provision = marked > 0 && open.hasRuns
  if (citedEnd.test(squeeze(text))) return false
  if (provision && /^[（(]/u.test(next)) return true
  if (endsSentence(text)) return full && (provision || /[；;]$/u.test(text))
  return full || /、$/u.test(squeeze(text).slice(paragraph.raw.length === text.length ? marked : 0)) || open.hasRuns
}

/**
 * Puts the lines of a text extract together into paragraphs. A new one starts at a number, an annex,
 * a table row, or after a line that ends its sentence or falls short of the page's width.
 *
 * @param source The notice as received; offsets in the result are UTF-16 code units of it.
 * @returns Paragraphs in order; page numbers and imprints come as kind `furniture` and interrupt nothing.
 */
export function readParagraphs(source: string): Paragraph[] {
  const lines = readLines(source)
  const wrap = wrapWidth(lines)
  const paragraphs: Paragraph[] = []
  let open: Open | undefined
  for (const line of lines) {
    const text = foldWidth(line.text)
    const span = { start: line.start, end: line.end }
    if (pageNumber.test(text) || imprint.test(text)) {
      paragraphs.push({ raw: line.text, spans: [span], kind: 'furniture', short: true })
    } else if (line.text.includes('\t')) {
      paragraphs.push({ raw: line.text, spans: [span], kind: 'cells', short: false })
      open = undefined
    } else if (open && !readMarker(text) && !isAnnexLine(text) && goesOn(open, text, wrap)) {
      open.paragraph.raw += `\n${line.text}`
      open.paragraph.spans.push(span)
      open.paragraph.short = false
      open = take(open, line, `\n${line.text}`)
    } else {
      const paragraph: Paragraph = {
        raw: line.text,
        spans: [span],
        kind: 'text',
        short: line.width <= Math.min(wrap, 80) * 0.8,
      }
      paragraphs.push(paragraph)
      open = isAnnexLine(text) ? undefined : opened(paragraph, line)
    }
  }
  return paragraphs
}
