import { listedMarker } from './listed-markers.ts'
import { type Marker, readMarker } from './markers.ts'
import { isAnnexLine } from './annex-lines.ts'
import type { Paragraph } from './read-paragraphs.ts'

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
  const raws = paragraphs.map(({ kind, raw }) => (kind === 'text' ? raw : ''))
  for (const [at, paragraph] of marked.entries()) {
    if (paragraph.kind !== 'text' || paragraph.marker) continue
    const marker = listedMarker(raws, at, (near) => marked[near]?.marker)
    if (marker) marked[at] = { ...paragraph, marker }
  }
  repair(marked.filter((paragraph) => paragraph.marker !== undefined || isAnnexLine(paragraph.raw)))
  return marked
}

/** @param stops The numbered paragraphs and the annexes, in order. */
function repair(stops: MarkedParagraph[]): void {
  const next = followers(stops)
  let hasComma = false
  let outer: Marker | undefined
  for (const [at, { marker, short }] of stops.entries()) {
    if (!marker) {
      hasComma = false
      outer = undefined
      continue
    }
    const isFirstPart =
      marker.style === 'arabic-comma' && marker.number === 1 && short && !hasComma && next[at]?.number === 2
    if (isFirstPart) marker.style = 'cjk-comma'
    const follows = outer?.style === 'cjk-paren' && outer.number === marker.number - 1
    if (marker.style === 'arabic-paren' && marker.number > 1 && follows) marker.style = 'cjk-paren'
    hasComma ||= marker.style === 'cjk-comma'
    if (marker.style === 'cjk-paren' || marker.style === 'arabic-paren') outer = marker
  }
}

/** After each stop the next 「一、」 of the same document; none where an annex comes before it. */
function followers(stops: MarkedParagraph[]): (Marker | undefined)[] {
  const next: (Marker | undefined)[] = []
  let following: Marker | undefined
  for (let at = stops.length - 1; at >= 0; at--) {
    next[at] = following
    const { marker } = stops[at]!
    if (!marker) following = undefined
    else if (marker.style === 'cjk-comma') following = marker
  }
  return next
}
