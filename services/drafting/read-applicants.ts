import { findModal } from '../../knowledge/statements/words.ts'
import { factsOf, lastOutside, partsOutside, sentencesOf } from './chunks.ts'
import { type Need, allOf, anyOf, claim } from './need.ts'
import { readChoice } from './read-choice.ts'
import { readChunk } from './read-chunk.ts'
import { readProvisions } from './read-provision.ts'
import { readSegment } from './read-segment.ts'
import { endsWithApplicant, isGeneric, permits, startsClaim, withoutSubject } from './words.ts'

const opening =
  /^(?:(?:本次|本批|本|该|此次)?(?:项目|专项|计划|活动|工作)?)?(?:的)?(?:申报|申请|支持|资助|扶持|奖励|补贴|适用|评选|遴选|推荐|参评|认定|招募)(?:对象|主体|范围|单位|人|者)(?:应当|应|须|需|必须)?(?:为|是|包括|面向|限于|系|：)+/u
const directed =
  /^[^，。]*?(?:主要)?面向(?<whom>.+?)(?:开展|组织|征集|受理|进行|公开|实施|遴选|评选|设立|申报|受理申报)[^，]*$/u
const ending = /[，,]?(?:均|都)?(?:可以?|方可)(?:自愿|自主|按照?[^，]*)?(?:申报|申请|参加|参评|推荐)[^，]*$/u
const nature =
  /(?:人才|企业|机构|单位|高校|学校|医院|组织|院所|个人|公司|居民|人才|项目|团队|社团|团体|法人|合作社|农户|工商户|经营户|农场|家庭|平台|园区|载体|基地)(?:[（(][^（）()]*[）)])?$/u

/** A noun phrase that says who may apply, as claims: its place and kind, and each of what limits it. */
export function readApplicants(text: string): Need | undefined {
  const bare = text.trim().replace(/[。；;，]+$/u, '')
  const whom = directed.exec(bare)?.groups?.['whom'] ?? bare.replace(opening, '').replace(ending, '')
  const label = /^(?<label>[^：]{2,24})：(?<list>[^；。]+)$/u.exec(whom)?.groups
  if (label) return claim(`${startsClaim.test(label['label']!) ? '' : '为'}${label['label']}（${label['list']}）`)
  if (!isNoun(whom)) return allOf(readProvisions(text).map(({ need }) => need))
  const sides = partsOutside(whom, /，?以及|，?或者|；|，和(?=在)/uy)
  const isEach = sides.length > 1 && sides.every((side) => lastOutside(side, '的') > 0 && endsWithApplicant.test(side))
  return anyOf((isEach ? sides : [whom]).flatMap((side) => readPhrase(side) ?? []))
}

/** …，且为规模以上工业企业 and …，已建成数据平台 end with somebody, and yet say what must be. */
function endsWithVerb(text: string): boolean {
  const chunks = text.split('，')
  const last = (chunks.at(-1) ?? '').replace(/^(?:且|并且|并)/u, '')
  const isSaid = /^(?:为|是|属于|已|设有|建有|应|须)/u.test(last) || (startsClaim.test(last) && !last.includes('的'))
  return chunks.length > 1 && isSaid
}

/** 就业15人以上，其中残疾人不少于3人 and 传承人担任技术负责人 end with somebody, and say how many or what they do. */
const saysMuch =
  /\d(?:名|个)?(?:以上|及以上|以下)?[人家]$|(?:不少于|不低于|不超过|至少|超过)\d+[^的]*$|(?:担任|兼任|作为)[^的]*$/u

/** Whether words name somebody: they end with one, and say nothing that must be. */
export const isNoun = (text: string): boolean =>
  !/[。；]/u.test(text) &&
  !endsWithVerb(text) &&
  !saysMuch.test(text) &&
  findModal(text)?.modality !== 'must' &&
  (endsWithApplicant.test(text) || nature.test(text) || /^[^：，]{2,16}(?:人才|企业|机构|类|单位)：/u.test(text)) &&
  (withoutSubject(text).rest === text || text.includes('的')) &&
  !permits(text)

/** Whether a sentence says whom something is for: 面向全市高校开展评选, 申报主体为…的企业. */
export const namesApplicants = (text: string): boolean => directed.test(text) || opening.test(text)

/** 在有效期内的高新技术企业 says one thing. */
const valid = /(?:^|[，、])(?:且)?(?:为|属于|是)?(?:在)?有效期内$/u

function readPhrase(phrase: string): Need | undefined {
  const last = lastOutside(phrase, '的')
  const kept = last > 0 ? valid.exec(phrase.slice(0, last)) : undefined
  const at = kept ? kept.index : last
  const isVerbal =
    at > 0 && (startsClaim.test(phrase) || /[\d%]/u.test(phrase.slice(0, at)) || /[，、]/u.test(phrase.slice(0, at)))
  if (!isVerbal) return allOf(headNeeds(phrase.replace(/^[，、]/u, ''), false))
  const head = phrase.slice(at + (kept && at === 0 ? 0 : 1))
  const modifiers = readModifiers(phrase.slice(0, at))
  return allOf([...(modifiers ? [modifiers] : []), ...headNeeds(head, modifiers !== undefined)])
}

function readModifiers(text: string): Need | undefined {
  const facts = factsOf(text)
  const [sentence] = sentencesOf(facts)
  const needs = (sentence?.segments ?? []).flatMap((segment) => {
    const parts = segment.chunks.length === 1 ? partsOutside(segment.text, /、/uy) : []
    const isList = parts.length > 1 && parts.every((part) => startsClaim.test(part))
    if (isList)
      return parts.map((part) =>
        readChunk(factsOf(part), { start: 0, end: part.length, text: part }, { subject: '', metric: '' }),
      )
    return readSegment(facts, segment, { subject: '', metric: '' }) ?? []
  })
  return allOf(needs)
}

/** 本市三级以上医疗机构: the level is chosen, the rest is claimed. */
function headNeeds(head: string, isLimited: boolean): Need[] {
  if (!isLimited && /^(?:被|获|通过|入选|列入|属于|纳入|拥有|承担)/u.test(head)) return [claim(head)]
  if (isLimited && isGeneric(head)) return []
  const choice = readChoice(head)
  const isLevelled = choice && /[一二三四]级[^，]*(?:医疗|医院)/u.test(head)
  const plain = isLevelled
    ? head.replace(/(?:[一二三四]级)(?:（?含[^）]*）?)?(?:甲等)?(?:及|或)?(?:以上|以下)?/u, '')
    : head
  return [claim(`${/^(?:为|是|属于)/u.test(plain) ? '' : '为'}${plain}`), ...(isLevelled ? [choice] : [])]
}
