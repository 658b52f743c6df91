import { shortened } from '../../knowledge/language/characters.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Commitment } from '../eligibility/document.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { wordsStart } from './own-entries.ts'
import { quoteOf } from './quote-of.ts'
import type { Outline } from './sections.ts'

/** 获得补助的企业应当…, 入选人才须…: what whoever was chosen must do. */
const duty =
  /^(?:获得?|获评|获批|享受|入选|中选|受)[^，。；]{0,16}?(?:企业|单位|人才|申请人|申报人|机构|项目|主体|民宿|团队|者|的)，?(?:应当|应|须|需|必须|不得)(?!用|求)/u
const never = /不得申报|不予受理|不予支持|追回|撤销|取消/u
const elsewhere: ReadonlySet<string | undefined> = new Set([
  'conditions',
  'applicants',
  'refusals',
  'materials',
  'targets',
])

/** Sentences that say what awardees must do, each with its words. */
export function dutiesIn({ notice, kinds, isWithin }: Outline): Commitment[] {
  return notice.clauses.flatMap((clause) => {
    const isRead =
      (clause.kind === 'item' || clause.kind === 'paragraph') && isWithin(clause) && !clause.id.startsWith('a')
    if (!isRead || elsewhere.has(kinds.get(clause.id))) return []
    const start = wordsStart(clause)
    return sentencesOf(factsOf(clause.text), start).flatMap(({ text, start: from, end }) => {
      const words = text.replace(/[。；;]+$/u, '')
      if (!duty.test(words) || never.test(words)) return []
      return [{ id: 't', text: shortened(words, 200), target: texts.promised, ...quoteOf(notice, clause, from, end) }]
    })
  })
}
