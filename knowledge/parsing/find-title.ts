import { cleanText, squeeze } from '../language/clean-text.ts'
import type { Paragraph } from './read-paragraphs.ts'

/** Paragraphs from the top within which a title begins. */
const reach = 20

/**
 * The first run of paragraphs that together are the title.
 *
 * @param title Without white space.
 */
export function findTitle(paragraphs: Paragraph[], title: string): Paragraph[] {
  for (let from = 0; from < Math.min(paragraphs.length, reach); from++) {
    let read = ''
    for (let to = from; to < paragraphs.length && title.startsWith(read); to++) {
      read += squeeze(cleanText(paragraphs[to]?.raw ?? ''))
      if (read === title) return paragraphs.slice(from, to + 1)
    }
  }
  return []
}
