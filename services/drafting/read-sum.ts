import type { Figure } from '../../knowledge/language/figure.ts'
import { factsOf } from './chunks.ts'
import { type DraftAmount, wanOf } from './draft-amount.ts'

const isCap = ({ bound, from, end }: Figure, text: string): boolean =>
  bound === 'atMost' ||
  bound === 'lessThan' ||
  /(?:最高|上限|封顶|以内|至多|不超过|限额)/u.test(text.slice(Math.max(0, from - 8), end + 4))
/** 单个项目不超过100万元，同一单位累计不超过300万元: the second is of several, and not what one gets. */
const isOfAll = ({ from }: Figure, text: string): boolean =>
  /(?:累计|同一|总额|合计|全年)[^，；。]*$/u.test(text.slice(0, from))
const base =
  /(?:按照?|以|给予|对|补贴|补助|资助|奖励|支付|为)?(?:其|企业|单位)?(?<base>[^，；。：]{2,40}?)(?:的|给予|予以|按照?)*$/u
/** 按实际发生费用的50%: what the share is taken of. */
export function baseOf(words: string): string {
  const text = words
    .slice(words.search(/[^，]*$/u))
    .replace(/(?:按照?|以)?(?:不超过|不高于|最高|至多|可|可以|将|的)+$/u, '')
  const led = /(?:按照?|给予|以|对其?|补贴|为)(?<what>[^，]*)$/u.exec(text)?.groups?.['what'] ?? text
  const found = base.exec(led)?.groups?.['base'] ?? led
  return found
    .replace(/^(?:不超过|不高于|最高|至多)/u, '')
    .replace(/^(?:其|企业|单位|申报单位|项目|上述)?(?=\p{Script=Han}{2})/u, '')
    .replace(/的$/u, '')
}

const perApplicant = /^(?:单位|企业|机构|项目单位|申报单位|高校|医院|项目|年|人|户|家)$/u

/** What a segment gives, with the limit that stands with it. */
export function amountIn(text: string, figures: readonly Figure[]): DraftAmount | undefined {
  const share = figures.find(({ kind }) => kind === 'percent')
  const money = figures.filter(({ kind, unit }) => kind === 'money' && unit === '元')
  const caps = money.filter((figure) => isCap(figure, text))
  const cap = caps.findLast((figure) => !isOfAll(figure, text)) ?? caps.at(-1)
  if (share && /%|‰/u.test(text.slice(share.start, share.end))) {
    const what = baseOf(text.slice(0, share.start))
    const behind = /^(?:的)?(?<what>\p{Script=Han}{2,12}?)(?:补贴|补助|支持|奖励|资助|，|$)/u.exec(text.slice(share.to))
      ?.groups?.['what']
    const of = what.length >= 2 && !/^(?:给予|予以|支持|补贴)$/u.test(what) ? what : (behind ?? what)
    const computed: DraftAmount = { percent: share.upTo ?? share.value, base: of }
    return cap && cap.start > share.start ? { upTo: wanOf(cap), amount: computed } : computed
  }
  const [first] = money
  if (!first) return undefined
  const each =
    /每(?<unit>标准箱|千瓦时|平方米|立方米|公里|艘次|场次|课时|学时|吨|亩|条|艘|户|床|班|度|件|项|个|次|人|例|家|篇|份|台|场)(?<what>\p{Script=Han}{0,12}?)(?:给予|奖励|补贴|补助|资助|支持|最高|不超过)*$/u.exec(
      text.slice(0, first.from),
    )?.groups
  const perUnit = first.per.find((one) => !perApplicant.test(one))
  const isEach =
    each !== undefined &&
    (!/^[项个]$/u.test(each['unit'] ?? '') || !/^(?:支持|给予|资助|补助|奖励)?$/u.test(each['what'] ?? '')) &&
    !/^(?:单位|企业|机构|项目单位|申报|高校|医院)/u.test(each['what'] ?? '') &&
    (each['unit'] !== '家' || each['what'] !== '')
  if (
    isEach ||
    (perUnit !== undefined &&
      /^(?:标准箱|千瓦时|平方米|立方米|公里|艘次|场次|课时|学时|吨|亩|条|艘|户|床|班|度|[件项个次例篇份台场])$/u.test(
        perUnit,
      ) &&
      !/每[项个]?(?:支持|给予|资助|补助|奖励|最高|不超过)/u.test(text))
  ) {
    const unit = each?.['unit'] ?? perUnit!
    const amount: DraftAmount = { wan: wanOf(first), per: each?.['what'] || unitNoun(text, first), unit }
    return cap && cap !== first ? { upTo: wanOf(cap), amount } : amount
  }
  return cap && cap !== first && first.kind === 'money'
    ? { upTo: wanOf(cap), amount: { wan: wanOf(first) } }
    : { wan: wanOf(cap ?? first) }
}

/** 按照增量部分每标准箱30元: what is counted. */
function unitNoun(text: string, figure: Figure): string {
  const before = text.slice(0, figure.from)
  const at = before.lastIndexOf('每')
  const words = at < 0 ? before : before.slice(0, at)
  return (
    /(?:对|给予|按照?)?(?<what>[^，：]{2,20}?)(?:，|给予|奖励|按)*\p{Script=Han}?$/u
      .exec(at < 0 ? words : `${words}，`)
      ?.groups?.['what']?.replace(/^按照?/u, '') ?? text
  )
}

/** 按实际投入的30%与50万元孰低: the lower of the two. */
export function lowest(text: string, figures: readonly Figure[]): DraftAmount | undefined {
  if (!/孰低|就低|较低|取低|较小|最低者|低者/u.test(text)) return undefined
  const sides =
    /(?:按照?|以|取)(?<one>[^，；]+?)(?:与|和|、)(?<other>[^，；]+?)(?:两者|二者|，|之间|中|的|取)*(?:孰低|就低|较低|取低|较小|最低|低者)/u.exec(
      text,
    )?.groups
  const read = [sides?.['one'], sides?.['other']].flatMap((side) => sideOf(side ?? '') ?? [])
  if (read.length === 2) return { lowerOf: read }
  const found = figures.flatMap((figure) => amountIn(text.slice(0, figure.end), [figure]) ?? [])
  return found.length === 2 ? { lowerOf: found } : undefined
}

/** 担保额的1%, 50万元, or 实际支付担保费, which is the whole of it. */
function sideOf(text: string): DraftAmount | undefined {
  const [figure] = factsOf(text).figures
  if (figure?.kind === 'money') return { wan: wanOf(figure) }
  const what = text.slice(0, figure?.start ?? text.length).replace(/的$/u, '')
  if (what.length < 2) return undefined
  return figure
    ? figure.kind === 'percent'
      ? { percent: figure.value, base: what }
      : undefined
    : { percent: 100, base: what }
}
