import { strengthOf } from '../../knowledge/finding/aspects.ts'
import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { type ValueKind, holdsValue } from '../../knowledge/finding/values.ts'
import { isSingle } from '../../knowledge/language/characters.ts'
import type { Question, Unit } from './question.ts'

/** Words that only name the kind of value, which a clause gives without naming it. */
const valueWords: Partial<Record<ValueKind, string[]>> = {
  percent: ['比例', '占比', '比重'],
  money: ['金额', '数额'],
  phone: ['号码'],
  date: ['时间', '日期'],
  year: ['时间', '日期'],
  count: ['数量', '人数', '次数', '件数', '家数', '份数'],
  number: ['数量', '人数', '次数', '件数', '家数', '份数'],
}

/** A number as such: 10 is neither in 100 nor in 10%. */
const holdsNumber = (text: string, digits: string): boolean =>
  new RegExp(`(?<![\\d.])${digits}(?![\\d%.]\\d?)`, 'u').test(text)

/** 1 where the clause itself speaks to the unit, less where only a heading or another word for it does. */
function covers(entry: Entry, unit: Unit, { value }: Question): number {
  const [first = '', ...others] = unit.words
  if (/^\d+$/u.test(first)) return holdsNumber(entry.own, first) ? 1 : holdsNumber(entry.above, first) ? 0.8 : 0
  if (entry.own.includes(first) && !unit.aspect) return 1
  const speaks = unit.words.some((word) => !isSingle(word) && entry.own.includes(word))
  if (unit.aspect && speaks) return 1
  if (unit.aspect) return Math.max(0.92 * strengthOf(entry.aspects, unit.aspect), entry.above.includes(first) ? 0.6 : 0)
  if (entry.above.includes(first)) return 0.8
  if (valueWords[value.kind]?.includes(first) && holdsValue(entry.own, value.kind, value.unit)) return 0.8
  if (others.some((word) => !isSingle(word) && entry.own.includes(word))) return 0.9
  return others.some((word) => !isSingle(word) && entry.above.includes(word)) ? 0.6 : 0
}

/** The part of the units' weight that the clause speaks to. */
export const coveredWeight = (entry: Entry, units: Unit[], question: Question): number =>
  units.reduce((sum, unit) => sum + unit.weight * covers(entry, unit, question), 0)
