import { mapClaims, type Need } from './need.ts'
import { isVerbal } from './word-claims.ts'

const havingOf =
  /(?<verb>具备|具有|拥有|设有|建有|开设|提供|开展|取得|获得|持有)(?:以下|下列|如下)(?<what>[^，：]{2,12}?)(?:中的?[^，：]{1,6}|之一|(?:的)?[^，：]{0,4}[项个种类]以?上?)?[：:]?$/u

/** 具备下列特色项目之一：非遗体验 asks for 具备非遗体验; what is no noun stays as it is. */
export function withVerb(lead: string, need: Need): Need {
  const { verb = '', what = '' } = havingOf.exec(lead.trim())?.groups ?? {}
  const isNamed = verb !== '' && !/条件|情形|要求|标准|情况|规定|资格/u.test(what)
  return isNamed ? mapClaims(need, (text) => (isVerbal(text) || /\d/u.test(text) ? text : `${verb}${text}`)) : need
}
