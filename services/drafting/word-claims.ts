import { draftTexts as texts } from '../../prompts/draft-texts.ts'

/** 是否 goes before a verb. */
export const isVerbal = (text: string): boolean =>
  /^(?:为|是|属于|具有|具备|拥有|建有|设有|建立|设立|配备|有(?!效|关|限)|能够|能|完成|取得|获得|通过|形成|开展|从事|承担|参与|实施|制定|注册|登记|在|与|持有|持|缴纳|签订|符合|满足|达到|纳入|入选|列入|入驻|依法|同意|愿意|服务|遵守|热爱|拥护|享有|按时|按期|已|连续|近|积极)/u.test(
    text,
  )

export const isNegative = (text: string): boolean => /没有|未|无|不/u.test(text)
/** 近三年, 2023年以来: what stands before the words of a claim. */
const timed =
  /^(?<time>(?:截至申报日|(?:最?近|过去)[\p{Script=Han}\d]{1,3}年[来内]?(?:以来)?|上一?年度?|20\d\d年(?:度|以来)?|申报前[\p{Script=Han}\d]{1,3}年内?)，?)?(?<rest>.+)$/u

/** What must hold, from words that tell what must not. */
export function deniedWords(text: string): string {
  const { time = '', rest = text } = timed.exec(text)?.groups ?? {}
  if (/^(?:存在|有(?!效|限))/u.test(rest)) return `${time}没有${rest.replace(/^(?:存在|有)/u, '')}`
  if (/^(?:被|受到?|曾|发生|处于|列入|参与|拖欠|违反|弄虚作假|提供虚假|重复|恶意|逾期|骗取|已)/u.test(rest))
    return `${time}没有${rest.replace(/^(?:曾|已)(?=\p{Script=Han}{2})/u, '')}`
  if (/^(?:为|是)(?=\p{Script=Han}{2})/u.test(rest)) return `${time}不是${rest.slice(1)}`
  return texts.notIn(text)
}

/** 不得有……情形 asks for the same as a list of what must not be. */
const banned = /^不得(?=(?:有|存在|被|发生|处于|列入|为|是)\p{Script=Han}{2})/u

/** What must hold, in the words of a claim. */
export const claimed = ({ text, isDenied }: { text: string; isDenied?: boolean | undefined }): string =>
  isDenied ? deniedWords(text) : banned.test(text) ? deniedWords(text.replace(banned, '')) : text

/** The contrary of what must hold, as it is said of who lacks it. */
export function lacking(need: string): string {
  const { time = '', rest = need } = timed.exec(need)?.groups ?? {}
  const swaps: [RegExp, string][] = [
    [/^没有(?=受|发生|被|享受|违|列入|因|参与|拖欠|出现)/u, ''],
    [/^(?:没有|无|不存在)/u, '有'],
    [/^未/u, '曾'],
    [/^不属于/u, '属于'],
    [/^不是/u, '是'],
    [/^(?:具有|具备|拥有|建有|设有|有|持有)/u, '没有'],
    [/^(?:为|是|属于)/u, '不是'],
    [/^(?:能够|能)/u, '不能'],
    [/^在(?=.*(?:注册|登记|设立))/u, '没有在'],
    [/^在/u, '不在'],
    [/^(?=服务|完成|取得|获得|通过|形成|开展|承担|建立|制定|设立|配备|缴纳|签订|入选|列入|纳入|被)/u, '没有'],
  ]
  const swap = swaps.find(([pattern]) => pattern.test(rest))
  return swap
    ? `${time}${rest.replace(swap[0], swap[1]).replace(/^(没有\p{Script=Han}{2})了/u, '$1')}`
    : texts.notThis(need)
}
