import { cleanText, squeeze } from '../language/clean-text.ts'
import { readMarker } from '../parsing/markers.ts'
import { namesNotice } from '../parsing/notice-words.ts'
import { headLength } from './head.ts'
import { organ } from './organs.ts'
import { type Reading, readOff } from './reading.ts'
import type { SourceLine } from './source-lines.ts'

/** Lines from the top among which a title is looked for. */
const reach = 40
const longestTitle = 120
/** What never belongs to a title: numbers, dates, addressees, sentences, the head of the page. */
const apart =
  /〔\d{4}〕|^\d{4}年|[：:。；;，,]$|文件$|^[-—–]?\d+[-—–]?$|^(?:索引号|发文|发布|来源|字号|成文|主题|信息|附件|首页|当前位置|有效性|公开)/u
/** How a whole title begins; one that announces a document has the announcement before the document's name. */
const isWhole = (title: string): boolean => /^.{0,80}关于/u.test(title) || /^《(?!.*》的?通知$)/u.test(title)
/** The head of an announcement, which is not what it announces. */
const announcement = /^[^《》]{3,40}(?:公告|令)$/u
/** A line below a title that tells how the document came about. */
const act = /^[（(]?(?:\d{4}年\d{1,2}月\d{1,2}日).*(?:通过|公布|发布|批准|修订|修正|印发|施行)|令第.+号/u

type Title = { text: string; from: number; to: number }

/**
 * Finds the title of a notice: the line that ends as titles do, with the lines above it that it was broken over; where
 * none does, the line above the acts of a law, the one that begins with 关于, or the first of the head.
 *
 * @returns Without white space; undefined where no line is a title.
 */
export function deriveTitle(source: string): Reading | undefined {
  const lines = linesOf(source)
  const head = headLength(lines)
  const titles = lines.flatMap(({ text }, at) => (isEnd(text) ? [joinUpwards(lines, at)] : []))
  const own = titles.filter(({ text }) => !/解读$/u.test(text))
  const inHead = own.filter(({ to }) => to < head)
  const announced = inHead[0] && announcement.test(inHead[0].text) ? announcedTitle(lines, own) : undefined
  const found =
    own.find(({ text }) => isWhole(text)) ??
    announced ??
    inHead[0] ??
    titleByPlace(lines.slice(0, head)) ??
    own[0] ??
    titles[0]
  return found && readOff(source, found.text, lines[found.from]!, lines[found.to])
}

function linesOf(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  for (const match of source.matchAll(/[^\n]+/gu)) {
    const text = squeeze(cleanText(match[0]))
    if (text === '') continue
    if (lines.length === reach) break
    const raw = match[0].trim()
    const start = match.index + match[0].indexOf(raw)
    lines.push({ text, start, end: start + raw.length })
  }
  return lines
}

const isEnd = (line: string): boolean =>
  line.length <= longestTitle && !apart.test(line) && namesNotice(line) && readMarker(line) === undefined

/** The document that an announcement names and that stands below it. */
function announcedTitle(lines: readonly SourceLine[], own: readonly Title[]): Title | undefined {
  const named = new Set(lines.flatMap(({ text }) => [...text.matchAll(/《([^《》]+)》/gu)].map(([, name]) => name)))
  return own.find(({ text }) => named.has(text))
}

/** The title by where it stands in the head of a document. */
function titleByPlace(head: readonly SourceLine[]): Title | undefined {
  const isOwn = ({ text }: SourceLine) =>
    text.length > 3 &&
    !/^第.+号$/u.test(text) &&
    text.length <= 60 &&
    !apart.test(text) &&
    !act.test(text) &&
    !announcement.test(text) &&
    readMarker(text) === undefined
  const acts = head.findIndex(({ text }) => act.test(text))
  const above = head.findLastIndex((line, at) => at < acts && isOwn(line))
  const about = head.findIndex((line) => isOwn(line) && /关于.{4,}的?\p{Script=Han}{2,6}/u.test(line.text))
  const first = head.findIndex((line) => isOwn(line) && !organ.test(line.text))
  const at = [above, about, first].find((place) => place >= 0)
  return at === undefined ? undefined : { text: head[at]!.text, from: at, to: at }
}

/** The lines of a title that ends at `end`: upwards as far as to its 关于. */
function joinUpwards(lines: readonly SourceLine[], end: number): Title {
  let title = lines[end]!.text
  let from = end
  for (let at = end - 1; at >= Math.max(0, end - 4) && !isWhole(title); at--) {
    const line = lines[at]!.text
    if (apart.test(line) || isEnd(line) || line.length + title.length > longestTitle) break
    title = line + title
    from = at
  }
  return isWhole(title) ? { text: title, from, to: end } : { text: lines[end]!.text, from: end, to: end }
}
