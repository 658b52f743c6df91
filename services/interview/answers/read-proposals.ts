import type { Facts } from '../../eligibility/document-facts.ts'
import type { Answers } from '../../eligibility/rule.ts'
import { readFacts } from './read-facts.ts'

const isAsked =
  /[?？]|吗|是否|能不能|多少|什么|要求|需要|规定|如果|假如|大概|\b(?:if|how|what|which|need|required?|can|could)\b/iu

/** Whether someone speaks of their own unit. */
export const speaksOfOwn = (text: string): boolean =>
  /我们|我院|我校|我单位|本院|本校|本单位|咱们|\b(?:we|our)\b/iu.test(text)

/** Held against no limit at all, nothing inexact would be asked back; so each is held against one that nothing exceeds. */
const inexactIsNothing = [Infinity]

/**
 * Reads what people say of their unit in passing as proposed answers: 我们是三甲，有120件有效发明专利，盘点率100%. Only what
 * is exact is taken, from clauses that ask nothing; each is shown again before it counts.
 */
export function readProposals(text: string, facts: Facts): Answers {
  const clauses = text.replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '').split(/[，,；;。！!、\n]|(?<=[?？])/u)
  const stated = clauses.filter((clause) => !isAsked.test(clause)).join('，')
  const { said } = readFacts(stated, { facts, keys: Object.keys(facts), limitsOf: () => inexactIsNothing })
  return Object.fromEntries(
    [...said].flatMap(([key, reading]) => (reading.kind === 'value' && !reading.said ? [[key, reading.value]] : [])),
  )
}
