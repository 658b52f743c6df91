import type { Figure } from '../../knowledge/language/figure.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import type { FigureNeed, Limits } from './need.ts'
import { withoutHaving } from './words.ts'

/** Measure words of what comes in whole numbers. */
const whole =
  /^(?:人|人次|家|家次|件|个|项|份|所|户|套|台|岁|周岁|篇|场|期|批|门|本|部|例|起|宗|张|次|种|类|辆|艘|处|间|支|条|床|笔|届|轮)$/u
const tenThousand = 10_000

function unitOf({ kind, unit, printed }: Figure, text: string): { unit: string; scale: number } {
  if (kind === 'money' && unit === '元')
    return /[万亿]/u.test(text) || /[万亿]/u.test(printed)
      ? { unit: '万元', scale: tenThousand }
      : { unit: '元', scale: 1 }
  return { unit: unit === '' ? '（数值）' : unit, scale: 1 }
}

const typeOf = ({ kind, value, upTo = 0, unit }: Figure, metric: string): FigureNeed['type'] => {
  if (kind === 'percent') return value > 100 || upTo > 100 || /增长|增幅|增速|提高/u.test(metric) ? 'number' : 'percent'
  return kind === 'count' && whole.test(unit) && Number.isInteger(value) ? 'int' : 'number'
}

const scaled = (value: number, scale: number): number => Number((value / scale).toPrecision(12))

/** Where a figure must lie. A bare number, as in 配备专职人员2名, is the least. */
export function limitsOf({ bound, value, upTo, includesLimit, includesUpTo }: Figure, scale = 1): Limits {
  const limit = scaled(value, scale)
  if (upTo !== undefined) {
    const top = scaled(upTo, scale)
    return {
      ...(includesLimit === false ? { moreThan: limit } : { atLeast: limit }),
      ...(includesUpTo === false ? { lessThan: top } : { atMost: top }),
    }
  }
  if (bound === 'atMost') return includesLimit === false ? { lessThan: limit } : { atMost: limit }
  if (bound === 'lessThan') return { lessThan: limit }
  if (bound === 'moreThan' || includesLimit === false) return { moreThan: limit }
  return { atLeast: limit }
}

const brackets = /[（(][^（）()]*[）)]/gu
const openings = /^(?:其中|且|并且|并|同时|以及|还|另|此外|和|及)+/u
const endings =
  /(?:原则上|一般|(?<![年人户平月日])均|应|应当|须|需|都|总计|合计|累计|达|达到|为|是|在|有|占|于|共|共计|不|至少|已|超|满|约|需要|必须|要求)+$/u

/** The words around a figure that say what it is of. */
export function metricOf(before: string, after: string, isDuration = false): string {
  const isTotal = /累计$/u.test(before.replace(/(?:达到?|超过|为)$/u, ''))
  const words = before.replace(brackets, '').replace(openings, '')
  // 取得博士学位不满5年: it is the getting that lasts.
  const isKept = isDuration && lengthOf(withoutHaving(words)) > 0
  const head = (isKept ? words : withoutHaving(words))
    .replace(endings, '')
    .replace(/(?:原则上|一般)/gu, '')
    .replace(/(?:可以?|可适当|适当)?(?:放宽|降低?|提高|延长)[至到]$/u, '')
  const tail = after
    .replace(brackets, '')
    .replace(/^次(?![\p{Script=Han}])/u, '')
    .replace(/^的(?!\p{Script=Han}*的)/u, '')
    .replace(/[的，；。]+$/u, '')
  const metric = `${head}${isTotal && !head.includes('累计') ? '累计' : ''}${tail}`.replace(/^(?:的|其)/u, '')
  return lengthOf(metric) > 1 ? metric : ''
}

/** 不少于职工总数的90%: what the share is of stands between bound and number. */
const ofWhole =
  /^(?:不少于|不低于|不高于|不超过|达到?|超过|占|大于|小于|低于|高于|至少)+(?<whole>\p{Script=Han}{2,14}?)的?(?=\d|[一二三四五六七八九十百])/u

/** A share by name: 自筹资金占总投资的比例. */
export function shareOf(metric: string, phrase: string): string {
  if (/(?:率|比|比例|比重|占比|增长|增幅|增速|度|系数|水平)[”」）]?$/u.test(metric)) return metric
  const whole = ofWhole.exec(phrase)?.groups?.['whole']
  return whole === undefined ? `${metric}占比` : `${metric}占${whole}的比例`
}

/** 不低于在校生人数的1倍: of what the multiple is. */
export function timesOf(metric: string, phrase: string): string {
  const whole = ofWhole.exec(phrase)?.groups?.['whole']
  return whole === undefined ? metric : `${metric}相对${whole}`
}

/** A figure with its words as what is asked of applicants. */
export function figureNeed(figure: Figure, phrase: string, metric: string, measured?: string): FigureNeed {
  const { unit, scale } = unitOf(figure, phrase)
  return {
    kind: 'figure',
    metric,
    unit,
    type: typeOf(figure, metric),
    limits: limitsOf(figure, scale),
    ...(measured !== undefined && { measured }),
  }
}
