import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { inChinese } from '../../knowledge/language/write-day.ts'
import { type PlacedText, placedText } from './placed-text.ts'
import { plainText } from './plain-text.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * A stretch of a statement between commas. It says nothing alone where it `leads`, and what stands before it must not be
 * said without it where it `leansBack`; left out, it changes nothing where it `isHarmless`. `starts` and `ends` give the
 * place of each character of `text` in the source's `whole`.
 */
export type Stretch = {
  text: string
  starts: number[]
  ends: number[]
  tokens: Token[]
  leads: boolean
  leansBack: boolean
  isHarmless: boolean
}

/**
 * What may be said of a clause: its own words and those of its points as they stand in the notice, its statements in
 * stretches, and the names that say where it stands.
 */
export type ClauseSource = { entry: Entry; whole: string; statements: Stretch[][]; names: string[] }

/** Under these conditions, before this, except that: what follows must not be said without it. */
const conditional = /(?:的|后|下|者|外|前|底|间)$|^(?:截至|经|如|若|凡|因|对|同等|未|没有|除)|^(?:至|到)?20\d\d年/u
/** When it counts: left out, the rest stays true. */
const harmless = /^(?:截至申报日|其中)$/u
/** But, or, and then: what stands before must not be said without it. */
const continued = /^(?:但|除|或|且|方|才|否则)/u

const stretchOf = ({ text, starts, ends }: PlacedText): Stretch => ({
  text,
  starts,
  ends,
  tokens: tokensOf(text),
  leads: conditional.test(text),
  leansBack: continued.test(text),
  isHarmless: harmless.test(text),
})

/** Titles of parts without their numbers, and the programme by its whole title or the end of it. */
function namesOf({ notice, clause, programme }: Entry): string[] {
  const steps = clause.path
    .split(' › ')
    .map((step) => step.replace(/^(?:[一二三四五六七八九十]+、|[（(][^）)]*[）)]|\d+[.、]?)/u, ''))
  const title = programme?.title ?? ''
  const ends = [...title]
    .map((_, at, characters) => characters.slice(at).join(''))
    .filter((end) => /^(?:医疗|高校|知识产权|运营|促进|上海市)/u.test(end))
  const year = ['通知', '的通知', '申报通知', ...ends].map((next) => `${notice.year}年${next}`)
  const issued = notice.issued ? [`${inChinese(notice.issued)}印发`] : []
  const names = [...steps, ...ends, ...year, ...issued, notice.documentNumber ?? '', `${notice.issuer}的通知`]
  return [...new Set(names.map(plainText))].filter((name) => name.length > 1)
}

/** Where a statement may be parted: commas within brackets and figures part nothing. */
export const comma = /(?:(?<!\d)[，,]|[，,](?!\d{3}(?!\d)))(?![^(]*\))/u
const commas = new RegExp(comma, 'gu')

/** What follows a semicolon with 或 or 但 belongs to what stands before: a comma takes its place, at the same length. */
const joinAlternatives = (text: string): string => text.replace(/[；;](?=\s*[或但])/gu, '，')

/** A text cut into its statements. */
export const cutStatements = (text: string): string[] => joinAlternatives(text).split(/[。；;！!？?\n]+/u)

/** Reads a clause, with the points under it, as what a sentence may be held against. */
export function clauseSource(entry: Entry): ClauseSource {
  const whole = [entry, ...entry.children].map(({ clause }) => withoutMarker(clause.text, clause.marker)).join('\n')
  const statements = [...joinAlternatives(whole).matchAll(/[^。；;！!？?\n]+/gu)]
    .map(({ 0: statement, index }) => stretchesOf(placedText(statement, index)))
    .filter((stretches) => stretches.length > 0)
  return { entry, whole, statements, names: namesOf(entry) }
}

/** A statement cut at its commas, without a bracket that opens or closes nothing in it. */
function stretchesOf(statement: PlacedText): Stretch[] {
  const inner = part(
    statement,
    /^\([^)]*$/u.test(statement.text) ? 1 : 0,
    statement.text.length - (/^[^(]*\)$/u.test(statement.text) ? 1 : 0),
  )
  const stretches: Stretch[] = []
  let start = 0
  for (const end of [...[...inner.text.matchAll(commas)].map(({ index }) => index), inner.text.length]) {
    if (end > start) stretches.push(stretchOf(part(inner, start, end)))
    start = end + 1
  }
  return stretches
}

const part = ({ text, starts, ends }: PlacedText, from: number, to: number): PlacedText => ({
  text: text.slice(from, to),
  starts: starts.slice(from, to),
  ends: ends.slice(from, to),
})

const withoutMarker = (text: string, marker: string | undefined): string =>
  marker !== undefined && text.startsWith(marker) ? text.slice(marker.length) : text
