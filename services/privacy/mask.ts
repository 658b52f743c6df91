/** What identifies a person in a text, under the name that stands in its place. */
const labels = {
  mail: '[邮箱]',
  identity: '[证件号]',
  card: '[银行卡号]',
  mobile: '[手机号]',
  phone: '[电话]',
} as const

type Kind = keyof typeof labels

/** A stretch of a text that identifies a person, in UTF-16 code units, `end` exclusive; `key` is the same however it is written. */
export type Finding = { kind: Kind; start: number; end: number; key: string }

/** Between the groups of a number as people write them: 138 1234-5678. */
const gap = String.raw`[\s\-‐-―·]?`
const birthday = String.raw`(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`
const area = String.raw`(?:[(]0\d{2,3}[)]|0\d{2,3})`
const country = String.raw`(?:[+]?86${gap})?`
/** What is counted isn't called: 23170420元 is money. */
const notCounted = String.raw`(?!\d|\.\d|${gap}(?:[万亿元件家项个次人%]|号文))`

/** The most particular first: what one has found the next ones don't look at; [电话] is no word before a number. */
const patterns: [Kind, RegExp][] = [
  ['mail', /[\w.%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/giu],
  ['identity', number(String.raw`[1-9]\d{5}${gap}(?:18|19|20)\d{2}${gap}${birthday}${gap}\d{3}[\dXx]`)],
  ['identity', number(String.raw`[1-9]\d{5}${gap}\d{2}${gap}${birthday}${gap}\d{3}`)],
  ['card', number(String.raw`\d{16,19}|[3-9]\d{3}(?:[\s\-‐-―·]\d{4}){3}(?:[\s\-‐-―·]\d{1,3})?`)],
  ['mobile', number(String.raw`${country}1[3-9]\d${gap}\d{4}${gap}\d{4}|${country}1[3-9]\d${gap}\d{3}${gap}\d{5}`)],
  ['phone', number(String.raw`${country}${area}${gap}[2-9]\d{2,3}${gap}\d{4}|[48]00${gap}\d{3,4}${gap}\d{3,4}`)],
  [
    'phone',
    number(String.raw`(?!(?:19|20)\d{2}${gap}(?:${birthday}|(?:19|20)\d{2}))[2-9]\d{3}${gap}\d{4}${notCounted}`),
  ],
  ['phone', /(?<=(?:电话(?!\])|座机|分机|号码|致电|拨打|tel|phone)[^\d]{0,6})[2-9]\d{2}[\s-]?\d{4}(?!\d)/giu],
]

/** Not within a longer number, nor behind a decimal point or the letters of a patent or standard. */
function number(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\d|\d\.|(?:ZL|CN|US|EP|WO|JP|KR|GB|/T) ?)(?:${pattern})(?!\d)`, 'giu')
}

const fullWidth = /[\uff01-\uff5e]/gu
const halfWidth = (text: string): string =>
  text.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

const keyOf = (text: string): string =>
  text.includes('@') ? text.toLowerCase() : text.replace(/[^\dXx]/gu, '').toUpperCase()

/**
 * Finds what identifies a person: mail addresses, identity card numbers (15 or 18 characters), bank card numbers
 * (16 to 19 digits), mobile and fixed telephone numbers, in any width and with the usual gaps between digits.
 *
 * @returns In the order of the text; no two overlap.
 */
export function findPersonal(text: string): Finding[] {
  const found: Finding[] = []
  let rest = halfWidth(text)
  for (const [kind, pattern] of patterns) {
    for (const match of rest.matchAll(pattern)) {
      const [whole] = match
      found.push({ kind, start: match.index, end: match.index + whole.length, key: keyOf(whole) })
    }
    rest = rest.replace(pattern, (whole) => '\0'.repeat(whole.length))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The keys of all that `findPersonal` finds in texts that are public, such as the telephone numbers of notices. */
export function publicKeys(texts: Iterable<string>): ReadonlySet<string> {
  return new Set([...texts].flatMap((text) => findPersonal(text).map(({ key }) => key)))
}

/**
 * A text as it may be kept: what identifies a person is replaced by the name of its kind. Masking twice is masking once.
 *
 * @param isPublic Tells by its key what stays as it is, such as the telephone numbers that notices print.
 */
export function mask(text: string, isPublic: (key: string) => boolean = () => false): string {
  const whole = text.replace(/(?<=\d)\p{Cf}+(?=\d)/gu, '')
  let masked = ''
  let at = 0
  for (const { kind, start, end, key } of findPersonal(whole)) {
    if (isPublic(key)) continue
    masked += whole.slice(at, start) + labels[kind]
    at = end
  }
  return masked + whole.slice(at)
}
