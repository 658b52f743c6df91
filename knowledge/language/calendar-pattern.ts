import words from '../lexicon/date-words.json' with { type: 'json' }
import { anyOf } from './unit.ts'

const digit = '[〇零○一二三四五六七八九]'
const year = String.raw`(?:(?<!\d)(?:19|20)\d{2}|(?<!${digit})[一二]${digit}{3})`
const month = String.raw`(?:(?<!\d|\d\.)\d{1,2}|(?<!${digit}|十)(?:十[一二]?|[一二三四五六七八九]))`
/** A day of the month: 13, 十三. */
export const dayOfMonth = String.raw`(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])`
const shortYear = String.raw`(?<![\d.])(?<!${anyOf(words.notYears.behind)})(?<short>1[5-9]|2\d|3[0-5])年(?=度|底|末|初|的|通知|那|申报|项目|版|和|与|比|跟|要|是|$|[？?，、。]|\d{1,2}月)(?!${anyOf(words.notYears.ahead)})`
const spokenYear = `(?<spokenYear>${anyOf(Object.keys(words.years))})度?的?`
const spokenMonth = `(?<spokenMonth>${anyOf(Object.keys(words.months))})`
/** In place of words that are no dates while it isn't known what day is today. */
const never = (group: string): string => `(?<${group}>(?!))`
const english = `(?<english>${words.english.join('|')})[a-z]{0,6}\\.?`
const end = '(?<end>底|末)?'

/** The most particular first, all in one: a date is read from its first character. */
const calendarOf = (spokenYear: string, spokenAlone: string, spokenMonth: string): RegExp =>
  new RegExp(
    [
      String.raw`(?<iso>(?<!\d)(?:19|20)\d{2})(?<sign>[-/.])(?<isoMonth>\d{1,2})\k<sign>(?<isoDay>\d{1,2})(?!\d|[-/.]\d)`,
      `(?:(?:(?<year>${year})年度?|${shortYear}|${spokenYear}))?(?<month>${month})月份?(?:(?<day>${dayOfMonth})[日号])?${end}[初]?`,
      `${spokenMonth}(?:(?<dayOfSpoken>${dayOfMonth})[日号])?(?<endOfSpoken>底|末)?`,
      `(?<from>${year})年?(?:-|~|至|到)(?<to>${year})(?:年度?)?`,
      `(?:(?<yearAlone>${year})年|${shortYear.replace('short', 'shortAlone')}|${spokenAlone})度?(?<endOfYear>年?[底末])?[初]?`,
      String.raw`(?<dotMonth>(?<![\d.])\d{1,2})[./](?<dotDay>\d{1,2})(?=号|日|前|之前|以前|截止|止|交)`,
      String.raw`${english} ?(?<englishDay>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? ?(?<englishYear>(?:19|20)\d{2}))?`,
      String.raw`(?<dayFirst>(?<!\d)\d{1,2})(?:st|nd|rd|th)? (?<monthAfter>${words.english.join('|')})[a-z]{0,6}(?:,? ?(?<yearAfter>(?:19|20)\d{2}))?`,
      String.raw`(?<bare>(?<![\d.,A-Za-z/:-])20[0-4]\d)(?![\d.,%A-Za-z:/-])`,
      '(?<thisYearsEnd>年[底末])',
    ].join('|'),
    'giu',
  )
/** Dates as they may be written; `read` with those that are counted from today. */
export const calendar = {
  read: calendarOf(spokenYear, spokenYear.replace('spokenYear', 'spokenAlone'), spokenMonth),
  unread: calendarOf(never('spokenYear'), never('spokenAlone'), never('spokenMonth')),
}
