import { type Candidate, candidatesAt, digitRuns, isEven, isSoft, isSpelled, type Run } from './digit-runs.ts'
import type { Finding, Kind } from '../finding.ts'
import { isCreditCode, isIdentity, isLuhn, isOfProvince, isOldIdentity } from './number-checks.ts'
import { isCounted, isInCode, isOfAnOrganisation, type Place, wordsBefore, wordsBehind } from './surroundings.ts'

const callWords =
  /(?:电话|手机|座机|分机|号码|热线|传真|致电|拨打|拨|打|联系|联络|找|呼|同号|小灵通|值班|办公室|总机|总台|前台|家里|宅电|tel|phone|mobile|call|fax|cell)[^\d\p{Script=Han}]{0,6}(?:号|号码|是|为|就是|我|转|给我)?[^\d\p{Script=Han}]{0,4}$/iu
const callWordsBehind =
  /^[^\p{Script=Han}\d]{0,3}(?:是我(?:的)?(?:手机|电话|号)|这是我的|找我|打我|打给我|联系我|是(?:我|咱们?)的?$|这个号|(?:是|为)(?:手机|电话)|打这个)/u
const cardWords = /(?:卡|存折|折子|账户|帐户|账号|帐号|户头|银行|工行|建行|农行|中行|交行|招行)[^\d]{0,6}$/u
/** Right before it: an account of any kind has eight to 22 digits. */
const accountWords =
  /(?:账号|帐号|账户|帐户|户号|卡号)(?:号码?)?[^\d\p{Script=Han}]{0,3}[是为]?[^\d\p{Script=Han}]{0,2}$/u
const cardWordsBehind = /^[^\d]{0,3}(?:是卡号|卡上|这张卡|(?:工|建|农|中|交|招)行)/u
const identityWords = /(?:身份证|证件)(?:号码?|件)?[^\d\p{Script=Han}]{0,4}[是为]?[^\d\p{Script=Han}]{0,3}$/u
const qqWords =
  /(?:(?<![a-z])q{1,2}|扣扣?|叩叩|球球|秋秋|企鹅)(?:邮箱)?(?:[和跟、]微信|[和跟、]vx)?(?:群主)?(?:[加搜找]一?下?我?)?(?:号码?)?都?[^\d\p{Script=Han}]{0,4}[是为加]?[^\d\p{Script=Han}]{0,3}$/iu

/** A number with the words around it. */
type Numeral = Candidate & { place: Place; isCalled(): boolean }

type Rule = { kind: Kind; isMet(numeral: Numeral): boolean }

const together = (numeral: Numeral): boolean => isSoft(numeral) || isSpelled(numeral) || numeral.isCalled()
const isFree = ({ place }: Numeral): boolean => !isInCode(place) && !isOfAnOrganisation(place)

function meetsIdentity(numeral: Numeral): boolean {
  const { digits, place, gaps } = numeral
  if (
    digits.length < 15 ||
    digits.length > 18 ||
    isOfAnOrganisation(place) ||
    (digits.length === 18 && isCreditCode(digits))
  )
    return false
  const isCued = identityWords.test(place.words)
  if (isCued) return true
  if (isInCode(place) || (gaps.length > 0 && !together(numeral))) return false
  const followed = place.text.slice(place.end, place.end + 3)
  if (digits.length === 17) return /^[ .-]?x(?![a-z\d])/iu.test(followed) && isIdentity(`${digits}X`)
  return (gaps.length === 0 || isOfProvince(digits)) && (isIdentity(digits) || isOldIdentity(digits))
}

function meetsCard(numeral: Numeral): boolean {
  const { digits, shape, place } = numeral
  if (digits.length < 8 || digits.length > 22 || !isFree(numeral)) return false
  if (!together(numeral) && !(isEven(numeral) && cardWords.test(place.words))) return false
  if (digits.length < 12 || digits.length > 19) return accountWords.test(place.words) && !isDayOrYears(digits)
  const isCued = cardWords.test(place.words) || cardWordsBehind.test(wordsBehind(place))
  if (isCued) return digits.length >= (shape.includes('-') ? 15 : 12)
  if (digits.length < 16 || isCounted(place) || isCreditCode(digits)) return false
  if (!shape.includes('-')) return /^[3-9]/u.test(digits)
  const isGrouped = /^(?:4-4-4-4(?:-[123])?|6-1[0-3]|8-(?:8|11))$/u.test(shape) && isEven(numeral)
  return isGrouped && /^[3-9]/u.test(digits) && (digits.startsWith('62') || numeral.gaps[0] === '-' || isLuhn(digits))
}

const mobileShape = /^(?:11|3-4-4|3-3-5|3-5-3|3-8|7-4|4-4-3|3-4-2-2|3-2-3-3)$/u

/** As a telephone is parted, and no amount. */
const isParted = (shape: string): boolean => /^(?:3-4-4|4-4-3|3-3-5)$/u.test(shape)

function meetsMobile(numeral: Numeral): boolean {
  const { shape, place, gaps } = numeral
  const digits = numeral.digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/u, '')
  const country = numeral.digits.length - digits.length
  if (!/^1[3-9]\d{9}$/u.test(digits) || !isFree(numeral)) return false
  const own = country === 0 ? shape : shape.replace(/^(?:2|4)-/u, '')
  const isShaped = mobileShape.test(own) || own === '13' || own === '15' || isSpelled(numeral)
  if (numeral.isCalled()) return isShaped || isEven(numeral) || isSoft(numeral)
  if (isCounted(place)) return false
  if (!isShaped)
    return /^\d\d?(?:-\d\d?){2,3}$/u.test(shape) && !/-1(?:-|$)/u.test(shape) && isSoft(numeral) && isEven(numeral)
  return isSoft(numeral) ||
    isSpelled(numeral) ||
    (isParted(own) && isEven(numeral) && numeral.after === '' && numeral.before === '')
    ? gaps.every((gap) => !/[、]/u.test(gap))
    : false
}

function meetsLongPhone(numeral: Numeral): boolean {
  const { shape, gaps } = numeral
  const digits = numeral.digits.replace(/^(?:00)?860?(?=[1-9]\d{1,2}[2-9]\d{6,7}$)/u, '0')
  if (!isFree(numeral) || isCounted(numeral.place)) return false
  const hasArea = /^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u.test(digits)
  const isShaped =
    /^(?:[24]-)?(?:1[0-2]|[234]-[78]|[23]-[34]-4|[34]-[34]-4|[34]-4-3|7-4|[34]-4)$/u.test(shape) || isSpelled(numeral)
  const isParted = /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/u.test(digits) && (/^[34]-[78]$/u.test(shape) || numeral.isCalled())
  if ((hasArea || isParted) && isShaped) return isSoft(numeral) || numeral.isCalled()
  if (hasArea && numeral.isCalled()) return isEven(numeral)
  const isService = /^[48]00\d{7}$/u.test(digits) && /^(?:10|3-3-4|3-4-3)$/u.test(shape)
  return isService && gaps.every((gap) => /^[ -]$/u.test(gap)) && numeral.before === ''
}

const isDayOrYears = (digits: string): boolean =>
  /^(?:19|20)\d{2}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d{2})$/u.test(digits)

function meetsLocalPhone(numeral: Numeral): boolean {
  const { digits, shape, gaps, place } = numeral
  if (!/^[2-9]\d{6,7}$/u.test(digits) || !isFree(numeral) || isDayOrYears(digits)) return false
  if (isCounted(place) || /[./=?#&]$/u.test(place.text.slice(0, place.start)) || /[.-]/u.test(numeral.before))
    return false
  if (numeral.isCalled() && /^(?:[78]|[34]-4|4-3)$/u.test(shape)) return /^[ \-.·,]?$/u.test(gaps[0] ?? '')
  if (/[A-Za-z]$/u.test(place.text.slice(0, place.start)) || /^-\d/u.test(place.text.slice(place.end, place.end + 2)))
    return false
  return shape === '8' || (shape === '4-4' && gaps[0] === '-')
}

function meetsQq({ digits, place, gaps }: Numeral): boolean {
  const isLong = digits.length >= 5 && digits.length <= 11 && !digits.startsWith('0')
  return isLong && qqWords.test(place.words) && gaps.every((gap) => /^[ .-]$/u.test(gap))
}

const phoneWords =
  /(?:电话|手机|座机|号码|传真|电联|tel|phone|mobile|fax|whatsapp)[^\d\p{Script=Han}]{0,6}(?:号|号码|是|为)?[^\d\p{Script=Han}]{0,4}$/iu

/** Said to be a telephone: whatever its country writes. */
function meetsForeignPhone(numeral: Numeral): boolean {
  const { digits, place } = numeral
  if (digits.length < 8 || digits.length > 15 || !isFree(numeral) || isCounted(place) || isDayOrYears(digits))
    return false
  const isAbroad = /^00[1-9]/u.test(digits) && digits.length >= 11 && numeral.gaps.length > 0
  return isSoft(numeral) && (isAbroad || phoneWords.test(place.words))
}

/** The most particular first. */
const rules: Rule[] = [
  { kind: 'identity', isMet: meetsIdentity },
  { kind: 'qq', isMet: meetsQq },
  { kind: 'mobile', isMet: meetsMobile },
  { kind: 'card', isMet: meetsCard },
  { kind: 'phone', isMet: meetsLongPhone },
  { kind: 'phone', isMet: meetsLocalPhone },
  { kind: 'phone', isMet: meetsForeignPhone },
]

/** Finds numbers that identify a person. @param text The digits of a folded view. */
export function findNumbers(text: string): Finding[] {
  return digitRuns(text).flatMap((groups) => findInRun(text, groups))
}

function findInRun(text: string, groups: Run): Finding[] {
  const found: Finding[] = []
  for (let first = 0; first < groups.length;) {
    const one = longestAt(text, groups, first)
    if (one) found.push(one)
    while (first < groups.length && one && groups[first]!.end <= one.end) first += 1
    if (!one) first += 1
  }
  return found
}

function longestAt(text: string, groups: Run, first: number): Finding | undefined {
  const words = wordsBefore(text, groups[first]!.start)
  let before: boolean | undefined
  const isCalledBefore = () => (before ??= callWords.test(words))
  const numerals = candidatesAt(groups, first)
    .filter(({ digits }) => digits.length >= 5)
    .map((candidate): Numeral => {
      const place = { text, start: candidate.start, end: candidate.end, words }
      const isCalled = () => isCalledBefore() || callWordsBehind.test(wordsBehind(place))
      return { ...candidate, place, isCalled }
    })
  for (const { kind, isMet } of rules) {
    const numeral = numerals.find(isMet)
    if (numeral) return written(kind, numeral)
  }
  return undefined
}

/** Behind the number of an exchange: 转8206, -612. */
const extension = /^ ?(?:转(?:接|分机)?|分机号?|ext\.?|[-#*]) ?:? ?\d{1,5}(?![\d.年])/iu

/** With the sign before a country, the last sign of an identity number and the extension behind a telephone. */
function written(kind: Kind, { digits, place, start, end }: Numeral): Finding {
  const { text } = place
  const last = kind === 'identity' ? (/^[ .-]?x(?![a-z\d])/iu.exec(text.slice(end, end + 4))?.[0] ?? '') : ''
  const behind = kind === 'phone' ? (extension.exec(text.slice(end, end + 14))?.[0] ?? '') : last
  const lead = /\($/u.test(text.slice(0, start)) && text.slice(start, end).includes(')') ? 1 : 0
  const sign = text[start - 1 - lead] === '+' ? 1 : 0
  const key = kind === 'mobile' ? digits.slice(-11) : `${digits}${last.trim().toUpperCase().replace(/[^X]/gu, '')}`
  return { kind, start: start - lead - sign, end: end + behind.length, key }
}
