import { figuresIn } from '../../knowledge/statements/facts.ts'
import type { Figure } from '../../knowledge/language/figure.ts'
import type { Amount } from '../eligibility/document-conditions.ts'
import { type ReadSegment, type ReadSentence, factsOf, partsOutside, sentencesOf } from './chunks.ts'
import type { Need } from './need.ts'
import { isNoun, readApplicants } from './read-applicants.ts'

/** An amount before there are facts for what it is worked out from. */
export type DraftAmount =
  | { wan: number }
  | { percent: number; base: string }
  | { wan: number; per: string; unit: string }
  | { lowerOf: DraftAmount[] }
  | { upTo: number; amount: DraftAmount }
  | { cases: { level: string; amount: DraftAmount }[] }
  | { when: Need; amount: DraftAmount }

export type { Amount }

const wanOf = ({ value, upTo }: Figure): number => Number(((upTo ?? value) / 10_000).toPrecision(12))
const isCap = ({ bound, from, end }: Figure, text: string): boolean =>
  bound === 'atMost' ||
  bound === 'lessThan' ||
  /(?:最高|上限|封顶|以内|至多|不超过|限额)/u.test(text.slice(Math.max(0, from - 8), end + 4))
const base =
  /(?:按照?|以|给予|对|补贴|补助|资助|奖励|支付|为)?(?:其|企业|单位)?(?<base>[^，；。：]{2,40}?)(?:的|给予|予以|按照?)*$/u
const given = /给予|奖励|补贴|补助|资助|支持|扶持|发放|拨付|补偿|贴息|配套|奖金|经费|额度|金额|最高/u

/** 按实际发生费用的50%: what the share is taken of. */
function baseOf(words: string): string {
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
function amountIn(text: string, figures: readonly Figure[]): DraftAmount | undefined {
  const share = figures.find(({ kind }) => kind === 'percent')
  const money = figures.filter(({ kind, unit }) => kind === 'money' && unit === '元')
  const cap = money.findLast((figure) => isCap(figure, text))
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
    /每(?<unit>件|项|个|次|人|例|家|篇|份|台|场)(?<what>\p{Script=Han}{0,12}?)(?:给予|奖励|补贴|补助|资助|支持|最高|不超过)*$/u.exec(
      text.slice(0, first.from),
    )?.groups
  const perUnit = first.per.find((one) => !perApplicant.test(one))
  const isEach =
    each !== undefined &&
    !/^(?:单位|企业|机构|项目单位|申报|高校|医院)/u.test(each['what'] ?? '') &&
    (each['unit'] !== '家' || each['what'] !== '')
  if (isEach || (perUnit !== undefined && /^[件项个次例篇份台场]$/u.test(perUnit))) {
    const unit = each?.['unit'] ?? perUnit!
    const amount: DraftAmount = { wan: wanOf(first), per: each?.['what'] || unitNoun(text, first), unit }
    return cap && cap !== first ? { upTo: wanOf(cap), amount } : amount
  }
  return cap && cap !== first && first.kind === 'money'
    ? { upTo: wanOf(cap), amount: { wan: wanOf(first) } }
    : { wan: wanOf(cap ?? first) }
}

const unitNoun = (text: string, figure: Figure): string =>
  /(?:对|给予)?(?<what>[^，]{2,14}?)(?:，|给予|奖励|按)*每?\p{Script=Han}?$/u.exec(text.slice(0, figure.from))
    ?.groups?.['what'] ?? text

/** 国家级、省级、市级…分别给予80万元、30万元、20万元, where there are as many values as levels. */
function respective(text: string, figures: readonly Figure[]): DraftAmount | undefined {
  const at = text.indexOf('分别')
  const values = figures.filter(({ start }) => start > at)
  if (at < 0 || values.length < 2) return undefined
  const levels = listBefore(text.slice(0, at), values.length)
  if (levels.length !== values.length || values.some(({ kind }) => kind !== values[0]!.kind)) return undefined
  const amounts = values.map((figure): DraftAmount | undefined =>
    figure.kind === 'money' ? { wan: wanOf(figure) } : undefined,
  )
  if (amounts.some((one) => one === undefined)) return undefined
  return { cases: levels.map((level, index) => ({ level, amount: amounts[index]! })) }
}

/** The last list of so many before a place, its common end left off. */
function listBefore(text: string, count: number): string[] {
  for (const part of text.split(/[，：]/u).toReversed()) {
    const items = (
      /“[^”]+”“/u.test(part)
        ? [...part.matchAll(/“([^”]+)”/gu)].map(([, one]) => one!)
        : partsOutside(part, /、|和|或者?|及/uy)
    ).map((one) => one.trim())
    if (items.length !== count) continue
    const clean = items.map(
      (one) =>
        /(?:国家级|部级|[省市区县校州院部]级|[一二三四五]级|[一二三甲乙]等奖?|[ABCD]+[类级]?|金奖|银奖|优秀奖|第[一二三]名|[一二三四五]星级?)/u.exec(
          one,
        )?.[0] ??
        one
          .replace(/^(?:对|被|获得?|经|通过|认定为|评定?为|评为)+/u, '')
          .replace(/的?(?:项目|企业|单位|机构|产品)$/u, ''),
    )
    return clean
  }
  return []
}

/** Who gets it: 对承租区内房产的企业，给予…; 研发服务类：…. */
function caseIn(sentence: ReadSentence, segment: ReadSegment): Need | undefined {
  const label = sentence.label?.text.replace(/^[（(]?[\d一二三四五六七八九十]+[）).、]?/u, '')
  if (label !== undefined && label.length <= 16 && segment === sentence.segments[0])
    return { kind: 'claim', text: `属于${label}` }
  const whom = /^(?:对于?|给予?)(?<who>[^；]+?)[，,]?(?=(?:经|由|按照?|给予|一次性|分别|可|最高|每|予以|采用))/u.exec(
    segment.text,
  )?.groups?.['who']
  if (
    whom === undefined ||
    /[%％]/u.test(whom) ||
    !isNoun(whom.replace(/，$/u, '')) ||
    !/的|实现|通过|获/u.test(whom) ||
    /^(?:每|项目单位|单个)/u.test(whom)
  )
    return undefined
  return readApplicants(whom.replace(/，$/u, ''))
}

export type ReadAmount = { amount: DraftAmount; start: number; end: number; text: string }

/** The amounts that a text gives, each with its words. */
export function readAmounts(text: string, start = 0): ReadAmount[] {
  const facts = factsOf(text)
  return sentencesOf(facts, start).flatMap((sentence) =>
    sentence.segments.flatMap((segment) => {
      const figures = figuresIn(facts, segment).map((figure) => ({
        ...figure,
        start: figure.start - segment.start,
        end: figure.end - segment.start,
        from: figure.from - segment.start,
        to: figure.to - segment.start,
      }))
      const [first] = figures.filter(({ kind }) => kind === 'money' || kind === 'percent')
      if (!first || !given.test(segment.text)) return []
      const amount =
        lowest(segment.text, figures) ?? respective(segment.text, figures) ?? amountIn(segment.text, figures)
      if (!amount) return []
      const when = 'cases' in amount ? undefined : caseIn(sentence, segment)
      const from = segment === sentence.segments[0] ? sentence.start : segment.start
      return [
        {
          amount: when ? { when, amount } : amount,
          start: from,
          end: segment.end,
          text: text.slice(from, segment.end),
        },
      ]
    }),
  )
}

/** 按实际投入的30%与50万元孰低: the lower of the two. */
function lowest(text: string, figures: readonly Figure[]): DraftAmount | undefined {
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
