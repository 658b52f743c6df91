import words from '../lexicon/date-words.json' with { type: 'json' }
import { calendar, dayOfMonth } from './calendar-pattern.ts'
import { isDay, lastDayOf, monthFrom } from './calendar.ts'
import type { CalendarDay, DateMention } from './date-shape.ts'
import { betweenDays } from './date-edge.ts'
import { parseNumeral } from './numeral.ts'
import { unitAt } from './unit.ts'

/** A calendar date in a condensed text, or a range of two. */
export type FoundDate = CalendarDay & Pick<DateMention, 'isEndOf' | 'upTo'> & { start: number; end: number }

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseNumeral(text))
const named = (parts: CalendarDay): CalendarDay =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))

type Groups = Partial<Record<string, string>>

/** The year that a match names, in full, with two digits, or from today. */
function yearOf(groups: Groups, today: string | undefined): number | undefined {
  const full =
    groups.year ??
    groups.iso ??
    groups.from ??
    groups.yearAlone ??
    groups.englishYear ??
    groups.yearAfter ??
    groups.bare
  const short = groups.short ?? groups.shortAlone
  const spoken = (groups.spokenYear ?? groups.spokenAlone)?.toLowerCase()
  if (full !== undefined) return parseNumeral(full)
  if (short !== undefined) return 2000 + Number(short)
  if (spoken !== undefined) return Number(today?.slice(0, 4)) + (words.years as Record<string, number>)[spoken]!
  return groups.thisYearsEnd === undefined ? undefined : Number(today?.slice(0, 4))
}

const englishMonth = (groups: Groups): number | undefined => {
  const name = (groups.english ?? groups.monthAfter)?.toLowerCase()
  return name === undefined ? undefined : words.english.indexOf(name) + 1
}

function dayOf(groups: Groups, today: string | undefined): CalendarDay {
  const spoken = groups.spokenMonth?.toLowerCase()
  if (spoken !== undefined)
    return {
      ...monthFrom(today!, (words.months as Record<string, number>)[spoken]!),
      day: numberOf(groups.dayOfSpoken),
    }
  return {
    year: yearOf(groups, today),
    month: numberOf(groups.month ?? groups.isoMonth ?? groups.dotMonth) ?? englishMonth(groups),
    day: numberOf(groups.day ?? groups.isoDay ?? groups.dotDay ?? groups.englishDay ?? groups.dayFirst),
  }
}

const isSpoken = ({ spokenYear, spokenMonth, spokenAlone, thisYearsEnd }: Groups): boolean =>
  (spokenYear ?? spokenMonth ?? spokenAlone ?? thisYearsEnd) !== undefined

/** Whether a bare 2025 is a year: nothing is counted by it. */
const isYear = (text: string, start: number, after: number): boolean =>
  unitAt(text, after) === undefined &&
  !/[于过达约￥¥]$/u.test(text.slice(0, start).slice(-1)) &&
  !/^[万亿]/u.test(text.slice(after, after + 1))

function readMatch(text: string, match: RegExpExecArray, today: string | undefined): FoundDate | undefined {
  const groups: Groups = match.groups!
  const place = { start: match.index, end: match.index + match[0].length }
  if (isSpoken(groups) && today === undefined) return undefined
  if (groups.bare !== undefined && !isYear(text, place.start, place.end)) return undefined
  const at = named(dayOf(groups, today))
  if (!isDay(at)) return undefined
  if (groups.to !== undefined) return { ...place, ...at, upTo: { year: parseNumeral(groups.to) } }
  const isEnd = groups.end ?? groups.endOfYear ?? groups.endOfSpoken ?? groups.thisYearsEnd
  if (isEnd === undefined || at.day !== undefined) return { ...place, ...at }
  return { ...place, ...lastDayOf(at), isEndOf: at.month === undefined ? 'year' : 'month' }
}

const sameMonth = new RegExp(`(?:至|到|-|~)(${dayOfMonth})[日号]`, 'uy')
const toEvent = /(?:至|到)(今|[\p{Script=Han}]{1,6}?(?:日|时)(?!期|间))/uy

/** 6月1日至13日, 2023年至申报日. */
function withEnd(text: string, date: FoundDate): FoundDate {
  if (date.upTo) return date
  sameMonth.lastIndex = date.end
  const until = date.day === undefined ? null : sameMonth.exec(text)
  if (until) {
    const upTo = { ...named({ year: date.year, month: date.month }), day: parseNumeral(until[1]!) }
    return { ...date, end: sameMonth.lastIndex, upTo }
  }
  toEvent.lastIndex = date.end
  const event = toEvent.exec(text)
  return event ? { ...date, end: toEvent.lastIndex, upTo: { anchor: event[1]! } } : date
}

/** Joins 2024年12月1日 and 2025年1月15日 where only 至 stands between them. */
function joinRanges(text: string, dates: FoundDate[]): FoundDate[] {
  const joined: FoundDate[] = []
  for (const date of dates) {
    const last = joined.at(-1)
    const isRange = last && !last.upTo && betweenDays.test(text.slice(last.end, date.start))
    if (!isRange) joined.push(date)
    else {
      const { start: _start, end: to, isEndOf: _isEndOf, upTo: _upTo, ...until } = date
      joined[joined.length - 1] = {
        ...last,
        end: to,
        upTo: { ...(last.year !== undefined && { year: last.year }), ...until },
      }
    }
  }
  return joined
}

/**
 * Finds calendar dates in a condensed text in which names are masked, in order.
 *
 * @param today YYYY-MM-DD; without it 去年 and the like are no dates.
 */
export function findDates(text: string, today?: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of text.matchAll(today === undefined ? calendar.unread : calendar.read)) {
    const date = readMatch(text, match, today)
    if (date && date.start >= (found.at(-1)?.end ?? 0)) found.push(withEnd(text, date))
  }
  return joinRanges(text, found)
}
