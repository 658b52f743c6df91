import { z } from 'zod'
import type { Fact } from './fact.ts'
import { type FactKey, facts } from './facts.ts'
import type { Answers } from './rule.ts'
import { isDate } from './window.ts'

/** One fault of what a person sent: where, and what it takes. */
export type AnswerFault = { path: string; message: string }

const expectations: Record<Fact['type'], string> = {
  bool: '应为 true 或 false',
  int: '应为不小于0的整数',
  number: '应为不小于0的数',
  percent: '应为0到100之间的数',
  choice: '应为所列选项之一',
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
  }
}

/** What an answer to one fact must be; it may be missing or null, then it is unknown. */
export const answerSchema = (key: FactKey) => schemaOf(facts[key]).nullish().describe(facts[key].prompt)

/** The answers to some facts; no other key may stand there, whatever its name. */
export function answersSchema(keys: readonly FactKey[]) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, answerSchema(key)])))
}

/** A day of the calendar, YYYY-MM-DD. */
export const dateSchema = z.string(dateWords).refine(isDate, dateWords).describe('YYYY-MM-DD')

/**
 * Reads what came from outside as the answers to some facts. Nothing is guessed or rounded.
 *
 * @returns The answers, or every fault with the key it stands at ('' for the whole).
 */
export function readAnswers(
  keys: readonly FactKey[],
  input: unknown,
): { answers: Answers } | { faults: AnswerFault[] } {
  const { data, error } = answersSchema(keys).safeParse(input, { error: () => '应为 JSON 对象' })
  return error ? { faults: error.issues.flatMap(faultsOf) } : { answers: data }
}

function faultsOf(issue: z.core.$ZodIssue): AnswerFault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: key, message: '没有这个字段' }))
  return [{ path: issue.path.join('.'), message: issue.message }]
}
