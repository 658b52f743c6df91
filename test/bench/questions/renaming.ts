import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Shipped, shipped } from '../../../bot/knowledge-in-use.ts'
import type { ImportedNotice } from '../../../knowledge/importing/prepare-notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { parseJson } from '../read-lines.ts'
import type { Asked } from './question-set.ts'

const renamingSchema = z.strictObject({
  '年+': z.int().default(0),
  words: z.record(z.string().min(1), z.string()).default({}),
})

/** Other words and years for the same notices and questions, so that an answer keyed on the old ones comes out wrong. */
export type Renaming = {
  text(text: string): string
  /** Every string in it, and the numbers called `year`; strings without Chinese, such as ids, take other years but no other words. */
  data<T>(value: T): T
}

export const noRenaming: Renaming = { text: (text) => text, data: (value) => value }

/** A year of this century or the last, in half- or full-width digits; 2000字, 2000 alone, GB2008 and incomeSince2023 hold none. */
const fullYear =
  /(?<![\d０-９.．A-Za-z])(?!2000(?!\s*年))(?:19|20|１９|２０)[\d０-９]{2}(?![\d０-９])(?!\s*[字家件个项次人名户元万亿])/gu
/** 22年, as people write for short; 20年以上 and 20年内 are spans of time. */
const shortYear = /(?<![\d０-９.．])2\d(?=年(?!以|内|期|限))/gu

/**
 * Reads `{"年+": N, "words": {"old": "new"}}`: years are moved by N, words are replaced all at once, the longest first, wherever
 * white space of a layout breaks them too.
 *
 * @throws {Error} Naming the file and what is wrong with it.
 */
export function readRenaming(file: string): Renaming {
  const { data, error } = renamingSchema.safeParse(parseJson(readFileSync(file, 'utf8'), file))
  if (error) throw new Error(`${file}: ${z.prettifyError(error)}`)
  return renamingOf(data['年+'], data.words)
}

export function renamingOf(years: number, words: Record<string, string>): Renaming {
  const longestFirst = Object.keys(words).toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.map(broken).join('|') || '(?!)', 'gu')
  const inOtherYears = (text: string) =>
    text.replace(fullYear, (year) => shifted(year, years)).replace(shortYear, (year) => String(Number(year) + years))
  const text = (old: string) =>
    inOtherYears(old.replace(pattern, (word) => words[word.replace(/\s/gu, '')] ?? words[word] ?? word))
  const change = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? text(value) : inOtherYears(value)
    if (typeof value === 'number') return key === 'year' ? value + years : value
    if (Array.isArray(value)) return value.map((one) => change(one))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one, name)]))
  }
  return { text, data: <T>(value: T) => change(value) as T }
}

/** The notices and programmes that come with the assistant, renamed; each notice's text is parsed anew. */
export function renamedShipped({ text, data }: Renaming): Shipped {
  const { notices, programmes } = shipped()
  return {
    notices: notices.map(({ source, clauses: _clauses, ...metadata }) => parseNotice(data(metadata), text(source))),
    programmes: data(programmes),
  }
}

export const renamedImport = ({ text, data }: Renaming, imported: ImportedNotice): ImportedNotice => ({
  fileName: text(imported.fileName),
  source: text(imported.source),
  given: data(imported.given),
  hints: data(imported.hints),
})

/** The same question in other words; the notices that it names and its id are left. */
export function renamedQuestion({ text }: Renaming, asked: Asked): Asked {
  const all = (texts: string[]) => texts.map(text)
  return {
    ...asked,
    question: text(asked.question),
    facts: all(asked.facts),
    anyFacts: asked.anyFacts.map(all),
    quotes: all(asked.quotes),
    mustNot: all(asked.mustNot),
  }
}

/** A word as a pattern that white space may break between any two characters, where it is Chinese. */
function broken(word: string): string {
  const characters = [...word].map((c) => RegExp.escape(c))
  return /^\p{Script=Han}+$/u.test(word) ? characters.join('\\s*') : characters.join('')
}

function shifted(year: string, by: number): string {
  const isWide = /[０-９]/u.test(year)
  const moved = String(Number(year.normalize('NFKC')) + by)
  return isWide ? moved.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : moved
}
