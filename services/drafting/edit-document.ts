import type { Condition } from '../eligibility/document-conditions.ts'
import type { Criterion, ProgrammeDocument } from '../eligibility/document.ts'
import { factsRead } from '../eligibility/rule.ts'
import { type Ask, askedIn } from './ask.ts'
import { type ConditionEdit, editCondition, fail } from './edit-condition.ts'
import { type FactEdit, withFact } from './edit-fact.ts'
import { editList, type ListEdit, type ListPart, removed, type RulePart } from './edit-lists.ts'
import { editSupport, type SupportEdit } from './edit-support.ts'
import type { Facts } from './fact-book.ts'
import { mergeFacts } from './merge-facts.ts'

/** One change that a person makes to a draft; `criterion` is the id of a criterion or a preference. */
export type DocumentEdit =
  | ({ criterion: string } & ConditionEdit)
  /** One more part, or the first one where nothing could be read. */
  | { edit: 'add'; criterion: string; ask: Ask }
  /** What a rule is called, and what people must know to read its result; an empty note takes it away. */
  | { edit: 'title'; criterion: string; title: string; note?: string | undefined }
  /** Somebody has read it beside its clause, and it is as it should be. */
  | { edit: 'settle'; part: ListPart; id: string }
  | { edit: 'programme'; title?: string | undefined; year?: number | undefined }
  | FactEdit
  | ListEdit
  | SupportEdit

/**
 * A document with one change made. Facts that nothing reads any more go with what read them.
 *
 * @param known Facts of other programmes in use; a new question in the same words takes their key.
 * @throws {EditFault} Where there is no such part, or the change doesn't suit it.
 */
export function editDocument(
  document: ProgrammeDocument,
  edit: DocumentEdit,
  known: Readonly<Facts> = {},
): ProgrammeDocument {
  const edited = apply(document, edit, known)
  const facts = mergeFacts(edited, edited.facts)
  // What holds between facts goes with the last of them that is asked.
  const relations = edited.relations?.filter(({ when, needs }) =>
    [...factsRead(when), ...factsRead(needs)].every((key) => key in facts),
  )
  return { ...edited, facts, ...(relations && { relations }) }
}

function apply(document: ProgrammeDocument, edit: DocumentEdit, known: Readonly<Facts>): ProgrammeDocument {
  switch (edit.edit) {
    case 'fact':
      return withFact(document, edit)
    case 'settle':
      return settled(document, edit.part, edit.id)
    case 'programme':
      return { ...document, title: edit.title ?? document.title, year: edit.year ?? document.year }
    case 'title':
      return withRule(document, edit.criterion, (rule) => titled(rule, edit))
    case 'add':
      return added(document, edit, known)
    case 'limit':
    case 'options':
    case 'claim':
    case 'bind':
    case 'drop':
      return onCondition(document, edit)
    case 'insert':
    case 'move':
    case 'remove':
    case 'requote':
    case 'commitment':
    case 'item':
      return editList(document, edit, known)
    case 'window':
    case 'support':
    case 'rest':
    case 'amount':
    case 'figure':
    case 'restriction':
    case 'lift':
      return editSupport(document, edit, known)
  }
}

type Rule = Pick<Criterion, 'id' | 'title' | 'condition' | 'quote' | 'note'>
type Of<Name> = Extract<DocumentEdit, { edit: Name }>

function ruleOf(document: ProgrammeDocument, id: string): { part: RulePart; rule: Rule } {
  const parts = ['criteria', 'preferences'] as const
  const part = parts.find((one) => document[one].some((rule) => rule.id === id)) ?? fail()
  const rules: readonly Rule[] = document[part]
  return { part, rule: rules.find((rule) => rule.id === id)! }
}

function withRule(document: ProgrammeDocument, id: string, change: (one: Rule) => Rule): ProgrammeDocument {
  const { part, rule } = ruleOf(document, id)
  const rules: readonly Rule[] = document[part]
  return { ...document, [part]: rules.map((one) => (one === rule ? change(one) : one)) }
}

/** A rule of which nothing is left goes, with what was to prove it; the last criterion stays. */
function onCondition(document: ProgrammeDocument, edit: Extract<DocumentEdit, ConditionEdit>): ProgrammeDocument {
  const { part, rule } = ruleOf(document, edit.criterion)
  const condition = editCondition(rule.condition, edit, document.facts)
  if (condition) return withRule(document, rule.id, (one) => ({ ...one, condition }))
  return removed(document, { part, id: rule.id })
}

function titled({ note: before, ...rule }: Rule, { title, note = before }: Of<'title'>): Rule {
  return { ...rule, title, ...(note !== undefined && note !== '' && { note }) }
}

const isUnread = (condition: Condition): boolean => JSON.stringify(condition).includes('"unsettled"')

function settled(document: ProgrammeDocument, part: ListPart, id: string): ProgrammeDocument {
  const list: readonly { id: string; review?: string | undefined; condition?: Condition }[] = document[part]
  const found = list.find((one) => one.id === id) ?? fail()
  if (found.condition && isUnread(found.condition)) fail()
  const { review: _, ...rest } = found
  return { ...document, [part]: list.map((one) => (one === found ? rest : one)) }
}

function added(
  document: ProgrammeDocument,
  { criterion: id, ask }: Of<'add'>,
  known: Readonly<Facts>,
): ProgrammeDocument {
  const { condition: before, title, quote } = ruleOf(document, id).rule
  const { facts, condition: asked } = askedIn(document, ask, { quote, title }, known)
  const parts = isUnread(before) ? [] : 'allOf' in before ? before.allOf : [before]
  const condition: Condition = parts.length === 0 ? asked : { allOf: [...parts, asked] }
  return { ...withRule(document, id, (one) => ({ ...one, condition })), facts }
}
