import { cleanText, squeeze } from '../language/clean-text.ts'
import { isAnnexLine } from './annex-lines.ts'
import { endsSentence, type Paragraph } from './read-paragraphs.ts'
import { isOffice } from './offices.ts'
import type { MarkedParagraph } from './repair-markers.ts'

const date = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u
/** Running text is at least this long: shorter lines before the first provision are the head. */
const shortestText = 20

/**
 * Finds the signature of a notice: the day on a line of its own after the first provision or sentence and before the
 * annexes, and the offices on the lines above it.
 *
 * @returns Its paragraphs; none where a notice isn't signed so.
 */
export function findSignature(paragraphs: MarkedParagraph[]): Set<Paragraph> {
  const texts = paragraphs.map((paragraph) => squeeze(cleanText(paragraph.raw)))
  const first = paragraphs.findIndex(
    (paragraph, at) =>
      paragraph.marker !== undefined ||
      (texts[at]!.length >= shortestText && endsSentence(texts[at]!) && !/[:：]$/u.test(texts[at]!)),
  )
  const annex = paragraphs.findIndex((paragraph) => isAnnexLine(paragraph.raw))
  const end = annex < 0 ? paragraphs.length : annex
  const day = texts.findIndex(
    (text, at) => first >= 0 && at > first && at < end && date.test(text) && isOffice(texts[at - 1]!),
  )
  if (day < 0) return new Set()
  let from = day
  while (from - 1 > first && isOffice(texts[from - 1]!) && paragraphs[from - 1]!.marker === undefined) from--
  return new Set(paragraphs.slice(from, day + 1))
}
