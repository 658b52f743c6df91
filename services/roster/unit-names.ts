import { fold } from '../../knowledge/finding/catalogue.ts'
import { cutTo, lengthOf } from '../../knowledge/language/characters.ts'
import kinds from '../../knowledge/lexicon/unit-kinds.json' with { type: 'json' }
import shortNames from '../../knowledge/lexicon/short-names.json' with { type: 'json' }

const regionOf = (unit: string): string[] =>
  [...unit.matchAll(/[（(]([^（）()]{2,12})[）)]/gu)].map(([, name = '']) => name)
const legalForm = /(?:股份有限公司|有限责任公司|有限公司|[（(]集团[）)])/gu

/** A company's name without what it is by law. */
export const withoutLegalForm = (name: string): string => name.replace(legalForm, '')

const trade =
  /(?:科技|电子|生物|医疗|医药|技术|汽车|智能|股份|集团|信息|能源|机械|设备|器械|材料|新能源|电器|光学|信号)+(?:技术|科技|股份|集团|器械|设备|发展)*$/u

const kindNames: ReadonlySet<string> = new Set([...Object.keys(kinds), ...Object.values(kinds).flat()])

/** Names that say nothing by themselves, whatever stood around them. */
const isEmpty = (name: string): boolean =>
  lengthOf(name) < 2 ||
  kindNames.has(name) ||
  /^(?:集团|科技|医疗|中国|人民医院|中心医院|[第一二三四五六七八九十]+\p{Script=Han}{0,2})$/u.test(name)

/** Share of the units of a list that a place must begin the names of to go without saying, and the least of them. */
const commonShare = 0.15
const leastCommon = 3

/** What the names of many units begin with, the longest first: 上海市, 上海. */
export function placesOf(units: readonly string[]): string[] {
  const different = [...new Set(units.map(fold))]
  const counts = new Map<string, number>()
  for (const unit of different)
    for (const size of [2, 3, 4]) {
      const head = cutTo(unit, size)
      if (head.length < unit.length) counts.set(head, (counts.get(head) ?? 0) + 1)
    }
  const least = Math.max(leastCommon, different.length * commonShare)
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([head]) => head)
    .sort((a, b) => b.length - a.length)
}

/**
 * The names by which a unit may be called without its legal form, place or parent.
 *
 * @param places What goes without saying in its list, as `placesOf` gives it.
 */
export function variantsOf(unit: string, places: readonly string[] = []): string[] {
  const whole = fold(unit)
  const plain = withoutLegalForm(whole).replace(/[（(][^（）()]*[）)]/gu, '')
  const place = [...places, '中国'].find((one) => plain.startsWith(one)) ?? ''
  const core = plain.slice(place.length)
  const parts = whole.split(/附属|医学院/u).map((part) => part.replace(/[（()）]/gu, ''))
  const regions = regionOf(whole).flatMap((region) => (places.includes(region) ? [] : [region, `${region}区`]))
  const affiliate = /^(\p{Script=Han}{2})\p{Script=Han}*附属(\p{Script=Han}{2,6}?)(?:医院)?$/u.exec(core)
  const names = [
    whole,
    plain,
    core,
    core.replace(trade, ''),
    ...(parts.length > 1 ? [parts.at(-1) ?? ''] : []),
    ...regions,
    /^(.{2,3})(?:新区|区|县|市|州)$/u.exec(whole)?.[1] ?? '',
    affiliate ? `${affiliate[1]}${affiliate[2]}` : '',
  ]
  return [...new Set(names)].filter((name) => !isEmpty(name) && !places.includes(name))
}

/** Common short names, each with a stretch of the whole name, the longest first. */
export const aliases = Object.entries(shortNames)
  .map(([short, full]): [string, string] => [fold(short), fold(full)])
  .sort(([a], [b]) => b.length - a.length)

/** Whether all characters of a short name stand in a name in this order: 云陵二院 in 云陵市第二人民医院. */
export function isAbbreviation(short: string, name: string): boolean {
  let at = -1
  return [...short].every((character) => (at = name.indexOf(character, at + 1)) >= 0)
}

/** A unit's name without what stands in brackets and its legal form, by whose end its kind is known. */
const bare = (unit: string): string => fold(unit).replace(/[（(][^（）()]*[）)]/gu, '')

/** Whether a unit is of a kind, as its name ends: 瑞金医院 is a 医院, and what is affiliated with a 大学 is none. */
export function isOfKind(unit: string, kind: string): boolean {
  const suffixes = (kinds as Record<string, string[]>)[kind] ?? [kind]
  return suffixes.some((suffix) => bare(unit).endsWith(suffix))
}

/** The kinds of units that people ask for, the longest first. */
export const kindsAsked = Object.keys(kinds).sort((a, b) => b.length - a.length)

const written = new Map(Object.keys(shortNames).map((short) => [fold(short), short]))

/** A folded short name as people write it: B站. */
export const writtenAlias = (folded: string): string => written.get(folded) ?? folded
