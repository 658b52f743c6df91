import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { isAlike, measureNamed } from '../../../knowledge/language/unit.ts'
import type { Said, Statement } from '../../../knowledge/statements/statement.ts'
import type { Question } from '../understand/question.ts'

const figureKinds: Partial<Record<Question['value']['kind'], string[]>> = {
  count: ['count', 'duration'],
  duration: ['duration'],
  percent: ['percent', 'ratio'],
  money: ['money'],
  number: ['count', 'percent', 'money'],
}

/**
 * Of the statements of a clause that may be said and hold a figure of the kind asked for, the one in the sentence found.
 * Undefined where none, or more than one, does.
 */
export function statementFor(said: Said, question: Question, entry: Entry, passage: string): Statement | undefined {
  const kinds = figureKinds[question.value.kind] ?? []
  const own = said.get(`${entry.notice.id}#${entry.clause.id}`) ?? []
  const found = own.filter(
    ({ figure, sentence }) =>
      figure !== undefined &&
      kinds.includes(figure.kind) &&
      isUnitAsked(question, figure.unit) &&
      holds(entry.clause.text.slice(...sentence), passage),
  )
  return found.length === 1 ? found[0] : undefined
}

const isUnitAsked = ({ value: { kind, unit } }: Question, own: string): boolean =>
  kind !== 'count' || unit === '' || unit.includes(own) || isAlike(measureNamed(unit) ?? unit, own)

const holds = (sentence: string, passage: string): boolean => {
  const [whole, part] = [squeeze(sentence), squeeze(passage)]
  return whole.includes(part) || part.includes(whole)
}
