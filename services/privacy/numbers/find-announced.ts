import type { Finding } from '../finding.ts'
import { announcements } from './announcements.ts'

const han = String.raw`\p{Script=Han}`
/** Signs that part words, but end no sentence. */
const gap = String.raw`[^\p{L}\p{N}\0\n。！？!?;；、]{0,4}`
/** What may stand between the name of a paper and "number": 社保个人账户编号. */
const more =
  '(?:执业|资格|登记|档案|个人|账户|帐户|账号|帐号|电子|凭证|证书?|卡|本|信息|系统|内部|原来?|新版?|旧版?|老|我|他|她|患者|号|电脑|保障|参保|缴费|关系)'
const number = String.raw`(?:编号|编码|号码?|码|ID|no\.?|number|num|code)`
const says = String.raw`(?:就?是|为|写的?是|填的?是|登记的?是|改[成为]|换[成为]|变更?[成为]|输的?是?|输入|叫|is)`

/** Groups of letters and digits; signs in brackets belong to some. */
const token = String.raw`(?:${han}{1,2}字)?第?(?<own>(?=[A-Za-z]{0,6}[ \-]?\d)[A-Za-z\d](?:[ ._\-·*\/—,，]{0,2}[A-Za-z\d()]|(?<=\d)[ \-]?[字第]{1,2}(?=\d)){2,29})(?<unit> ?(?:${han}|[%％〔]))?`

/** Years and days, also as a span. */
const day = /^(?:19|20)\d{2}(?:[-./ ]\d{1,2}){0,2}(?:-(?:(?:19|20)\d{2}[-./])?\d{1,2}(?:[-./]\d{1,2})?)?$/u
/** Behind a count, a time or money rather than a number of somebody. */
const counted = /^ ?[年月日号人个位名件项家张本份元块万亿天周岁次条款小分时点米平%％〔届期级类名]/u
/** The number of a document or of an organisation follows: 〔2025〕11号. */
const fewestDigits = 4
/** Without a word that says "number" or a sign between, the words may mean something else. */
const fewestUnannounced = 6

const patterns = announcements.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(
    `(?<![A-Za-z](?=[A-Za-z]))(?<words>${words})(?:${more}{0,3}(?<number>${number}?)(?<link>${gap}${says}?${gap})|(?<loose>${han}{1,9}?)(?:${number}|[是为]|:) ?[是为:]? ?)${token}`,
    'giu',
  ),
}))

/** Finds numbers of papers, accounts and devices behind the words that name them. @param text The digits of a folded view. */
export function findAnnounced(text: string): Finding[] {
  return patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match): Finding[] => {
      const { words = '', number: called = '', link = '', loose, own = '', unit = '' } = match.groups!
      const digits = own.replace(/\D/gu, '').length
      const isCalled = called !== '' || /[号码]$/u.test(words) || /[:=是为#]/u.test(link)
      const isLong = own.length >= (kind === 'passport' ? 8 : 10) && /[A-Za-z]/u.test(own)
      if ((digits < (isCalled && loose === undefined ? fewestDigits : fewestUnannounced) && !isLong) || day.test(own))
        return []
      if (counted.test(unit) && !(unit.trim() === '号' && digits > fewestUnannounced)) return []
      const end = match.index + match[0].length - unit.length
      return [{ kind, start: end - own.length, end, key: own.replace(/[\s.\-·]/gu, '').toUpperCase() }]
    }),
  )
}
