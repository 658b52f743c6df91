import { z } from 'zod'
import { keptFor } from '../../knowledge/kept.ts'
import type { Fact, Facts } from './document-facts.ts'
import type { Answer, Answers } from './rule.ts'
import { isDate } from './window.ts'

/** One fault of what a person sent: where, and what it takes. */
export type AnswerFault = { path: string; message: string }

const expectations: Record<Fact['type'], string> = {
  bool: '应为 true 或 false',
  int: '应为不小于0的整数',
  number: '应为不小于0的数',
  percent: '应为0到100之间的数',
  choice: '应为所列选项之一',
  date: '应为日历上有的日期，写作 YYYY-MM-DD',
}

const dateWords = { error: '应为日历上有的日期，写作 YYYY-MM-DD' }

function schemaOf(fact: Fact): z.ZodType<boolean | number | string> {
  const error =
    fact.type === 'choice' ? `应为 ${fact.options.map(({ value }) => value).join('、')} 之一` : expectations[fact.type]
  switch (fact.type) {
    case 'bool':
      return z.boolean({ error })
    case 'int':
      return z.int({ error }).min(0, { error })
    case 'number':
      return z.number({ error }).min(0, { error })
    case 'percent':
      return z.number({ error }).min(0, { error }).max(100, { error })
    case 'choice':
      return z.enum(
        fact.options.map(({ value }) => value),
        { error },
      )
    case 'date':
      return dateSchema
  }
}

/** What an answer to one fact must be; it may be missing or null, then it is unknown. */
export const answerSchema = (fact: Fact) => schemaOf(fact).nullish().describe(fact.prompt)

/** Whether what was answered once, null for what was not known, may still stand as the answer to a fact. */
export function isAnswerTo(fact: Fact | undefined, answer: Answer | undefined): boolean {
  if (!fact || answer === undefined) return false
  if (answer === null) return true
  if (fact.type === 'bool') return typeof answer === 'boolean'
  if (fact.type === 'choice') return fact.options.some(({ value }) => value === answer)
  if (fact.type === 'date') return typeof answer === 'string' && isDate(answer)
  return typeof answer === 'number'
}

/** The answers to some facts; no other key may stand there, whatever its name. */
const answersSchema = keptFor((facts: Facts) =>
  z.strictObject(Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, answerSchema(fact)]))),
)

/** A day of the calendar, YYYY-MM-DD. */
export const dateSchema = z.string(dateWords).refine(isDate, dateWords).describe('YYYY-MM-DD')

/**
 * Reads what came from outside as the answers to some facts. Nothing is guessed or rounded.
 *
 * @returns The answers, or every fault with the key it stands at ('' for the whole).
 */
export function readAnswers(facts: Facts, input: unknown): { answers: Answers } | { faults: AnswerFault[] } {
  const { data, error } = answersSchema(facts).safeParse(input, { error: () => '应为 JSON 对象' })
  return error ? { faults: error.issues.flatMap(faultsOf) } : { answers: data }
}

function faultsOf(issue: z.core.$ZodIssue): AnswerFault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: key, message: '没有这个字段' }))
  return [{ path: issue.path.join('.'), message: issue.message }]
}
