import type { BoolFact } from '../../eligibility/document-facts.ts'
import { readClaim } from './read-claim.ts'
import { readEnglishClaim } from './read-english-claim.ts'

/** Words with which people say that they are not sure, or that it is not quite so. */
const hedges =
  /应该|大概|大致|可能|也许|或许|说不定|好像|似乎|估计|差不多|多半|八成|基本上?|据说|听说|印象中?|(?:我)?(?:记得|觉得|感觉|猜)|理论上|算是/gu
const englishHedges =
  /\b(?:probably|maybe|perhaps|likely|possibly|(?:i|we) (?:think|believe|guess|suppose)(?: so)?|should(?: be| have)?|might(?: be)?|more or less|almost|nearly|basically|supposedly)\b/giu
const onlyHedged = /^[吧呢啊哦的了是，,。.！!\s]*$/u

/** Whether an answer would be a yes or a no but for words of doubt: 应该盘点完了吧, 差不多盘完了, 可能没有. It is neither. */
export function isHedged(fact: BoolFact, typed: string, englishWords: string | undefined): boolean {
  const sure = typed.replace(hedges, '').replace(englishHedges, '').trim()
  if (sure === typed.trim()) return false
  if (onlyHedged.test(sure)) return true
  const isEnglish = englishWords !== undefined
  return readClaim(fact, sure) !== undefined || (isEnglish && readEnglishClaim(sure, englishWords) !== undefined)
}
