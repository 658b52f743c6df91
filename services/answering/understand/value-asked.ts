import type { Question } from './question.ts'

/** The kind of value that a question waits for by its aspect, where its wording names none. */
export function valueAsked({ value, aspects }: Pick<Question, 'value' | 'aspects'>): Question['value'] {
  if (value.kind !== 'text' && value.kind !== 'number') return value
  if (aspects.has('money')) return { kind: 'money', unit: '' }
  if (aspects.has('places')) return { kind: 'count', unit: '[家所]' }
  return value
}
