import { squeeze } from '../language/clean-text.ts'
import { isAnnexLine } from '../parsing/annex-lines.ts'
import { isSignature, opensClosing } from '../parsing/closing.ts'
import { contactLine } from '../parsing/contact-line.ts'
import { readMarker } from '../parsing/markers.ts'
import { isPageLine } from '../parsing/page-lines.ts'
import { endsSentence } from '../parsing/read-paragraphs.ts'
import { dayPattern, numericDay } from './iso-date.ts'
import { organ } from './organs.ts'
import { gap } from './page-blocks.ts'
import { isLabelRow } from './read-labels.ts'

/** The head of a document above its title: whose it is, its number. */
const head = /文件$|令$|〔\d{4}〕|[[［(（]\d{4}[\]］)）]第?\d+号|^第.{1,6}号$/u
/** A label of a page and the day or number after it, alone on a line. */
const told = new RegExp(`^[\\p{Script=Han}]{2,6}[:：](?:${numericDay}.*|\\d+次?)$`, 'u')
const day = new RegExp(`${dayPattern}$`, 'u')
const longestAbove = 60
/** Lines below the title among which a page tells when and whence it was put there. */
const below = 5

/**
 * The lines of a document without those that the page has around it: above the title what is not its head, below it when
 * and whence it was published, and all beyond the first gap after its end.
 *
 * @param lines Of the part of the page that holds the document, `gap` where something was taken out.
 * @param title Without white space, where it is known.
 */
export function trimPage(lines: readonly string[], title: string | undefined): string[] {
  const at = title === undefined ? -1 : lines.findIndex((line) => !line.includes('\t') && isTitle(squeeze(line), title))
  const opening = at < 0 ? -1 : lines.slice(0, at).lastIndexOf(gap)
  const above = lines
    .slice(0, Math.max(at, 0))
    .filter((line, place) => line !== gap && isKeptAbove(line, place > opening))
  const rest = lines.slice(Math.max(at, 0))
  const isPage = (line: string, place: number) =>
    (place > 0 && place <= below && (isPageLine(line) || told.test(squeeze(line)))) ||
    isScrap(line, rest[place + 1] === gap)
  const isOnPage = title !== undefined || lines.includes(gap)
  const own = (isOnPage ? beforeEnd(rest) : rest).filter((line, place) => line !== gap && !isPage(line, place))
  return [...above, ...own]
}

const isTitle = (text: string, title: string): boolean =>
  text === title || (text.includes(title) && text.length < title.length + 12)

/** What is left of a line whose buttons were taken out: 「分享到：」, a bracket. */
const isScrap = (line: string, isBeforeGap: boolean): boolean =>
  /^[\p{P}\p{S}\s]+$/u.test(line) || (isBeforeGap && squeeze(line).length <= 8 && /[:：【]$/u.test(line))

/** @param isNear Nothing was taken out between the line and the title. */
function isKeptAbove(line: string, isNear: boolean): boolean {
  const text = squeeze(line)
  if (head.test(text) || line.includes('\t')) return !isLabelRow(line)
  return isNear && !isPageLine(line) && (text.length > longestAbove || endsSentence(text) || !/[>＞|｜]/u.test(text))
}

/** Lines that may stand behind the last provision or day of a document without being any. */
const most = 12

/**
 * The lines up to the end of the document: behind its last provision, day or sentence only what a document ends with
 * (offices, remarks, contacts) is kept, as far as the first gap.
 */
function beforeEnd(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line !== gap && isContent(line))
  if (last < 0) return [...lines]
  const beyond = lines.slice(last + 1)
  const end = beyond.indexOf(gap)
  const tail = (end < 0 ? beyond : beyond.slice(0, end)).filter((line) => line !== gap)
  const isList = end < 0 && (tail.length > most || isAnnexLine(lines[last] ?? ''))
  return [...lines.slice(0, last + 1), ...tail.filter((line) => isList || endsDocument(squeeze(line)))]
}

const endsDocument = (text: string): boolean =>
  (!/[:：]/u.test(text) && (isSignature(text) || organ.test(text))) ||
  opensClosing(text) ||
  contactLine.test(text) ||
  /^(?:咨询|受理|服务|监督|举报)(?:电话|热线)[:：]/u.test(text) ||
  /^[（(].*[)）]$|\d{4}年\d{1,2}月/u.test(text)

function isContent(line: string): boolean {
  const text = squeeze(line)
  const isProvision = readMarker(text) !== undefined && text.length > 4
  return (
    line.includes('\t') ||
    isProvision ||
    isAnnexLine(text) ||
    day.test(text) ||
    (text.length > 12 && /[。；]$/u.test(text))
  )
}
