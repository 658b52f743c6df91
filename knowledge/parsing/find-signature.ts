import { cleanText, squeeze } from './clean-text.ts'
import { type Paragraph, isAnnexLine } from './read-paragraphs.ts'
import type { MarkedParagraph } from './repair-markers.ts'

const date = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u
const office = /^[^，。；：、]{2,30}(?:局|厅|府|院|部|署|办|委|会|处|中心|办公室)(?:（(?:盖章|公章|印章)）)?$/u

/**
 * Finds the signature of a notice: the day on a line of its own after the first provision and before the annexes, and
 * the offices on the lines above it.
 *
 * @returns Its paragraphs; none where a notice isn't signed so.
 */
export function findSignature(paragraphs: MarkedParagraph[]): Set<Paragraph> {
  const texts = paragraphs.map((paragraph) => squeeze(cleanText(paragraph.raw)))
  const first = paragraphs.findIndex((paragraph) => paragraph.marker !== undefined)
  const annex = paragraphs.findIndex((paragraph) => isAnnexLine(paragraph.raw))
  const end = annex < 0 ? paragraphs.length : annex
  const day = texts.findIndex(
    (text, at) => first >= 0 && at > first && at < end && date.test(text) && office.test(texts[at - 1]!),
  )
  if (day < 0) return new Set()
  let from = day
  while (office.test(texts[from - 1]!) && paragraphs[from - 1]!.marker === undefined) from--
  return new Set(paragraphs.slice(from, day + 1))
}
