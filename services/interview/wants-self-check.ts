import { partsNaming, type Titled } from './title-parts.ts'

const own = /我们|我院|我校|本院|本校|我单位|本单位|咱们|我家/u
const mayApply =
  /[能可]不?[能以]?.{0,8}(?:申报|申请|参加|报)|想要?(?:申报|申请|报名|参加)|符合|够格|够不够|有资格|有没有资格|合不合|满足/u
const wishes =
  /符不符合|是否符合条件|帮(?:我|我们|忙).{0,4}(?:看看|查查|对照|核对|评估|判断)|(?:想|要|怎么|如何|怎样|开始|做|帮我|帮我们|帮忙|给我|给我们).{0,3}(?:自查|自测|自评)/u
/** So short, whoever asks means their own unit: 能不能报, 够不够格. */
const bare =
  /^(?:那|请问|现在|今年|到底|还|我们?)*(?:(?:能不能|能否|可不可以|可以|能|有没有资格|有资格|符不符合|符合)(?:条件|申?报|申请|参加)+|够不够(?:格|资格)|够格|够资格|有没有资格|有资格)(?:的)?[吗么嘛呢]?$/u

/** The last part of a message without its mark, which is what it asks. */
const lastPart = (text: string): string =>
  text
    .replace(/（.*?）|\(.*?\)/gu, '')
    .split(/[，,。；;！!\n]/u)
    .map((part) => part.replace(/[?？\s]/gu, ''))
    .findLast((part) => part !== '') ?? ''

/** Whether someone asks of their own unit if it may apply, or to be checked: 我们医院能申报吗, 帮我看看符不符合. */
export const asksForSelfCheck = (text: string): boolean =>
  (own.test(text) && mayApply.test(text)) || wishes.test(text) || bare.test(lastPart(text))

const byName = /^(?:请|申报)*(?:自查|自测|自评)(?<rest>.+?)[吧呢]?$/u

const whoAsks =
  '(?:我们|我院|我校|本院|本校|我单位|本单位|咱们)(?:这[家所个])?(?:医院|学校|大学|高校|单位|机构|中心|企业|公司)?'
const when = String.raw`(?:现在|今年|目前|还|是否|到底|究竟|(?:20)?\d\d年度?的?)*`
const may = '(?:能不能|能否|能|可不可以|可否|可以|够不够|有没有|有|符不符合|符合|满足)'
const question = new RegExp(
  `^(?:请问|那么?|您好|你好|这样|像)*${when}(?<who>${whoAsks})?${when}${may}(?<rest>.*?)(?:吗|么|嘛|呢)?$`,
  'u',
)
/** What may follow beside the name of a programme without asking for anything else. */
const idle =
  /现在|今年|目前|还|是否|到底|究竟|(?:20)?\d\d年度?的?|申报|申请|报名|报|参加|资格|条件|要求|项目|这个|的|了/uy

/** Whether words only name a programme and applying for it: parts of titles and of `idle`, one after the other. */
const namesOnly = (words: string, programmes: readonly Titled[]): boolean =>
  partsNaming(words, programmes, idle) !== undefined

/** Whether a message asks for the self-check of a programme by name: 自查2025年运营中心. 自查报告怎么写 asks something else. */
export function asksByName(text: string, programmes: readonly Titled[]): boolean {
  const named = byName.exec(text)?.groups?.rest?.trim()
  return named !== undefined && namesOnly(named, programmes)
}

/**
 * Whether nothing else is asked than to be checked, so that the self-check may begin at once: 帮我看看符不符合, or a
 * sentence that ends in 我们医院能申报吗. 我们可以同时申报两个吗 asks something of the notices.
 */
export function wantsSelfCheck(text: string, programmes: readonly Titled[]): boolean {
  const last = lastPart(text)
  if (last === '') return false
  const { who, rest } = question.exec(last)?.groups ?? {}
  const asksOfOwn = rest !== undefined && namesOnly(rest, programmes) && (who !== undefined || own.test(text))
  return asksOfOwn || bare.test(last) || (wishes.test(last) && !/怎么|如何|怎样/u.test(last))
}
