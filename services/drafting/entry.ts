import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Need } from './need.ts'
import type { SectionKind } from './section-words.ts'

/** One requirement of a notice with the words it rests on. */
export type Entry = {
  need: Need
  clause: Clause
  start: number
  end: number
  title?: string
  /** Every clause that had a part in it. */
  from: readonly string[]
  review?: string
}

export type Kind = Extract<SectionKind, 'applicants' | 'conditions' | 'refusals' | 'preferences'>
