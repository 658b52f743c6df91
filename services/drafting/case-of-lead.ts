import { type Need, claim } from './need.ts'
import { endsWithApplicant } from './words.ts'

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
  if (told === undefined) return undefined
  const who = /^(?:由)?(?<who>[^，：]{2,16}?)(?:提出)?(?:申请|申报)[^，]{0,16}$/u.exec(told)?.groups?.['who']
  const is = /^(?:申报|申请)(?:单位|主体|人|企业)(?:为|是|属于|属)(?<is>.+)$/u.exec(told)?.groups?.['is']
  if (is !== undefined) return claim(`为${is}`)
  return claim(who !== undefined && endsWithApplicant.test(who) ? `为${who}` : told)
}
