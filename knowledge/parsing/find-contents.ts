import { cleanText, squeeze } from '../language/clean-text.ts'
import type { Paragraph } from './read-paragraphs.ts'

const heading = /^目[录次]$/u
const longestEntry = 40

/** Without white space and without the dots and the page that an entry ends in. */
const entryOf = (paragraph: Paragraph): string =>
  squeeze(cleanText(paragraph.raw)).replace(/[.…·—-]*(?:[（(]?\d{1,3}[)）]?)?$/u, '')

/** The table of contents: 「目录」 and its entries, up to where the first of them stands again as a heading. */
export function findContents(paragraphs: readonly Paragraph[]): Set<Paragraph> {
  const at = paragraphs.findIndex((paragraph) => heading.test(squeeze(paragraph.raw)))
  const first = paragraphs[at + 1]
  if (at < 0 || !first) return new Set()
  const entry = entryOf(first)
  const again = paragraphs.findIndex((paragraph, place) => place > at + 1 && entryOf(paragraph) === entry)
  const entries = again < 0 ? [] : paragraphs.slice(at, again)
  const isList =
    entries.length > 2 && entries.every((one) => one.kind !== 'cells' && entryOf(one).length <= longestEntry)
  return new Set(isList ? entries : [])
}
