import { figuresOf } from './figures.ts'

/** Figures of a question other than years and numbers of documents, each with its unit (`30件`, `percent 10`, `第2批`), and the rest of its text. */
export type AskedFigures = { figures: string[]; rest: string }

/** 10个人 is 10人. */
const idleMeasure = /(?<=[\d〇一二两三四五六七八九十百千万])个(?=人)/gu
/** Years and documents are compared by themselves; 几百 in a question asks how many. */
const setApart = /^(?:year|document) |几/u
/** 六 of 周六 counts nothing. */
const weekday = /(?:周|星期|礼拜)$/u
/** 二十万 without a unit is money. */
const isBareMoney = (key: string, written: string): boolean => /^\d+[余多来]?$/u.test(key) && /[万亿]$/u.test(written)

/**
 * Reads the figures that two questions must share to be the same, however they are written: 20万, 二十万元 and 200000元.
 *
 * @param text Folded.
 */
export function readFigures(text: string): AskedFigures {
  const plain = text.replace(idleMeasure, '')
  const found = figuresOf(plain).filter(({ key, start }) => !setApart.test(key) && !weekday.test(plain.slice(0, start)))
  const rest = found.reduceRight((left, { start, end }) => `${left.slice(0, start)}·${left.slice(end)}`, plain)
  const keys = found.map(({ key, start, end }) => (isBareMoney(key, plain.slice(start, end)) ? `${key}元` : key))
  return { figures: [...new Set(keys)].toSorted(), rest }
}
