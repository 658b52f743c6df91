import type { Condition } from '../eligibility/document-conditions.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import type { Criterion, ProgrammeDocument } from '../eligibility/document.ts'
import { type ConditionEdit, editCondition, fail } from './edit-condition.ts'
import { mergeFacts } from './merge-facts.ts'
import { factOf } from './word-facts.ts'

type Parts = 'criteria' | 'preferences' | 'commitments'

/** One change that a person makes to a draft. */
export type DocumentEdit =
  | ({ criterion: string } & ConditionEdit)
  /** One more part: a claim in words of its own, in place of what could not be read. */
  | { edit: 'add'; criterion: string; need: string }
  | { edit: 'title'; criterion: string; title: string }
  /** The words of a question. */
  | {
      edit: 'fact'
      fact: string
      label?: string | undefined
      prompt?: string | undefined
      help?: string | undefined
      unit?: string | undefined
    }
  /** Somebody has read it beside its clause, and it is as it should be. */
  | { edit: 'settle'; part: Parts; id: string }
  | { edit: 'window'; opens?: string | null | undefined; closes?: string | undefined }
  | {
      edit: 'support'
      amountWan?: number | null | undefined
      amountText?: string | undefined
      places?: number | null | undefined
    }

/**
 * A document with one change made. Facts that nothing reads any more go with what read them.
 *
 * @throws {EditFault} Where there is no such part, or the change doesn't suit it.
 */
export function editDocument(document: ProgrammeDocument, edit: DocumentEdit): ProgrammeDocument {
  const edited = apply(document, edit)
  return { ...edited, facts: mergeFacts(edited, edited.facts) }
}

function apply(document: ProgrammeDocument, edit: DocumentEdit): ProgrammeDocument {
  switch (edit.edit) {
    case 'fact':
      return { ...document, facts: { ...document.facts, [edit.fact]: factWith(document, edit) } }
    case 'settle':
      return settled(document, edit.part, edit.id)
    case 'window':
      return windowWith(document, edit)
    case 'support':
      return supportWith(document, edit)
    case 'title':
      return withCriterion(document, edit.criterion, (criterion) => ({ ...criterion, title: edit.title }))
    case 'add':
      return added(document, edit)
    case 'limit':
    case 'options':
    case 'claim':
    case 'bind':
    case 'drop':
      return onCondition(document, edit)
  }
}

/** A criterion of which nothing is left goes, with what was to prove it; the last one stays. */
function onCondition(document: ProgrammeDocument, edit: Extract<DocumentEdit, ConditionEdit>): ProgrammeDocument {
  const criterion = document.criteria.find(({ id }) => id === edit.criterion) ?? fail()
  const condition = editCondition(criterion.condition, edit, document.facts)
  if (condition) return withCriterion(document, criterion.id, (one) => ({ ...one, condition }))
  const criteria = document.criteria.filter((one) => one !== criterion)
  if (criteria.length === 0) return fail()
  return { ...document, criteria, preparation: document.preparation.filter(({ proves }) => proves !== criterion.id) }
}

type Of<Name> = Extract<DocumentEdit, { edit: Name }>
const said = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

function factWith({ facts }: ProgrammeDocument, { fact: key, label, prompt, help, unit }: Of<'fact'>): Fact {
  const fact = facts[key] ?? fail()
  if (unit !== undefined && !('unit' in fact)) return fail()
  return { ...fact, ...said({ label, prompt, help, unit }) } as Fact
}

const isUnread = (condition: Condition): boolean => JSON.stringify(condition).includes('"unsettled"')

function withoutReview<T extends { review?: string | undefined }>({ review: _review, ...rest }: T): Omit<T, 'review'> {
  return rest
}

function settled(document: ProgrammeDocument, part: Parts, id: string): ProgrammeDocument {
  const list: readonly { id: string; review?: string | undefined; condition?: Condition }[] = document[part]
  const found = list.find((one) => one.id === id) ?? fail()
  if (found.condition && isUnread(found.condition)) fail()
  return { ...document, [part]: list.map((one) => (one === found ? withoutReview(one) : one)) }
}

function windowWith(document: ProgrammeDocument, { opens, closes }: Of<'window'>): ProgrammeDocument {
  const { opens: before, opening, ...rest } = withoutReview(document.window)
  const from = opens === undefined ? before : (opens ?? undefined)
  const kept = opening && from === before ? { opening } : {}
  return {
    ...document,
    window: { ...rest, ...said({ opens: from, closes: closes ?? rest.closes }), ...kept },
  }
}

function supportWith(document: ProgrammeDocument, { amountWan, amountText, places }: Of<'support'>): ProgrammeDocument {
  const { amountWan: wan, places: count, ...rest } = withoutReview(document.support)
  const now = said({
    amountWan: amountWan === undefined ? wan : (amountWan ?? undefined),
    places: places === undefined ? count : (places ?? undefined),
    amountText: amountText ?? rest.amountText,
  })
  return { ...document, support: { ...rest, ...now } }
}

function withCriterion(
  document: ProgrammeDocument,
  id: string,
  change: (one: Criterion) => Criterion,
): ProgrammeDocument {
  if (!document.criteria.some((one) => one.id === id)) fail()
  return { ...document, criteria: document.criteria.map((one) => (one.id === id ? change(one) : one)) }
}

function added(document: ProgrammeDocument, { criterion: id, need }: Of<'add'>): ProgrammeDocument {
  const { condition: before, title } = document.criteria.find((one) => one.id === id) ?? fail()
  let key = `${id}Added`
  for (let number = 2; key in document.facts; number++) key = `${id}Added${number}`
  const parts = isUnread(before) ? [] : 'allOf' in before ? before.allOf : [before]
  const asked: Condition = { fact: key, is: true }
  const condition: Condition = parts.length === 0 ? asked : { allOf: [...parts, asked] }
  const fact = factOf({ kind: 'claim', text: need }, { isPerson: false, quote: need, title })
  const facts = { ...document.facts, [key]: fact }
  return { ...withCriterion(document, id, (one) => ({ ...one, condition })), facts }
}
