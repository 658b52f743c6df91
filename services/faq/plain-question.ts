/** Some days in a question whether something may be late or early: 晚几天交, 提前两天交 ask for no number. */
const someDays = /(?<=晚|迟|缓|推迟|延期|延后|提前|提早)(?:[几两数]|一两|三五)(?:天|日|个?月|周)(?:再)?/gu
/** Several of whoever may do something: 几个学校能不能… */
const several = /几[个所家位名](?=[^，。？?几]*(?:能不能|可不可以|可否|能否|[能可][以够]?[^，。？?]*吗))/gu
const commas = /[，,。；;！!？?\n]+/u

/** A question without numbers that count nothing, so that 晚几天交 reads as 晚交. */
export const withoutIdleCounts = (question: string): string => question.replace(someDays, '').replace(several, '')

/** What asks, at the end of a text or in it. */
const asks = /吗|么|呢|不行|能否|可否|是否|什么|哪|怎|如何|几|多少|谁|(\p{Script=Han})不\1/u

/**
 * What somebody says before the question and the question itself, of one that is put at length: 「我们盖章要走流程，材料能不能晚几天交」.
 *
 * @returns Undefined where it is one clause, or its last clause asks nothing.
 */
export function prefaceAndQuestion(text: string): { preface: string; question: string } | undefined {
  const clauses = text.split(commas).filter((clause) => clause.trim() !== '')
  const at = clauses.findLastIndex((clause) => asks.test(clause))
  if (at < 1) return undefined
  return { preface: clauses.filter((_, place) => place !== at).join('，'), question: clauses[at]! }
}
