import type { Clause } from '../../knowledge/parsing/clause.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { type Entry, wordsStart } from './own-entries.ts'
import { type Need, allOf, claim } from './need.ts'
import { readQuota } from './read-quota.ts'
import { isNoun, readApplicants } from './read-applicants.ts'
import { readProvisions } from './read-provision.ts'
import { quota } from './words.ts'
import type { Outline } from './sections.ts'

const subject =
  /^(?:本(?:办法|措施|政策|细则|通知|项目)(?:的)?|\p{Script=Han}{2,8}(?:项目|基地|中心|平台)(?:的)?)?(?:享受本(?:办法|措施|政策)的)?(?:适用|扶持|支持|申报|申请|奖励|资助|补贴|参评)(?:对象|主体|单位|企业|机构|人|者)(?:应当?|须|必须|需)(?<what>.+)$/u
/** What is to be done with an application, not what applicants must be. */
const acting =
  /提交|报送|填写|填报|登录|上传|提供.*(?:材料|资料|证明)|配合|接受|退回|按照|按要求|在规定|于\d|向.*(?:提出|申报|申请)|承诺|如实|负责|配备.*联络|及时|报告|制定.*方案|围绕|做好|加强|整理|截止|截至/u
/** Grounds that stand alone: 同一项目已获其他财政资金支持的，不予支持. What is late, false or not handed in is no question to ask. */
const refused =
  /^(?!逾期|未按|对?.*(?:虚假|弄虚作假|材料|逾期|填报|验收|整改|公示|监督|未通过|不符合))[^。；]+的，(?:均|一律)?(?:不予(?:支持|受理|资助|补贴|补助|奖励|申报)|不得(?:申报|申请|重复申报|再次申报))[^，]*$/u
const directed = /^(?:以上|本)(?:政策|措施|办法|细则|通知)(?:仅)?适用于(?<what>[^。；]+)$/u
const defined = /^本(?:办法|措施|政策|细则|通知)所称(?<term>[^，]{2,16})，?(?:是指|指|为)(?<what>[^。；]+)$/u

/** Requirements that stand outside of any part about them: 申报单位应具有独立法人资格; 本办法适用于在本区注册的企业. */
export function looseEntries({ notice, isOwn }: Outline, clause: Clause): Entry[] {
  if (clause.kind !== 'item' && clause.kind !== 'paragraph') return []
  const start = wordsStart(clause)
  return sentencesOf(factsOf(`${' '.repeat(start)}${clause.text.slice(start)}`), start).flatMap((sentence) => {
    const need = isOwn(sentence.text) ? needIn(sentence.text, notice.title) : undefined
    return need ? [{ need, clause, start: sentence.start, end: sentence.end, from: [clause.id], isLoose: true }] : []
  })
}

function needIn(text: string, title: string): Need | undefined {
  if (/[：:]$/u.test(text)) return undefined
  const whom = directed.exec(text)?.groups?.['what']
  if (whom !== undefined) return readApplicants(whom)
  const { term = '', what } = defined.exec(text)?.groups ?? {}
  if (what !== undefined) return title.includes(term) && isNoun(what) ? readApplicants(what) : undefined
  const limits = text.split(/[，；]/u).map((part) => readQuota(part))
  if (limits.every((one) => one !== undefined)) return allOf(limits)
  if (quota.test(text)) return claim(text)
  if (refused.test(text)) return allOf(readProvisions(text).map(({ need }) => need))
  const said = subject.exec(text)?.groups?.['what']
  return said === undefined || acting.test(said) ? undefined : allOf(readProvisions(text).map(({ need }) => need))
}
