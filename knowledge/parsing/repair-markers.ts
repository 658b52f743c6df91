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
  const stops = marked.filter((paragraph) => paragraph.marker !== undefined || isAnnexLine(paragraph.raw))
  for (const [at, { marker, short }] of stops.entries()) {
    if (!marker) continue
    const opened = stops.slice(0, at).findLastIndex((earlier) => isAnnexLine(earlier.raw))
    const before = stops.slice(opened + 1, at).map((earlier) => earlier.marker)
    if (isFirstPart(marker, short, before, stops.slice(at + 1))) marker.style = 'cjk-comma'
    const outer = before.findLast((earlier) => earlier?.style === 'cjk-paren')
    if (marker.style === 'arabic-paren' && marker.number > 1 && outer?.number === marker.number - 1) {
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
