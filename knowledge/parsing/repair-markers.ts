import { foldWidth } from '../language/clean-text.ts'
import { type Marker, readMarker } from './markers.ts'
import { isAnnexLine, type Paragraph } from './read-paragraphs.ts'

export type MarkedParagraph = Paragraph & { marker?: Marker }

/**
 * Reads the number each paragraph opens with and sets slips of numbering right: a heading 「1、」 that 「二、」
 * follows is 「一、」, and 「（2）」 after 「（一）」 is 「（二）」.
 */
export function readMarkers(paragraphs: Paragraph[]): MarkedParagraph[] {
  const marked: MarkedParagraph[] = paragraphs.map((paragraph) => {
    const marker = paragraph.kind === 'text' ? readMarker(paragraph.raw) : undefined
    return marker ? { ...paragraph, marker } : paragraph
  })
  for (const [at, paragraph] of marked.entries()) {
    const glued =
      paragraph.kind === 'text' && !paragraph.marker && gluedNumber(paragraph.raw, marked[at - 1], marked[at + 1])
    if (glued) marked[at] = { ...paragraph, marker: glued }
  }
  const stops = marked.filter((paragraph) => paragraph.marker !== undefined || isAnnexLine(paragraph.raw))
  for (const [at, { marker, short }] of stops.entries()) {
    if (!marker) continue
    const opened = stops.slice(0, at).findLastIndex((earlier) => isAnnexLine(earlier.raw))
    const before = stops.slice(opened + 1, at).map((earlier) => earlier.marker)
    if (isFirstPart(marker, short, before, stops.slice(at + 1))) marker.style = 'cjk-comma'
    const outer = before.findLast((earlier) => earlier?.style === 'cjk-paren' || earlier?.style === 'arabic-paren')
    const follows = outer?.style === 'cjk-paren' && outer.number === marker.number - 1
    if (marker.style === 'arabic-paren' && marker.number > 1 && follows) {
      marker.style = 'cjk-paren'
    }
  }
  return marked
}

function isFirstPart(
  marker: Marker,
  short: boolean,
  before: (Marker | undefined)[],
  after: MarkedParagraph[],
): boolean {
  if (marker.style !== 'arabic-comma' || marker.number !== 1 || !short) return false
  if (before.some((earlier) => earlier?.style === 'cjk-comma')) return false
  const next = after.find((later) => later.marker?.style === 'cjk-comma' || isAnnexLine(later.raw))
  return next?.marker?.number === 2
}

/** The number 「1.」 of 「1.65岁以上」, told from a decimal by the list it stands in: 「2.」 before or after it. */
function gluedNumber(
  raw: string,
  before: MarkedParagraph | undefined,
  after: MarkedParagraph | undefined,
): Marker | undefined {
  const [printed, digits] = /^(\d{1,2})[.．](?=\d)/u.exec(foldWidth(raw)) ?? []
  if (printed === undefined) return undefined
  const number = Number(digits)
  const isIn = (beside: MarkedParagraph | undefined, wanted: number) =>
    beside?.marker?.style === 'arabic-dot' && beside.marker.number === wanted
  const isListed = isIn(before, number - 1) || (number === 1 && isIn(after, 2))
  return isListed ? { style: 'arabic-dot', number, raw: raw.slice(0, printed.length) } : undefined
}
