import { type ContactMention, readContacts } from '../../knowledge/language/contact.ts'
import { type DateMention, readDates } from '../../knowledge/language/date.ts'
import { type Bound, type Figure as ReadFigure, readFigures } from '../../knowledge/language/figure.ts'
import { arabicNumeral, numeral } from '../../knowledge/language/numeral-pattern.ts'
import { parseNumeral } from '../../knowledge/language/numeral.ts'
import { readOrdinals } from '../../knowledge/language/ordinal.ts'

/**
 * Something in a text that is right or wrong to the last digit. `key` is the same for all ways of writing it: 一百件,
 * 100 件 and １００件; 500万元 and 5,000,000元. `from` and `to` take in the words that bound it.
 */
export type Figure = { key: string; bound: Bound; start: number; end: number; from: number; to: number }

type Place = { start: number; end: number }

const exact = (key: string, { start, end }: Place): Figure => ({
  key,
  bound: 'exactly',
  start,
  end,
  from: start,
  to: end,
})

/** How each kind of contact is compared; addresses are, as words, character by character. */
const contactKeys: Partial<Record<ContactMention['kind'], (text: string) => string>> = {
  mail: (mail) => `mail ${mail}`,
  url: (url) => `url ${url.replace(/^https?:\/\//u, '').replace(/[/.]+$/u, '')}`,
  documentNumber: (number) => `document ${number.replace(/号$/u, '')}`,
  phone: (phone) => `phone ${phone.replace(/[-\s()（）]/gu, '')}`,
  postcode: (code) => `postcode ${code}`,
}

const contactFigures = (text: string): Figure[] =>
  readContacts(text).flatMap((found) => {
    const key = contactKeys[found.kind]?.(found.text)
    return key === undefined ? [] : [exact(key, found)]
  })

/** What a date says beside its numbers: 底, 初, 至申报日. */
const wordsOfDate = (written: string): string =>
  written.replace(new RegExp(numeral, 'gu'), '').replace(/[年月日号份度至到~—–./-]/gu, '')

function dateKey({ year, month, day, upTo, isEndOf }: DateMention, written: string): string {
  const kind = isEndOf ?? (day !== undefined ? 'date' : month !== undefined ? 'month' : 'year')
  const parts = [month, isEndOf ? undefined : day].filter((part) => part !== undefined)
  const named = kind === 'year' ? `year ${year}` : [`${kind} ${year ?? ''}`, ...parts].join('-')
  const until = upTo ? ` to ${[upTo.year, upTo.month, upTo.day].filter((part) => part !== undefined).join('-')}` : ''
  return `${named}${until}${wordsOfDate(written)}`
}

const dateFigures = (text: string): Figure[] =>
  readDates(text)
    .filter(({ term }) => !term)
    .map((date) => exact(dateKey(date, text.slice(date.start, date.end)), date))

/** 余 and the like: 100余件 is not 100件. */
const moreOf = (written: string): string => /[余多来几](?=[^余多来几]*$)/u.exec(written)?.[0] ?? ''

function amountKey({ kind, value, upTo, unit, per, includesLimit, includesUpTo }: ReadFigure, written: string): string {
  const ends = upTo === undefined ? `${value}` : `${value}~${upTo}${includesLimit ?? ''}${includesUpTo ?? ''}`
  const number = kind === 'percent' ? `percent ${ends}` : kind === 'ratio' ? `ratio ${written}` : ends
  return [`${number}${moreOf(written)}${kind === 'percent' ? '' : unit}`, ...per].join('/')
}

const amountFigures = (text: string): Figure[] =>
  readFigures(text).map((found) => {
    const { start, end, from, to, bound } = found
    return { key: amountKey(found, text.slice(start, end)), bound, start, end, from, to }
  })

const ordinalFigures = (text: string): Figure[] =>
  readOrdinals(text).map((found) => exact(`第${found.value}${found.unit}`, found))

/** Times of day, and numbers that state nothing by themselves, as those of rooms and codes: they must be right all the same. */
const bare = new RegExp(String.raw`\d{1,2}:\d{2}(?!\d)|0\d+|${arabicNumeral}`, 'gu')

const bareFigures = (text: string): Figure[] =>
  [...text.matchAll(bare)].map(({ 0: written, index }) => {
    const value = parseNumeral(written)
    const isValue = Number.isFinite(value) && !/^0\d/u.test(written)
    return exact(isValue ? `${value}` : written, { start: index, end: index + written.length })
  })

const touch = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end

/** Finds what in a text must be right to the last digit, in order; none overlap. @param text Folded. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = []
  for (const read of [contactFigures, dateFigures, amountFigures, ordinalFigures, bareFigures])
    found.push(...read(text).filter((one) => !found.some((other) => touch(one, other))))
  return found.sort((a, b) => a.start - b.start)
}
