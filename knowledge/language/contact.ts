import { type Condensed, condense, placeOf } from './condense.ts'

/** What a text prints to be reached or cited exactly. Offsets are UTF-16 code units of the text as given, end exclusive. */
export type ContactMention = {
  kind: 'phone' | 'mail' | 'url' | 'address' | 'postcode' | 'documentNumber'
  start: number
  end: number
  text: string
}

/** A stretch of a condensed text. */
export type Stretch = { kind: ContactMention['kind']; start: number; end: number }

const area = String.raw`(?:（0\d{2,3}）|0\d{2,3})`
const numbers = String.raw`\d+(?:-\d+)?号?(?:、\d+(?:-\d+)?号?){0,20}`
/** A number that is counted isn't called. */
const notCounted = String.raw`(?!\d|\.\d| ?[万亿元件家项个次人%])`
const notWithin = String.raw`(?<![\dA-Za-z.])`

/** The most particular first: what one has found the next ones don't look at. */
const patterns: [Stretch['kind'], RegExp][] = [
  ['mail', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu],
  ['url', /(?:https?:\/\/|www\.)[\w./?=&%#:~+@-]{1,500}(?<![.:])/giu],
  ['documentNumber', /[\p{Script=Han}]{0,12}[〔[［]\d{4}[〕\]］]第?\d{1,5}号/gu],
  ['documentNumber', /[\p{Script=Han}]{0,6}令（?第\d{1,5}号/gu],
  ['postcode', /(?<=邮(?:政)?编(?:码)?:?)\d{6}(?!\d)/gu],
  ['phone', new RegExp(`${notWithin}${area}[- ]?[2-9]\\d{6,7}(?:[-转]\\d{1,6})?${notCounted}`, 'gu')],
  ['phone', /(?<!\d)0\d{2,3}-(?:1\d{4}|[2-9]\d{4,5})(?!\d)/gu],
  ['phone', /(?<![\dA-Za-z.])(?:86-?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/gu],
  ['phone', /(?<![\dA-Za-z.])[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)/gu],
  [
    'phone',
    new RegExp(String.raw`${notWithin}(?!(?:19|20)\d{2}(?:\d{4}|-(?:19|20)\d{2}))[2-9]\d{3}-?\d{4}${notCounted}`, 'gu'),
  ],
  [
    'phone',
    /(?<=(?:电话|热线|拨打|致电|转|或者?|、|:)[^\d]{0,3}|\0[，、；/])(?<!\d)1\d{4}(?=（|）|热线|[，。；、）或]|$)(?!\d)/gu,
  ],
  [
    'address',
    new RegExp(
      String.raw`(?<=地址:)[^，。；\0]{2,60}|[\p{Script=Han}]{2,12}?(?:路|街|道|巷|弄|村|胡同|大厦|大院)${numbers}(?<=号|\d(?=楼|栋|幢|座))(?:院|(?:楼|栋|幢|座|号楼)?)(?:\d+(?:号楼|楼|栋|幢|座|层|单元)){0,3}(?:\d{1,5}(?:-\d+)?室)?`,
      'gu',
    ),
  ],
]

/** Words before a document number that lead to it and are no part of it. */
const leadIn = /^.*(?:按照?|根据|依据|依照|参照|见|的|和|与|及)(?=.*[〔[［令])/u

/** Finds contacts in a condensed text. @returns In order; none overlap. */
export function findContacts({ text }: Pick<Condensed, 'text'>): Stretch[] {
  const found: Stretch[] = []
  let rest = text
  for (const [kind, pattern] of patterns) {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const lead = kind === 'documentNumber' ? (leadIn.exec(whole)?.[0].length ?? 0) : 0
      const start = more.find((value) => typeof value === 'number')!
      found.push({ kind, start: start + lead, end: start + whole.length })
      return '\0'.repeat(whole.length)
    })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Reads telephone numbers, mail and web addresses, postal addresses and document numbers, in order. */
export function readContacts(text: string): ContactMention[] {
  const condensed = condense(text)
  return findContacts(condensed).map(({ kind, start, end }) => {
    const place = placeOf(condensed, start, end)
    return { kind, ...place, text: text.slice(place.start, place.end) }
  })
}
