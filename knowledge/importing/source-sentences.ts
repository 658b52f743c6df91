import { cleanText, squeeze } from '../language/clean-text.ts'

/** A sentence of a source: `text` clean and without white space, `quote` verbatim, and where it stands. */
export type SourceSentence = { text: string; quote: string; start: number; end: number }

/** Longer stretches without a stop are no sentence that anything is read from. */
const longest = 600
/** A sentence and its stop; brackets may hold stops of their own. A line that is indented, or ends one, begins a sentence. */
const sentence =
  /[^。；\n]+(?:\n(?![\s\u3000]|第[一二三四五六七八九十百]+条|[（(]?[一二三四五六七八九十]+[、)）])[^。；\n]+){0,6}[。；]?/gu

/** The sentences of a source in order, those that are broken over lines as one. */
export function sentencesOf(source: string): SourceSentence[] {
  const found: SourceSentence[] = []
  for (const match of source.matchAll(sentence)) {
    const quote = match[0].trim()
    if (quote === '' || quote.length > longest) continue
    const start = match.index + match[0].indexOf(quote)
    found.push({ text: squeeze(cleanText(quote)), quote, start, end: start + quote.length })
  }
  return found
}
