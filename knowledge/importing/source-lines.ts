import { foldWidth, squeeze } from '../language/clean-text.ts'
import { organ } from './organs.ts'

/** A line of a source as metadata are read off it: `text` without white space, digits half-width; the place of the line itself. */
export type SourceLine = { text: string; start: number; end: number }

/** The lines of a source that aren't empty. */
export function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  for (const match of source.matchAll(/[^\n]+/gu)) {
    const line = match[0].trim()
    const text = normal(partOffices(line))
    if (text === '') continue
    const start = match.index + match[0].indexOf(line)
    lines.push({ text, start, end: start + line.length })
  }
  return lines
}

/** Puts 、 between offices that blanks part on one line. */
function partOffices(line: string): string {
  const parts = line.split(/\s+/u)
  return parts.length > 1 && parts.every((part) => part.length > 2 && organ.test(part)) ? parts.join('、') : line
}

/** Without white space, digits half-width, brackets of a document number as they should be. */
export const normal = (line: string): string =>
  squeeze(foldWidth(line))
    .replace(/:/gu, '：')
    .replace(/[[［(（﹝【〈<](\d{4})[\]］)）﹞】〉>](?=第?\d+号)/gu, '〔$1〕')
