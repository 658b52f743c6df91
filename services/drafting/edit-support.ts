import type { Amount } from '../eligibility/document-conditions.ts'
import type { ProgrammeDocument, Quoted } from '../eligibility/document.ts'
import { askedPlainly } from './ask.ts'
import { fail } from './edit-condition.ts'
import { quotedAs } from './edit-lists.ts'
import type { Facts } from './fact-book.ts'

/** How an amount is worked out, in 万元, as a person says it; `when` is who alone gets it. */
export type AskedAmount = { when?: string | undefined } & (
  | { kind: 'fixed'; wan: number }
  | { kind: 'share'; percent: number; label: string; upTo?: number | undefined }
  | { kind: 'each'; wan: number; label: string; unit: string; upTo?: number | undefined }
)

export type SupportEdit =
  | {
      edit: 'support'
      amountWan?: number | null | undefined
      amountText?: string | undefined
      places?: number | null | undefined
      placesText?: string | undefined
    }
  | { edit: 'window'; opens?: string | null | undefined; closes?: string | undefined }
  /** The words that the time, the money or the number of places rest on. */
  | ({ edit: 'rest'; part: 'window' | 'opening' | 'money' | 'placesQuote' } & Quoted)
  | ({ edit: 'amount'; amount: AskedAmount } & Quoted)
  /** Another figure in an amount; `path` leads to it. */
  | { edit: 'figure'; at: number; path: (string | number)[]; value: number }
  /** Without `at` it is a new one. */
  | ({ edit: 'restriction'; at?: number | undefined; text: string } & Quoted)
  | { edit: 'lift'; part: 'amounts' | 'restrictions'; at: number }

type Of<Name> = Extract<SupportEdit, { edit: Name }>

/** The same fields without those that are not given. */
const said = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
const unlessNull = <T>(value: T | null | undefined, before: T | undefined): T | undefined =>
  value === undefined ? before : (value ?? undefined)

/** A change to what an awardee gets, or to the time for applying. @throws {EditFault} Where there is no such place. */
export function editSupport(document: ProgrammeDocument, edit: SupportEdit, known: Readonly<Facts>): ProgrammeDocument {
  const { support } = document
  switch (edit.edit) {
    case 'window':
      return windowWith(document, edit)
    case 'support':
      return { ...document, support: supportWith(support, edit) }
    case 'rest':
      return restingOn(document, edit)
    case 'amount':
      return withAmount(document, edit, known)
    case 'figure':
      return { ...document, support: { ...support, amounts: refigured(support.amounts, edit) } }
    case 'restriction':
      return { ...document, support: { ...support, restrictions: restricted(support.restrictions, edit) } }
    case 'lift':
      return lifted(document, edit)
  }
}

function windowWith(document: ProgrammeDocument, { opens, closes }: Of<'window'>): ProgrammeDocument {
  const { opens: before, opening, review: _, ...rest } = document.window
  const from = unlessNull(opens, before)
  const kept = opening && from === before ? { opening } : {}
  return { ...document, window: { ...rest, ...said({ opens: from, closes: closes ?? rest.closes }), ...kept } }
}

function supportWith(support: ProgrammeDocument['support'], edit: Of<'support'>): ProgrammeDocument['support'] {
  const { amountWan, places, review: _, ...rest } = support
  const { amountText = rest.amountText, placesText = rest.placesText } = edit
  const figures = { amountWan: unlessNull(edit.amountWan, amountWan), places: unlessNull(edit.places, places) }
  return { ...rest, ...said(figures), amountText, placesText }
}

function restingOn(document: ProgrammeDocument, { part, ...quoted }: Of<'rest'>): ProgrammeDocument {
  const words = quotedAs(quoted)
  const { quote: _q, section: _s, notice: _n, ...window } = document.window
  if (part === 'window') return { ...document, window: { ...window, ...words } }
  if (part === 'opening') return { ...document, window: { ...document.window, opening: words } }
  return { ...document, support: { ...document.support, [part]: words } }
}

function withAmount(
  document: ProgrammeDocument,
  { amount: asked, ...quoted }: Of<'amount'>,
  known: Readonly<Facts>,
): ProgrammeDocument {
  const rests = { quote: quoted.quote, title: asked.when ?? ('label' in asked ? asked.label : document.title) }
  let { facts } = document
  const factFor = (ask: Parameters<typeof askedPlainly>[1]) => {
    const made = askedPlainly({ ...document, facts }, ask, rests, known)
    facts = made.facts
    return made.condition
  }
  const plain = (): Amount => {
    if (asked.kind === 'fixed') return { wan: asked.wan }
    const figure = { label: asked.label, bound: 'atLeast', value: 1 } as const
    if (asked.kind === 'share')
      return { percent: asked.percent, of: factFor({ kind: 'number', unit: '万元', ...figure }).fact }
    return { wan: asked.wan, per: factFor({ kind: 'int', unit: asked.unit, ...figure }).fact }
  }
  const upTo = asked.kind === 'fixed' ? undefined : asked.upTo
  const capped: Amount = upTo === undefined ? plain() : { upTo, amount: plain() }
  const amount: Amount =
    asked.when === undefined
      ? capped
      : { cases: [{ when: factFor({ kind: 'claim', need: asked.when }), amount: capped }] }
  const amounts = [...(document.support.amounts ?? []), { ...quotedAs(quoted), amount }]
  return { ...document, facts, support: { ...document.support, amounts } }
}

type Amounts = NonNullable<ProgrammeDocument['support']['amounts']>

function refigured(amounts: Amounts | undefined, { at, path, value }: Of<'figure'>): Amounts {
  const one = amounts?.[at] ?? fail()
  return amounts!.map((other) =>
    other === one ? { ...one, amount: figureAt(one.amount, path, value) as Amount } : other,
  )
}

/** The same with another figure at the end of a path; only what is a figure there may change. */
function figureAt(place: unknown, [next, ...rest]: readonly (string | number)[], value: number): unknown {
  if (next === undefined) return typeof place === 'number' ? value : fail()
  if (Array.isArray(place))
    return Number(next) in place
      ? place.map((one, at) => (at === Number(next) ? figureAt(one, rest, value) : one))
      : fail()
  if (typeof place !== 'object' || place === null || !Object.hasOwn(place, next) || next === 'when') return fail()
  return { ...place, [next]: figureAt((place as Record<string, unknown>)[next], rest, value) }
}

type Restrictions = ProgrammeDocument['support']['restrictions']

function restricted(restrictions: Restrictions, { at, text, ...quoted }: Of<'restriction'>): Restrictions {
  const one = { text, ...quotedAs(quoted) }
  if (at === undefined) return [...restrictions, one]
  return at in restrictions ? restrictions.map((other, place) => (place === at ? one : other)) : fail()
}

function lifted(document: ProgrammeDocument, { part, at }: Of<'lift'>): ProgrammeDocument {
  const list: readonly unknown[] = document.support[part] ?? []
  if (!(at in list)) return fail()
  const { amounts: _, ...support } = document.support
  const left = list.filter((_one, place) => place !== at)
  if (part === 'restrictions')
    return { ...document, support: { ...document.support, restrictions: left as Restrictions } }
  return { ...document, support: left.length === 0 ? support : { ...support, amounts: left as Amounts } }
}
