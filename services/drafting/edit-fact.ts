import type { Fact } from '../eligibility/document-facts.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import { fail } from './edit-condition.ts'

/** The words of a question; what is not given stays. */
export type FactEdit = {
  edit: 'fact'
  fact: string
  label?: string | undefined
  prompt?: string | undefined
  help?: string | undefined
  why?: string | undefined
  /** Of a figure. */
  unit?: string | undefined
  /** Of a claim: what it takes, and what either answer means. */
  need?: string | undefined
  yes?: string | undefined
  no?: string | undefined
  /** Other names that people use for it; an empty list takes them away. */
  spokenAs?: string[] | undefined
  /** Of a choice: the answers as people read them, in their order. */
  options?: string[] | undefined
}

const fitting: Readonly<Record<'unit' | 'need' | 'yes' | 'no' | 'options', (fact: Fact) => boolean>> = {
  unit: (fact) => 'unit' in fact,
  need: ({ type }) => type === 'bool',
  yes: ({ type }) => type === 'bool',
  no: ({ type }) => type === 'bool',
  options: ({ type }) => type === 'choice',
}

/** @throws {EditFault} Where there is no such fact, or it has no such words. */
export function withFact(
  document: ProgrammeDocument,
  { edit: _, fact: key, options, spokenAs, ...words }: FactEdit,
): ProgrammeDocument {
  const before = document.facts[key] ?? fail()
  const given = Object.entries({ ...words, options }).filter(([, value]) => value !== undefined)
  for (const [name] of given) if (name in fitting && !fitting[name as keyof typeof fitting](before)) return fail()
  const { review: _review, spokenAs: spoken, ...rest } = before
  const names = spokenAs ?? spoken ?? []
  const said = {
    ...rest,
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)),
    ...(names.length > 0 && { spokenAs: names }),
  } as Fact
  return { ...document, facts: { ...document.facts, [key]: options ? relabelled(said, options) : said } }
}

function relabelled(fact: Fact, labels: readonly string[]): Fact {
  if (fact.type !== 'choice' || labels.length !== fact.options.length || new Set(labels).size < labels.length)
    return fail()
  return { ...fact, options: fact.options.map(({ value }, at) => ({ value, label: labels[at]! })) }
}
