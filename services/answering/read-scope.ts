import { type Catalogue, type ProgrammeMention, fold } from '../../knowledge/finding/catalogue.ts'
import type { Unit } from './question.ts'

/** Weight of a word that names a notice and is also what it is about: 总结验收. */
const nameWeight = 2.5

/** 去年 and 前年 as the years they are today. */
export const datedYears = (text: string, year: number): string =>
  text.replace(/去年|last year/giu, `${year - 1}年`).replace(/前年/gu, `${year - 2}年`)

export const blank = (text: string, word: string): string => text.split(word).join('·')

/** Pattern of a year as `readYears` reads it: in full, or 24年 for 2024; 15年 is a number of years. */
export const writtenYear = (year: number): string =>
  year >= 2020 && year <= 2029 ? `(?<!\\d)(?:${year}|${year % 100}年)` : `(?<!\\d)${year}`

function readYears(text: string): number[] {
  const full = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d|年?[底末]|年?(?:之|以)?前|年内)/gu)].map(([, year]) =>
    Number(year),
  )
  const short = [...text.matchAll(/(?<!\d)(2\d)年/gu)].map(([, year]) => 2000 + Number(year))
  return [...new Set([...full, ...short])]
}

export function readScope(catalogue: Catalogue, text: string) {
  const notices = new Set<string>()
  const programmes = new Set<string>()
  let rest = text
  for (const notice of catalogue.notices) {
    const enclosed = /《(.+)》/u.exec(notice.title)?.[1]
    const names = [notice.documentNumber, notice.title, notice.shortTitle, enclosed, enclosed?.replace(/^上海市/u, '')]
      .filter((name) => name !== undefined)
      .map(fold)
    for (const name of names) {
      if (!rest.includes(name)) continue
      notices.add(notice.id)
      rest = blank(rest, name)
    }
  }
  const spoken = readYears(rest)
  for (const [word, ids] of programmeNames(catalogue)) {
    if (!rest.includes(word)) continue
    for (const id of ids) programmes.add(id)
    rest = blank(rest, word)
  }
  const units: Unit[] = []
  for (const [word, ids] of noticeNames(catalogue)) {
    if (!rest.includes(word)) continue
    for (const id of ids) notices.add(id)
    if (catalogue.notices.some((notice) => ids.includes(notice.id) && notice.rosters.length > 0))
      units.push({ words: [word], weight: nameWeight })
    rest = blank(rest, word)
  }
  const named = catalogue.notices.filter(({ id, programmes: own }) =>
    notices.size > 0 ? notices.has(id) : own.some((programme) => programmes.has(programme.id)),
  )
  const years = named.length === 0 ? spoken : spoken.filter((year) => named.some((notice) => notice.year === year))
  return {
    notices,
    programmes,
    years,
    spoken,
    units,
    rest: withoutYears(rest, years),
  }
}

/** Blanks the years that say which notice is meant; a year that a notice speaks of stays a word of the question. */
const withoutYears = (text: string, years: number[]): string =>
  years.reduce(
    (rest, year) => rest.replace(new RegExp(`${writtenYear(year)}年?(?:的|度)?(?![内底前度]|以)`, 'gu'), '·'),
    text,
  )

const longestFirst = (names: Map<string, string[]>): [string, string[]][] =>
  [...names].sort(([a], [b]) => b.length - a.length)

function programmeNames(catalogue: Catalogue): [string, string[]][] {
  const names = new Map<string, string[]>()
  const all = catalogue.notices.flatMap((notice): ProgrammeMention[] => notice.programmes)
  for (const programme of all) {
    for (const name of [programme.title, ...programme.names].map(fold)) {
      names.set(name, [...(names.get(name) ?? []), programme.id])
    }
  }
  return longestFirst(names)
}

function noticeNames(catalogue: Catalogue): [string, string[]][] {
  const names = new Map<string, string[]>()
  for (const notice of catalogue.notices) {
    for (const name of notice.names.map(fold)) names.set(name, [...(names.get(name) ?? []), notice.id])
  }
  return longestFirst(names)
}
