import { factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import { facts } from '../eligibility/resolved.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'

const spoken: Record<string, string[]> = {
  true: ['是', '有', '是的', '有的', '对', 'yes', '是。'],
  false: ['否', '没有', '还没', '不是', 'no'],
  tertiary: ['三甲', '三级甲等', '三级', '我们是三甲医院'],
  secondary: ['二级乙等', '二甲', '二级'],
  primary: ['一级', '一级甲等'],
  unrated: ['未定级', '没有评级'],
}

/** Ways in which people write an answer; the first is what a button or the number field sends. */
export function waysToSay(key: FactKey, answer: Answers[FactKey]): string[] {
  const fact = factAt(facts, key)
  if (answer === null || answer === undefined) return ['/skip', '不清楚', '跳过', '不知道']
  if (!('unit' in fact)) return spoken[String(answer)]!
  const wide = `${answer}${fact.unit}`.replace(/[\d.%]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  return [`${answer}${fact.unit}`, wide, `我们有${answer}${fact.unit}`]
}

/** A hospital that lacks nothing but twelve patents. */
export const almostCenter: Answers = {
  isShanghaiMedicalInstitution: true,
  registeredInPatentSystem: true,
  inventoryCompleted: true,
  validInventionPatents: 88,
  inventoryRatePercent: 100,
  industrializationRatePercent: 12,
  incomeSince2023Wan: 520,
}
