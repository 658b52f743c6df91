import { cleanText } from '../language/clean-text.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'
import { type Named, plainTitle, readRelations } from './read-relations.ts'

type Known = Pick<NoticeMetadata, 'id' | 'title' | 'documentNumber'>

/**
 * The notices among those known that a text puts out of force: 「《……办法》（申府办〔2023〕1号）同时废止」.
 *
 * @param known Every other notice. One is meant by its number or, where the text gives none, by its title.
 */
export const deriveReplaces = (source: string, id: string, known: readonly Known[]): string[] =>
  knownAmong(readRelations(source, '').repeals, id, known)

/** The ids of the known notices that are named. */
export function knownAmong(named: readonly Named[], id: string, known: readonly Known[]): string[] {
  const isNamed = ({ title, documentNumber }: Known) =>
    named.some((one) =>
      one.documentNumber && documentNumber
        ? one.documentNumber === documentNumber
        : plainTitle(cleanText(title)) === one.title,
    )
  return [...new Set(known.filter((notice) => notice.id !== id && isNamed(notice)).map((notice) => notice.id))]
}

type Edition = Pick<NoticeMetadata, 'id' | 'title' | 'issuer' | 'year'>

/** What tells the calls of one series apart: the year they are for, and the batch. */
const ofOneCall = /(?:19|20)\d{2}年?度?|(?:第[一二三四五六七八九十\d]+|首)(?:批|期|届|轮)/gu
/** Characters of a title that are left from which on it names a series: 关于申报的通知 names none. */
const fewestOfSeries = 10

/** What a notice of every year may be called without naming it. */
const opensCall = /申报|申请|征集|遴选|评选|推荐|认定/u

const seriesOf = ({ title }: Edition): string => plainTitle(cleanText(title)).replace(ofOneCall, '')

/** The last call before a notice in its series: of the same office and title but for the year, which a call need not name. It says nothing of it, and leads in its stead. */
export function callBefore<N extends Edition>(notice: Edition, known: readonly N[]): N | undefined {
  const series = seriesOf(notice)
  const namesItsYear = series !== plainTitle(cleanText(notice.title))
  if ([...series].length < fewestOfSeries || !(namesItsYear || opensCall.test(series))) return undefined
  return known
    .filter((one) => one.issuer === notice.issuer && one.year < notice.year && seriesOf(one) === series)
    .sort((a, b) => b.year - a.year)[0]
}
