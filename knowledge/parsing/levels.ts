import type { Clause } from './clause.ts'
import type { Marker, MarkerStyle } from './markers.ts'

/** Rank of each way of numbering, the highest first; an unnumbered heading stands with 一、. */
export const ranks: Record<Level['style'], number> = {
  part: -1,
  subpart: -0.5,
  chapter: 0,
  section: 0.3,
  article: 0.6,
  lead: 0.7,
  'cjk-comma': 1,
  unnumbered: 1,
  'cjk-paren': 2,
  'arabic-dot': 3,
  'arabic-comma': 3,
  'decimal-2': 3.2,
  'decimal-3': 3.3,
  'decimal-4': 3.4,
  'arabic-paren': 4,
  'arabic-half': 4.5,
  circled: 5,
  letter: 6,
}

/** `lead` is a paragraph of an article that opens a list of its own. */
export type Level = { style: MarkerStyle | 'unnumbered' | 'lead'; number: number; clause: Clause }

/** Provisions that have paragraphs (款) of their own. */
export const holdsText: ReadonlySet<Level['style']> = new Set(['article', 'cjk-comma'])

/** Whether what is numbered so stands under an open level; articles also stand under 「一、」 where that is a heading. */
export const isAbove = ({ style, number, clause }: Level, marker: Marker): boolean =>
  ranks[style] < ranks[marker.style] ||
  (marker.style === 'article' && style === 'cjk-comma' && clause.kind === 'heading' && marker.number >= number)

/** The last step of a locator: the number, of 「2.3」 under 「2.」 the last. */
export function stepOf({ style, number, name }: Marker, above: Level | undefined): string {
  const isWithin = style.startsWith('decimal') && /^(?:arabic|decimal)/u.test(above?.style ?? '')
  return isWithin ? String(number) : (name ?? String(number))
}
