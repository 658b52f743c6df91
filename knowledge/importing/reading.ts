import type { SourceLine } from './source-lines.ts'

/**
 * A field of the metadata with the words it was read from. `quote` is verbatim; `start` and `end` are its place in the
 * notice's source (UTF-16 code units) where it stands there. `from`: the text, the web page around it, the name of the
 * file, or what a person gave.
 */
export type Reading<Value = string> = {
  value: Value
  quote: string
  from: 'text' | 'page' | 'file-name' | 'given'
  start?: number
  end?: number
}

/** What was read off a line, or off the lines from `line` to `last`. */
export const readOff = <Value>(source: string, value: Value, line: SourceLine, last = line): Reading<Value> => ({
  value,
  quote: source.slice(line.start, last.end),
  from: 'text',
  start: line.start,
  end: last.end,
})
