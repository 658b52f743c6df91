import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import { anyOf } from '../../knowledge/language/unit.ts'
import { findModal } from '../../knowledge/statements/words.ts'

/** One of a list of words. */
export const oneOf = (list: readonly string[]): string => `(?:${anyOf(list)})`

const roles = oneOf(lexicon.applicantRoles)
const nouns = oneOf(lexicon.applicantNouns)
const verbs = oneOf(lexicon.claimVerbs)
const modals = '(?:应当|应该|应|必须|须|需要|需|要|得)?'
const hedges = '(?:原则上|一般|均|都|还|也|同时|至少)*'

export const startsClaim = new RegExp(`^${verbs}`, 'u')
export const endsWithApplicant = new RegExp(`${nouns}(?:[（(][^（）()]*[）)])?$`, 'u')
/** 民族地区学校, 重症医学科: a body, of which something is said. */
export const endsWithBody = new RegExp(`${oneOf(lexicon.bodies)}$`, 'u')
export const endsWithPerson = new RegExp(`${oneOf(lexicon.persons)}$`, 'u')
const persons = new RegExp(
  `^(?<who>[^，：。；]{0,10}?(?:${oneOf(lexicon.persons)}|人员|成员))(?:均|都|还|也)*(?:应当?|须|需|必须)`,
  'u',
)
/** 学科带头人应同时符合下列要求: whose the entries of a list are, where not the applicant's own. */
export const personOfLead = (lead: string): string => persons.exec(lead)?.groups?.['who'] ?? ''
export const refusal = new RegExp(oneOf(lexicon.refusalWords), 'u')
const permission = new RegExp(oneOf(lexicon.permissions), 'u')
/** 均可申报 behind who may, and not 可以投入运营的专利. */
export const permits = (text: string): boolean => permission.test(text) && !/的\p{Script=Han}+$/u.test(text)
export const founding = new RegExp(`${oneOf(lexicon.foundingVerbs)}+`, 'u')
export const eventNoun = new RegExp(oneOf(lexicon.eventNouns), 'u')
const contextOpening = new RegExp(`^${oneOf(lexicon.contextOpenings)}`, 'u')
const placed = new RegExp(`^(?:在|于)[^，]*${oneOf(lexicon.placedVerbs)}`, 'u')
/** 通过专利许可、转让等形式: says how, and goes with what comes next. */
export const isContext = (text: string): boolean =>
  contextOpening.test(text) ||
  (/^(?:在|于)/u.test(text) && !placed.test(text) && !/的[^，的]*(?:企业|单位|机构|人员|高校|组织)$/u.test(text)) ||
  /^在[^，]*开展[^，]*工作$/u.test(text)
const having = new RegExp(`^${oneOf(lexicon.havingVerbs)}(?!效|关|限|色|机)`, 'u')
/** 具有资格的人员 has what the people have. */
export const withoutHaving = (text: string): string =>
  /^(?:具有|具备|持有|取得).*的/u.test(text) ? text : text.replace(having, '')
const generic = new Set(lexicon.genericHeads)
export const isGeneric = (head: string): boolean => generic.has(head.replace(/^(?:各类|各|相关|有关)/u, ''))

const applicant = new RegExp(
  `^(?:各|本|该|每个|每家|所有)?(?:${roles}+${nouns}(?:\\p{Script=Han}{0,2}${nouns})?|申请人|申报人|企业|单位|机构|本人|学校|高校|医院)(?!申报$|申请$)(?=${hedges}${modals}${hedges}(?:${verbs}|\\d|[一二三四五六七八九十]))${hedges}`,
  'u',
)
/** 申请租赁人才公寓的人才, 本办法适用对象: other words for who applies. */
export const ownName = new RegExp(
  `^(?:(?:申请|申报|拟申报|参评)[^，]*的(?:${nouns}|人才)|本(?:办法|措施|细则|政策)的?(?:适用|支持|扶持)对象)$`,
  'u',
)
const leadingModal = new RegExp(`^${hedges}(?:应当|应该|应|必须|须|需要|需|要)(?![用求急届聘答付收变对])${hedges}`, 'u')

/** Words of a requirement without who must and without must; `subject` where it is somebody else than the applicant. */
export function withoutSubject(text: string): { subject: string; rest: string } {
  const bare = text.replace(applicant, '')
  const modal = leadingModal.exec(bare)
  if (modal && modal[0] !== '') return { subject: '', rest: bare.slice(modal[0].length) }
  const found = findModal(bare)
  if (found?.modality !== 'must' || found.start < 2) return { subject: '', rest: bare }
  const before = bare.slice(0, found.start).replace(/(?:原则上|一般|均|都|还|也|同时)+$/u, '')
  const rest = bare.slice(found.end).replace(/^(?:同时|均|都|还|也|至少)+/u, '')
  if (ownName.test(before)) return { subject: '', rest }
  if (/^[在于][^，]{1,10}[前后时内]$/u.test(before)) return { subject: '', rest: `${before}${rest}` }
  if (/[，的]$|^[在对经因按从向为以于将由与]/u.test(before) || before.length > 16) return { subject: '', rest: bare }
  return startsClaim.test(rest) ? { subject: before, rest } : { subject: '', rest: `${before}${rest}` }
}

/** 由市知识产权局组织评审: what others do is asked of nobody who applies. */
export const byOthers =
  /^(?:最终)?(?:经|由)[^，]*(?:局|委|办|部|部门|政府|处|机关|委员会|专家)[^，]*(?:负责|组织|确定|牵头|审核|评审|受理|评定|审定|研究)/u

/** 每家企业限报一项. */
export const quota =
  /^(?:同一|每家|每个|各|单个)(?:企业|单位|申报单位|主体|申请人|机构)[^。；]{0,24}(?:限报|限申报|只能申报|最多申报|(?:但|总数)?不超过\d+[项个笔])[^万]*$/u
