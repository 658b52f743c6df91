import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import type { ChoiceNeed } from './need.ts'
import { oneOf, withoutHaving } from './words.ts'

export type Ladder = (typeof lexicon.ladders)[number]

export const ladderNamed = (name: string): Ladder => lexicon.ladders.find((one) => one.name === name)!

/** What an answer may be, lowest first. */
export const optionsOf = ({ levels, none }: Ladder): string[] => [none, ...levels.map(([name]) => name!)]

const filler =
  /全日制|国民教育系列|及其?|和|或者?|以上|以下|含|（|）|\(|\)|专业技术|技术|相关专业|相关|职务|任职|资格|学历|学位|职称|等级|评级|评定|评价|级别|企业|纳税人?|信用|职业技能|职业|医疗卫生机构|医疗机构|医院|为|是|达到|水平|在|应|一般|近[一二三两]年|上一?年度?|的/gu

function levelsIn(text: string, { levels }: Ladder): { first: number; last: number; end: number } | undefined {
  const found = levels
    .flatMap((names, level) => names.map((name) => ({ name, level, at: text.indexOf(name) })))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.name.length - a.name.length)
  const [first] = found
  if (!first) return undefined
  const others = found.filter(({ at, name }) => at >= first.at + first.name.length && name !== first.name)
  const last = others.at(-1)
  return {
    first: first.level,
    last: last?.level ?? first.level,
    end: last ? last.at + last.name.length : first.at + first.name.length,
  }
}

/** Reads 三级以上医疗机构, 大学本科及以上学历, 纳税信用等级为A级或B级. Nothing where it says more than a level. */
export function readChoice(text: string): ChoiceNeed | undefined {
  const ladder = lexicon.ladders.find(({ within }) => within.some((word) => text.includes(word)))
  const found = ladder && levelsIn(text, ladder)
  if (!ladder || !found) return undefined
  const names = ladder.levels.map(([name]) => name!)
  const behind = text.slice(found.end)
  const isUp = /^[^，。；]{0,6}?以上/u.test(behind)
  const isDown = /^[^，。；]{0,6}?以下/u.test(behind)
  const [low, high] = [Math.min(found.first, found.last), Math.max(found.first, found.last)]
  const levels = isUp
    ? names.slice(low)
    : isDown
      ? names.slice(0, high + 1)
      : names.filter((_, at) => at === found.first || at === found.last)
  const isTop = found.first === names.length - 1
  if (!isUp && !isDown && !isTop && /学历|职称|技能/u.test(ladder.name) && !/(?<!副)高级/u.test(text)) return undefined
  const isHigher = ladder.name === '职称' && found.first === 2 && /(?<!副)高级/u.test(text)
  const rest = restOf(text, ladder)
  if (rest.length > 6 || /[，；]/u.test(rest)) return undefined
  return {
    kind: 'choice',
    ladder: ladder.name,
    ...(rest !== '' && ladder.none !== '未定级' && { subject: rest }),
    oneOf: isHigher ? names.slice(2) : levels,
  }
}

const restOf = (text: string, { levels, within }: Ladder): string =>
  withoutHaving(text.replace(new RegExp(oneOf([...levels.flat(), ...within]), 'gu'), '').replace(filler, '')).replace(
    new RegExp(oneOf(lexicon.havingVerbs), 'gu'),
    '',
  )
