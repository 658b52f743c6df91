import { type FactKey, facts } from '../../eligibility/facts.ts'
import type { Answers } from '../../eligibility/rule.ts'
import { readAnswer } from './read-answer.ts'

/** How people speak of a fact in passing. */
const mentions: [FactKey, RegExp][] = [
  ['validInventionPatents', /有效的?发明(?:专利)?|发明专利(?!产业化)/u],
  ['inventoryRatePercent', /盘点率/u],
  ['industrializationRatePercent', /(?:发明专利)?产业化率/u],
  ['incomeSince2023Wan', /2023年(?:以来|至今|到现在|起|开始)?(?:专利)?(?:转化)?(?=.*到账)/u],
  ['incomeLast3YearsWan', /(?:近三年|最近三年)(?:专利)?(?:转化)?(?=.*到账)/u],
  ['operablePatents', /(?:可以?投入运营|可运营)的?专利/u],
  ['institutionsServed', /服务了?(?=.*家)/u],
  ['hasEquityCase', /(?=.*作价入股)/u],
  ['registeredInPatentSystem', /(?=.*注册)/u],
  ['inventoryCompleted', /(?=.*盘点(?!率))/u],
]
const grade = /[一二三123](?:级[特甲乙丙]?等?|[特甲乙丙]等?)/u
const denied = /不|没|未|非|以上|以下/u
const thousands = /(?<=\d)[,，](?=\d{3}(?!\d))/gu
const isAsked = /[?？]|吗|是否|能不能|多少|几|什么|要求|需要|规定|如果|假如/u

/** Whether someone speaks of their own unit. */
export const speaksOfOwn = (text: string): boolean => /我们|我院|我校|我单位|本院|本校|本单位|咱们/u.test(text)

/**
 * Reads what people say of their unit in passing as proposed answers: 我们是三甲，有120件有效发明专利，盘点率100%. Only what
 * is exact is taken, from clauses that ask nothing; each is shown again before it counts.
 */
export function readProposals(text: string): Answers {
  const clauses = text.replace(thousands, '').split(/[，,；;。！!、\n]|(?<=[?？])/u)
  return Object.fromEntries(clauses.filter((clause) => !isAsked.test(clause)).flatMap(readClause))
}

function readClause(clause: string): [FactKey, boolean | number | string][] {
  const graded = denied.test(clause) ? undefined : grade.exec(clause)?.[0]
  const level = graded === undefined ? undefined : exactly('hospitalLevel', graded)
  const [key, mention] = mentions.find(([, pattern]) => pattern.test(clause)) ?? []
  const value = key && mention && exactly(key, clause.trim().replace(mention, ''))
  return [
    ...(level === undefined ? [] : [['hospitalLevel', level] as [FactKey, string]]),
    ...(key === undefined || value === undefined ? [] : [[key, value] as [FactKey, boolean]]),
  ]
}

/** Held against no limit at all, nothing inexact would be asked back; so it is held against one that nothing exceeds. */
function exactly(key: FactKey, text: string): boolean | number | string | undefined {
  const reading = readAnswer(facts[key], text, [Infinity])
  return reading.kind === 'value' ? reading.value : undefined
}
