import { cleanText, squeeze } from '../language/clean-text.ts'
import { isAnnexLine } from './annex-lines.ts'
import { isSignature } from './closing.ts'
import { isFront } from './front-lines.ts'
import { endsSentence, type Paragraph } from './read-paragraphs.ts'
import type { MarkedParagraph } from './repair-markers.ts'

const breadcrumb = /^(?:[^>＞»›。；]{1,30}[>＞»›]){2,}[^。；]{0,40}$/u
const pair = /(?:^|\s)[\p{Script=Han}]{2,6}\s*[:：]\s*\S+/gu
const day = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/u
/** The head of a document: who issues it, its number. */
const head = /(?:令|公报|文件|公告)$|^第\d+号$|〔|［\d|\[\d/u
const longestControl = 5

/** Words apart from each other as the buttons of a page are: 「打印  关闭  分享到：」. */
function isControls(text: string): boolean {
  const words = text.split(/[\s|｜\][【】]+/u).filter(Boolean)
  const isSpaced = words.every((word) => word.length < 2)
  return (
    words.length > 2 &&
    !isSpaced &&
    words.every((word) => word.length <= longestControl && !/[\d。；，、（）()]/u.test(word))
  )
}

/** Whether a line is one that a web page has around a document: the way to it, its buttons, when and whence it was put there. */
export function isPageLine(raw: string): boolean {
  const text = raw.replace(/[\u3000\u00a0]/gu, ' ').trim()
  const bare = squeeze(text)
  const isHead = isSignature(bare) || (isFront(bare, '') && !/[:：]$/u.test(bare))
  if (/[。；]/u.test(text) || text.length > 120 || isHead) return false
  const pairs = text.match(pair)?.length ?? 0
  return breadcrumb.test(text) || isControls(text) || (pairs > 1 && day.test(text))
}

/** Longest line above a title that is none of the head, such as the name of a site. */
const longestAbove = 60

/**
 * The paragraphs that a web page has around a document it shows: what stands above its head and is no sentence, the lines
 * of a page right below its title, those at the very end.
 *
 * @param titles The paragraphs of the title; where there are none, nothing is known of what stands above it.
 * @param title Without white space.
 */
export function findPageLines(
  paragraphs: readonly MarkedParagraph[],
  titles: readonly Paragraph[],
  title: string,
): Set<Paragraph> {
  const begin = titles.length === 0 ? 0 : paragraphs.findIndex((paragraph) => paragraph === titles[0])
  const above = paragraphs.slice(0, begin)
  const top = above.findIndex((paragraph) => !isAbove(paragraph, title))
  const below = paragraphs.slice(begin + titles.length, begin + titles.length + 4)
  const isPage = ({ kind, raw, marker }: MarkedParagraph) => kind === 'text' && !marker && isPageLine(raw)
  const found = new Set<Paragraph>([...(top < 0 ? above : above.slice(0, top)), ...[...above, ...below].filter(isPage)])
  if (paragraphs.some(({ raw }) => isAnnexLine(raw))) return found
  for (let at = paragraphs.length - 1; at > begin + 2 && isPage(paragraphs[at]!); at--) found.add(paragraphs[at]!)
  return found
}

function isAbove(paragraph: MarkedParagraph, title: string): boolean {
  const text = squeeze(cleanText(paragraph.raw))
  const isHead = paragraph.marker || isFront(text, title) || head.test(text) || endsSentence(text)
  return paragraph.kind === 'text' && text.length <= longestAbove && !isHead
}
