import { parseNumeral } from '../../knowledge/language/numeral.ts'
import { figuresOf } from '../grounding/figures.ts'

/** Figures of a question other than years and numbers of documents, each with its unit (`30件`, `percent 10`, `第2批`), and the rest of its text. */
export type AskedFigures = { figures: string[]; rest: string }

const numeral = String.raw`(?:\d+|[一二三四五六七八九十]+)`
const counted = '批轮期年届阶段季步'
const ordinal = new RegExp(
  `第(${numeral})([${counted}])|(?<=^|[^\\p{Script=Han}]|[的是])([一二三四五六七八九])(期|批)`,
  'gu',
)
/** 第二发明人, 第三条; 第三方 and 第一时间 count nothing. */
const otherOrdinal = new RegExp(`第(${numeral})(?![方时\\d])`, 'gu')
const firsts = /(?:首|头一)([批轮期年届次])/gu
/** 二十万 without a unit is money. */
const bareMoney = /([\d.]+|[一二两三四五六七八九十百千]+)([万亿])(?![元件家次份项人名类字个亿])/gu

/** 10个人 is 10人. */
const idleMeasure = /(?<=[\d〇一二两三四五六七八九十百千万])个(?=人|月|小时|工作日|百分点)/gu
/** 六 of 周六 counts nothing. */
const weekday = /(?:周|星期|礼拜)$/u

/**
 * Reads the figures that two questions must share to be the same, however they are written: 20万, 二十万元 and 200000元.
 *
 * @param text Folded.
 */
export function readFigures(text: string): AskedFigures {
  const ordinals: string[] = []
  const plain = text
    .replace(firsts, (_, unit: string) => `第1${unit}`)
    .replace(ordinal, (_, long?: string, unit?: string, short?: string, shortUnit?: string) => {
      ordinals.push(`第${valueOf(long ?? short!)}${unit ?? shortUnit}`)
      return '·'
    })
    .replace(otherOrdinal, (_, number: string) => {
      ordinals.push(`第${valueOf(number)}`)
      return '·'
    })
    .replace(/第[一二三四五六七八九十]+/gu, '·')
    .replace(bareMoney, '$1$2元')
    .replace(idleMeasure, '')
  const found = figuresOf(plain).filter(
    ({ key, start }) => !/^(?:year|document) /u.test(key) && !weekday.test(plain.slice(0, start)),
  )
  const rest = found.reduceRight((left, { start, end }) => `${left.slice(0, start)}·${left.slice(end)}`, plain)
  return { figures: [...new Set([...ordinals, ...found.map(({ key }) => key)])].toSorted(), rest }
}

const valueOf = (digits: string): number => (/^\d/u.test(digits) ? Number(digits) : parseNumeral(digits))
