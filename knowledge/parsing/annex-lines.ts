import { cleanText, squeeze } from '../language/clean-text.ts'
import type { Marker } from './markers.ts'

const number = '[0-9０-９一二三四五六七八九十]+(?:\\s*[-—－]\\s*[0-9０-９]+)?'
const annexLine = new RegExp(`^附\\s*[件表录]\\s*(?:${number})?\\s*[:：]?$`, 'u')
const titledAnnexLine = new RegExp(
  `^附\\s*[件表录]\\s*${number}(?:\\s*[:：]|\\s)\\s*(?<title>[^，,。；;、:：]{2,40}(?:[（(][^（）()。；]{1,20}[）)])?)$`,
  'u',
)
const table = /^附\s*[表录]/u

/** The title that an annex line carries itself: 「附件1：项目申报书」; '' where it is none. */
export const annexTitle = (text: string): string => titledAnnexLine.exec(text.trim())?.groups?.title ?? ''
export const isAnnexLine = (text: string): boolean => annexLine.test(text.trim())

/** Whether a line names a table or an appendix, 「附表2」, which may also stand amidst the provisions as a caption. */
export const isTableLine = (text: string): boolean => table.test(text.trim())

/** The number an annex line gives: 「附件二」; undefined where it gives none. */
export const annexDigits = (text: string): string | undefined =>
  /^附[件表录]([\d一二三四五六七八九十]+)/u.exec(squeeze(cleanText(text)))?.[1]

type Line = { raw: string; kind: string; marker?: Marker }

/**
 * The paragraphs of a list of annexes that opens with 「附件：」 on a line of its own: the entries 1, 2, 3 … up to the
 * signature, the end, or the first annex.
 *
 * @param isEnd Whether a paragraph ends such a list.
 */
export function findAnnexLists<P extends Line>(paragraphs: readonly P[], isEnd: (paragraph: P) => boolean): Set<P> {
  const found = new Set<P>()
  for (const [at, paragraph] of paragraphs.entries()) {
    if (!/^附\s*件\s*[:：]$/u.test(paragraph.raw.trim())) continue
    let to = at + 1
    while (isEntry(paragraphs[to], to - at)) to++
    const next = paragraphs[to]
    const isList = to > at + 1 && (next === undefined || isEnd(next) || isAnnexLine(next.raw) || annexTitle(next.raw))
    if (isList) for (const one of paragraphs.slice(at, to)) found.add(one)
  }
  return found
}

const isEntry = (paragraph: Line | undefined, number: number): boolean =>
  paragraph?.marker?.number === number && paragraph.marker.style.startsWith('arabic') && !/[。；]$/u.test(paragraph.raw)
