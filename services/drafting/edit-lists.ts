import type { Commitment, ProgrammeDocument, Quoted } from '../eligibility/document.ts'
import type { PreparationItem } from '../preparation/preparation.ts'
import { programmeEditorTexts as pageTexts } from '../../prompts/programme-editor-texts.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import { type Ask, askedIn, titleOfAsk } from './ask.ts'
import { EditFault, fail } from './edit-condition.ts'
import type { Facts } from './fact-book.ts'

/** The parts of a document whose entries have ids. */
export const listParts = ['criteria', 'preferences', 'commitments', 'preparation'] as const
export type ListPart = (typeof listParts)[number]
export type RulePart = 'criteria' | 'preferences'

/** A change to a list: an entry more, one changed, in another place, or gone. */
export type ListEdit =
  | ({ edit: 'insert'; part: RulePart; title?: string | undefined; ask: Ask } & Quoted)
  | { edit: 'move'; part: ListPart; id: string; by: -1 | 1 }
  | { edit: 'remove'; part: ListPart; id: string }
  | ({ edit: 'requote'; part: ListPart; id: string } & Quoted)
  /** Without an id it is a new one. */
  | ({ edit: 'commitment'; id?: string | undefined } & Pick<Commitment, 'text' | 'target'> & Quoted)
  /** An empty quote is of what the notice says nothing of. */
  | ({ edit: 'item'; id?: string | undefined } & Pick<PreparationItem, 'kind' | 'text' | 'proves'> & Quoted)

type Of<Name> = Extract<ListEdit, { edit: Name }>
type Entry = { id: string; review?: string | undefined }

const entriesOf = (document: ProgrammeDocument, part: ListPart): readonly Entry[] => document[part]
const withEntries = (document: ProgrammeDocument, part: ListPart, entries: readonly Entry[]): ProgrammeDocument => ({
  ...document,
  [part]: entries,
})

/** The words of a notice as they stand in a document. */
export const quotedAs = ({ quote, section, notice }: Quoted): Quoted => ({
  quote,
  ...(section !== undefined && { section }),
  ...(notice !== undefined && { notice }),
})

function freeId(document: ProgrammeDocument, letter: string): string {
  const taken = new Set(listParts.flatMap((part) => entriesOf(document, part).map(({ id }) => id)))
  let number = 1
  while (taken.has(`${letter}${number}`)) number++
  return `${letter}${number}`
}

/** @throws {EditFault} Where there is no such entry, or it would leave no criterion. */
export function editList(document: ProgrammeDocument, edit: ListEdit, known: Readonly<Facts>): ProgrammeDocument {
  switch (edit.edit) {
    case 'insert':
      return inserted(document, edit, known)
    case 'move':
      return moved(document, edit)
    case 'remove':
      return removed(document, edit)
    case 'requote':
      return changed(
        document,
        edit.part,
        edit.id,
        ({ quote: _, section: _s, notice: _n, ...one }: Entry & Partial<Quoted>) => ({
          ...one,
          ...quotedAs(edit),
        }),
      )
    case 'commitment':
      return put(document, 'commitments', edit.id ?? freeId(document, 't'), {
        text: edit.text,
        target: edit.target,
        ...quotedAs(edit),
      })
    case 'item':
      return put(document, 'preparation', edit.id ?? freeId(document, 'paper-'), itemOf(edit))
  }
}

const itemOf = ({ kind, text, proves, ...quoted }: Of<'item'>) => ({
  kind,
  text,
  ...(proves !== undefined && { proves }),
  ...(quoted.quote !== '' && quotedAs(quoted)),
})

function inserted(document: ProgrammeDocument, edit: Of<'insert'>, known: Readonly<Facts>): ProgrammeDocument {
  const { part, ask, title = titleOfAsk(ask, edit.quote) } = edit
  const id = freeId(document, part === 'criteria' ? 'c' : 'p')
  const { facts, condition } = askedIn(document, ask, { quote: edit.quote, title }, known)
  const entries = [...document[part], { id, title, ...quotedAs(edit), condition }]
  const evidence = {
    id: freeId(document, 'evidence-'),
    kind: 'evidence' as const,
    proves: id,
    text: texts.prepare.evidence(title),
  }
  const preparation = part === 'criteria' ? [...document.preparation, evidence] : document.preparation
  return { ...withEntries(document, part, entries), facts, preparation }
}

function moved(document: ProgrammeDocument, { part, id, by }: Of<'move'>): ProgrammeDocument {
  const entries = [...entriesOf(document, part)]
  const at = entries.findIndex((one) => one.id === id)
  const [one] = at < 0 || !(at + by in entries) ? fail() : entries.splice(at, 1)
  entries.splice(at + by, 0, one!)
  return withEntries(document, part, entries)
}

/** What was to prove a rule goes with it. */
export function removed(
  document: ProgrammeDocument,
  { part, id }: Pick<Of<'remove'>, 'part' | 'id'>,
): ProgrammeDocument {
  const left = entriesOf(document, part).filter((one) => one.id !== id)
  if (left.length === document[part].length) return fail()
  if (part === 'criteria' && left.length === 0) throw new EditFault(pageTexts.lastCriterion)
  const without = withEntries(document, part, left)
  if (part !== 'criteria' && part !== 'preferences') return without
  return { ...without, preparation: without.preparation.filter(({ proves }) => proves !== id) }
}

function changed<T extends Entry>(
  document: ProgrammeDocument,
  part: ListPart,
  id: string,
  change: (one: T) => Entry,
): ProgrammeDocument {
  const entries = entriesOf(document, part)
  if (!entries.some((one) => one.id === id)) return fail()
  return withEntries(
    document,
    part,
    entries.map((one) => (one.id === id ? change(one as T) : one)),
  )
}

/** What an entry tells that its words alone don't: in English, and held against where one stands. */
type Told = { proves: string | undefined; english: unknown; baseline: object; target: string }

/** An entry with other words; what was said of it besides stays, but for what was left open. */
function put(
  document: ProgrammeDocument,
  part: 'commitments' | 'preparation',
  id: string,
  words: object,
): ProgrammeDocument {
  const entries: readonly (Entry & Partial<Quoted> & Partial<Told>)[] = document[part]
  const old = entries.find((one) => one.id === id)
  if (!old) return withEntries(document, part, [...entries, { id, ...words }])
  const { review: _r, quote: _q, section: _s, notice: _n, proves: _p, english: _e, baseline, ...rest } = old
  // What must be reached is measured as before only where it is the same.
  const isSame = 'target' in words && words.target === old.target
  return withEntries(
    document,
    part,
    entries.map((one) => (one === old ? { ...rest, ...(isSame && baseline && { baseline }), ...words } : one)),
  )
}
