import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const fixtures = join(import.meta.dirname, '../../fixtures/notices')

/** A notice of another office in the words of an invented district, as a text file. */
export const shenjiangFile = join(fixtures, 'shenjiang-2026.txt')
export const shenjiangText = readFileSync(shenjiangFile, 'utf8')

/** Its paragraphs and table rows, one line each. */
export const shenjiangLines = linesOf(shenjiangText)

/** Lines with the cells of tables begun by a bar, as files other than text give them. */
export const withBars = (lines: string[]): string[] => lines.map((line) => line.replaceAll('\t', '\t|'))

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
