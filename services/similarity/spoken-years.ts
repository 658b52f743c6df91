import { type DateMention, readDates } from '../../knowledge/language/date.ts'

/** 二0二五年: the figure stands for 〇. */
const mixedZero = /(?<=[〇零○一二三四五六七八九])0(?=[〇零○一二三四五六七八九\d])/gu
/** What a date may end with behind its numbers. */
const tail = /(?:[底末初]|的)$/u

/** A date that names its year, in figures. @param said As it stands in the text. */
function inFigures({ year, month, day, isEndOf }: DateMention, said: string): string {
  const monthNamed = month === undefined || isEndOf === 'year' ? '' : `${month}月`
  const dayNamed = day === undefined || isEndOf ? '' : `${day}日`
  return `${year}年${monthNamed}${dayNamed}${tail.exec(said)?.[0] ?? ''}`
}

/**
 * A question with each year in figures: 二〇二二年, 22年 and, of 2023, 去年 become 2022年.
 *
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export function withPlainYears(text: string, today: string): string {
  const plain = text.replace(mixedZero, '〇')
  return readDates(plain, { today }).reduceRight((rest, date) => {
    const said = rest.slice(date.start, date.end)
    // English is read as it stands; a range names two years in figures.
    if (date.year === undefined || date.upTo || /\p{Script=Latin}/u.test(said)) return rest
    return `${rest.slice(0, date.start)}${inFigures(date, said)}${rest.slice(date.end)}`
  }, plain)
}
