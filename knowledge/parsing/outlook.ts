import { isAnnexLine } from './annex-lines.ts'
import type { Marker } from './markers.ts'
import type { MarkedParagraph } from './repair-markers.ts'

/** After each paragraph the next number of the same document; none where an annex comes before it. */
export function upcomingMarkers(paragraphs: MarkedParagraph[]): (Marker | undefined)[] {
  const upcoming: (Marker | undefined)[] = []
  let next: Marker | undefined
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    upcoming[at] = next
    next = isAnnexLine(paragraphs[at]!.raw) ? undefined : (paragraphs[at]!.marker ?? next)
  }
  return upcoming
}
