import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Said } from '../../../knowledge/statements/statement.ts'
import { leadOf } from '../../../knowledge/statements/word-statement.ts'
import type { Question } from '../understand/question.ts'

/**
 * The statements of notices whose wordings a person has read.
 *
 * @param approved The bundled notices: their wordings are reviewed with the code.
 */
export const saidOf = (approved: readonly Notice[]): Said =>
  Map.groupBy(
    approved.flatMap((notice) => parseStatements(notice)).filter(({ sure }) => sure),
    ({ notice, clause }) => `${notice}#${clause}`,
  )

const figureKinds: Partial<Record<Question['value']['kind'], string[]>> = {
  count: ['count'],
  percent: ['percent', 'ratio'],
  money: ['money'],
  number: ['count', 'percent', 'money'],
}

/**
 * The answer in the clerk's words: of the statements of a clause that hold a figure of the kind asked for, the one in
 * the sentence found. Undefined where none, or more than one, does.
 */
export function saidLead(said: Said, question: Question, entry: Entry, passage: string): string | undefined {
  const kinds = figureKinds[question.value.kind] ?? []
  const own = said.get(`${entry.notice.id}#${entry.clause.id}`) ?? []
  const found = own.filter(
    ({ figure, sentence }) =>
      figure !== undefined &&
      kinds.includes(figure.kind) &&
      isUnitAsked(question, figure.unit) &&
      holds(entry.clause.text.slice(...sentence), passage),
  )
  return found.length === 1 ? leadOf(found[0]!, question.english ? 'en' : 'zh') : undefined
}

const isUnitAsked = ({ value: { kind, unit } }: Question, own: string): boolean =>
  kind !== 'count' || unit === '' || unit.includes(own)

const holds = (sentence: string, passage: string): boolean => {
  const [whole, part] = [squeeze(sentence), squeeze(passage)]
  return whole.includes(part) || part.includes(whole)
}
