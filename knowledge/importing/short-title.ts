import { cutTo, lengthOf } from '../language/characters.ts'
import { squeeze } from '../language/clean-text.ts'

const longestShortTitle = 24

/** The title as people would say it: without issuer, verbs and city, with the year, 24 characters at most. */
export function shortTitleOf(title: string, year: number): string {
  const bare = squeeze(title)
    .replace(/^.{0,30}?关于(?=.)/u, '')
    .replace(/^(?:(?:组织|开展|做好|启动|印发|发布|公布|申报|征集|举办|招募|受理|重新发布)(?=.{4}))+/u, '')
    .replace(/[《》]/gu, '')
    .replace(/（[^（）]{0,3}(?:19|20)\d\d[^（）]{0,8}）/gu, '')
    .replace(/上海市|本市|工作(?=的?通知)|有关(?=.)|的(?=(?:通知|公告|通告)$)/gu, '')
  const dated = /(?:19|20)\d\d/u.test(bare) ? bare : `${year}年${bare}`
  if (lengthOf(dated) <= longestShortTitle) return dated
  const kind = /(?:通知|公告|通告|方案|办法|意见|细则|指南)$/u.exec(dated)?.[0] ?? ''
  return `${cutTo(dated, longestShortTitle - kind.length - 1)}…${kind}`
}
