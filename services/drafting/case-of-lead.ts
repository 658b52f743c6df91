import { type Need, claim } from './need.ts'
import { endsWithApplicant } from './words.ts'

const ofAll =
  /基本|通用|共同|一般|共性|总体|必备|申报|申请|准入|资格|认定|遴选|入选|推荐|单位|企业|主体|其他|优先|具体|相关/u

/** （二）甲级条件; （三）城市配送类条件: a title over conditions that hold for those of one kind alone. */
export function caseOfTitle(title: string): Need | undefined {
  const kind = /^(?<kind>[^，：、]{1,10}?(?:级|类|型|档))(?:申报|企业|项目|基地|单位)?(?:的)?(?:条件|要求|标准)$/u.exec(
    title.trim(),
  )?.groups?.['kind']
  return kind === undefined || ofAll.test(kind) ? undefined : claim(`申报${kind}`)
}

/** 个人申请的，应当符合下列条件：; 申报单位为企业的，除符合第（二）项外，还应满足：; A类还应符合下列条件: for whom alone the list holds. */
export function caseOfLead(lead: string): Need | undefined {
  const told =
    /^(?<told>[^：；]{2,60}?)的，(?:除[^，]*外，)?(?:企业|单位|申报单位|申请人|申报人)?(?:还|也|均)*(?:应当?|须|需|必须|要)[^：]*[：:]?$/u
      .exec(lead.trim())
      ?.groups?.['told']?.trim()
  const kind = /^(?<kind>[A-Za-z甲乙丙丁]类|[^，：。]{1,8}类)(?:企业|项目|单位)?(?:还|也)?(?:应当?|须|需|必须)/u.exec(
    lead.trim(),
  )?.groups?.['kind']
  if (kind !== undefined) return claim(`申报${kind}`)
  // 申报乙级的应当满足以下条件，申报甲级的，还应当…: the list is of both.
  if (told === undefined || /(?:应当|必须|须)[^，]*，/u.test(told)) return undefined
  const who = /^(?:由)?(?<who>[^，：]{2,16}?)(?:提出)?(?:申请|申报)[^，]{0,16}$/u.exec(told)?.groups?.['who']
  const is = /^(?:申报|申请)(?:单位|主体|人|企业)(?:为|是|属于|属)(?<is>.+)$/u.exec(told)?.groups?.['is']
  if (is !== undefined) return claim(`为${is}`)
  return claim(who !== undefined && endsWithApplicant.test(who) ? `为${who}` : told)
}
