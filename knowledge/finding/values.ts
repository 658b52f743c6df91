import { keptByText } from '../kept.ts'
import { readContacts } from '../language/contact.ts'
import { readDates } from '../language/date.ts'
import { type FigureKind, readFigures } from '../language/figure.ts'
import { numeral } from '../language/numeral-pattern.ts'
import { isAlike, measureNamed } from '../language/unit.ts'

/** The kind of value a question waits for. */
export type ValueKind =
  | 'count'
  | 'percent'
  | 'money'
  | 'date'
  | 'year'
  | 'clock'
  | 'duration'
  | 'phone'
  | 'email'
  | 'url'
  | 'address'
  | 'person'
  | 'number'
  | 'text'

const figuresOf = keptByText(readFigures)
const datesOf = keptByText(readDates)
const contactsOf = keptByText(readContacts)

const holdsFigure = (text: string, kinds: readonly FigureKind[]): boolean =>
  figuresOf(text).some(({ kind }) => kinds.includes(kind))
const holdsContact = (text: string, kind: string): boolean => contactsOf(text).some((contact) => contact.kind === kind)

/** How each kind of value is told in a clause. */
const holders: Record<Exclude<ValueKind, 'count' | 'text'>, (text: string) => boolean> = {
  percent: (text) => holdsFigure(text, ['percent', 'ratio']),
  money: (text) => holdsFigure(text, ['money', 'percent', 'ratio']),
  date: (text) => holdsFigure(text, ['duration']) || datesOf(text).length > 0,
  clock: (text) => /\d{1,2}[:：]\d{2}|\d点|[上下]午\s*\d/u.test(text),
  duration: (text) => holdsFigure(text, ['duration']),
  year: (text) => datesOf(text).some(({ year }) => year !== undefined),
  phone: (text) => holdsContact(text, 'phone'),
  email: (text) => holdsContact(text, 'mail'),
  url: (text) => holdsContact(text, 'url'),
  address: (text) => holdsContact(text, 'address'),
  person: (text) => /联系人[：:]/u.test(text),
  number: (text) => /\d/u.test(text),
}

/** Whether a text states how many of something; what is only numbered (3号楼, 306室) is found by the word behind the number. */
function holdsCount(text: string, unit: string): boolean {
  const name = measureNamed(unit)
  return name === undefined
    ? new RegExp(`${numeral}${unit}`, 'u').test(text)
    : figuresOf(text).some((figure) => isAlike(figure.unit, name))
}

/**
 * Whether a text holds a value of that kind; for counts, one with the unit asked for.
 *
 * @param unit A measure word, or several that are written one for the other as `[人名位]`; '' for any.
 */
export function holdsValue(text: string, kind: ValueKind, unit = ''): boolean {
  if (kind === 'text') return true
  if (kind !== 'count') return holders[kind](text)
  if (unit === '') return figuresOf(text).some((figure) => figure.unit !== '')
  const words = unit.startsWith('[') ? [...unit.slice(1, -1)] : [unit]
  return words.some((word) => holdsCount(text, word))
}

export type Quantity = { value: number; unit: string }

/** The quantities a text states, as values: 一百件 = 100 件, 500万元 = 5,000,000 元; both ends of a range. */
export function readQuantities(text: string): Quantity[] {
  return figuresOf(text).flatMap(({ value, upTo, unit }) =>
    unit === '' ? [] : [value, ...(upTo === undefined ? [] : [upTo])].map((end) => ({ value: end, unit })),
  )
}
