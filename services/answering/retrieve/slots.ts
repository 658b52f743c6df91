import { keptFor } from '../../../knowledge/kept.ts'
import type { ContactMention } from '../../../knowledge/language/contact.ts'
import type { DateMention } from '../../../knowledge/language/date.ts'
import type { Figure } from '../../../knowledge/language/figure.ts'
import type { Clause } from '../../../knowledge/parsing/clause.ts'
import { readContacts } from '../../../knowledge/language/contact.ts'
import { readDates } from '../../../knowledge/language/date.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import type { Passage } from './passages.ts'
import { slotWords } from './slot-words.ts'

const valueSlots = [
  'money',
  'percent',
  'ratio',
  'duration',
  'count',
  'people',
  'bodies',
  'range',
  'atMost',
  'atLeast',
  'many',
  'bare',
] as const
const daySlots = ['dayBy', 'dayFrom', 'dayOn', 'year', 'term'] as const
const contactSlots = ['phone', 'mail', 'url', 'address', 'postcode', 'documentNumber'] as const
const shapeSlots = ['row', 'heading', 'contact', 'front', 'form', 'table', 'short', 'long'] as const

type Word = keyof typeof slotWords
/** What a passage holds that a question can ask for: kinds of value, days, contacts, duties, what it speaks of, its shape. */
export type SlotName =
  | Word
  | (typeof valueSlots)[number]
  | (typeof daySlots)[number]
  | (typeof contactSlots)[number]
  | (typeof shapeSlots)[number]

const words = Object.entries(slotWords) as [Word, RegExp][]
export const slotNames: readonly SlotName[] = [
  ...new Set<SlotName>([...words.map(([name]) => name), ...valueSlots, ...daySlots, ...contactSlots, ...shapeSlots]),
]

/** Characters of a passage below which it is a scrap, and above which it says more than one thing. */
const scrap = 12
const lengthy = 120
/** Figures from which on a passage is full of them. */
const manyFigures = 3

/** The slots that a passage fills. Passages live as long as their catalogue, and are read once. */
export const slotsOf = keptFor(({ text, own, entry }: Passage): ReadonlySet<SlotName> => {
  const [figures, dates, contacts] = [readFigures(text), readDates(text), readContacts(text)]
  const found = new Set<SlotName>([
    ...words.filter(([, pattern]) => pattern.test(own)).map(([name]) => name),
    ...figures.flatMap((figure) => [...figureSlots(figure)]),
    ...dates.flatMap((date) => [...dateSlots(date)]),
    ...contacts.map(contactSlot),
    ...shapesOf(own, entry.clause.kind),
  ])
  if (/\d[人名]/u.test(own)) found.add('people')
  if (/0xx-\d/u.test(own)) found.add('phone')
  if (figures.length >= manyFigures) found.add('many')
  if (figures.length + dates.length + contacts.length === 0 && !/\d/u.test(own)) found.add('bare')
  return found
})

const people = new Set(['人', '名', '位'])
const bodies = new Set(['家', '个', '所'])

function* figureSlots({ kind, unit, upTo, bound }: Figure): Generator<SlotName> {
  if (kind === 'money' || kind === 'percent' || kind === 'ratio' || kind === 'duration' || kind === 'count') yield kind
  if (kind === 'multiple') yield 'ratio'
  if (kind === 'count' && people.has(unit)) yield 'people'
  if (kind === 'count' && bodies.has(unit)) yield 'bodies'
  if (upTo !== undefined) yield 'range'
  if (bound === 'atMost' || bound === 'lessThan') yield 'atMost'
  if (bound === 'atLeast' || bound === 'moreThan') yield 'atLeast'
}

function* dateSlots({ term, day, month, year, edge, upTo }: DateMention): Generator<SlotName> {
  if (upTo) yield 'range'
  if (term) yield 'term'
  else if (day === undefined && month === undefined) {
    if (year !== undefined) yield 'year'
  } else if (edge === 'before' || edge === 'by' || edge === 'until') yield 'dayBy'
  else yield edge === 'from' ? 'dayFrom' : 'dayOn'
}

const contactSlot = ({ kind }: ContactMention): SlotName => kind

function* shapesOf(own: string, kind: Clause['kind']): Generator<SlotName> {
  const shape = shapeSlots.find((name) => name === kind)
  if (shape) yield shape
  if (own.length < scrap) yield 'short'
  if (own.length > lengthy) yield 'long'
}
