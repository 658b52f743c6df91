import type { Figure } from '../../knowledge/language/figure.ts'
import { partsOutside } from './chunks.ts'
import { baseOf } from './read-sum.ts'
import { type DraftAmount, wanOf } from './draft-amount.ts'

/** 国家级、省级、市级…分别给予80万元、30万元、20万元, where there are as many values as levels. */
export function respective(text: string, figures: readonly Figure[]): DraftAmount | undefined {
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

const years = /^第[一二三四五]年$/u
const someone =
  /^(?:[^，：]*：)?(?<who>[^，：；\d]{2,16}?)(?:每(?<unit>\p{Script=Han}{1,3}))?(?:一次性|分别|可)*(?:给予|予以|奖励|补助|补贴|资助|支持)*(?:最高|不超过|至多)?$/u

/** A类200万元，B类120万元; 按投入的30%补助，高校最高300万元，中专最高150万元: an amount for each that is named before its sum. */
export function eachNamed(text: string, figures: readonly Figure[]): DraftAmount | undefined {
  const money = figures.filter(({ kind, unit }) => kind === 'money' && unit === '元')
  const [share, ...shares] = figures.filter(({ kind }) => kind === 'percent')
  if (money.length < 2 || shares.length > 0 || (share && share.start > money[0]!.start)) return undefined
  const named = money.map((figure) => {
    const words = text.slice(0, figure.start)
    return {
      figure,
      ...someone.exec(words.slice(Math.max(words.lastIndexOf('，'), words.lastIndexOf('；')) + 1))?.groups,
    }
  }) as { figure: Figure; who?: string; unit?: string }[]
  if (named.some(({ who }) => who === undefined || /^(?:每|单|同一|年度|按|最高|其中)/u.test(who))) return undefined
  if (named.every(({ who }) => years.test(who!)))
    return { wan: named.reduce((sum, { figure }) => sum + wanOf(figure), 0) }
  if (new Set(named.map(({ who }) => who)).size < named.length || named.some(({ who }) => years.test(who!)))
    return undefined
  return {
    cases: named.map(({ figure, who, unit }) => ({
      level: who!,
      amount: share
        ? {
            upTo: wanOf(figure),
            amount: { percent: share.upTo ?? share.value, base: baseOf(text.slice(0, share.start)) },
          }
        : unit === undefined
          ? { wan: wanOf(figure) }
          : { wan: wanOf(figure), per: who!, unit },
    })),
  }
}
