import units from '../lexicon/units.json' with { type: 'json' }
import { numeral } from './numeral-pattern.ts'
import { anyOf } from './unit.ts'

const alike: Record<string, string> = units.perAlike
const nouns = anyOf(units.perNouns)
const measure = '(?:[家个名位](?=\\p{Script=Han}))?'
/** 每人, 每家单位, 每两年. */
const one = `(?:每(?:一(?=[个家名件项保自纳会]))?|单(?=[个家户]))(?:${measure}(?:${nouns})|${numeral}(?:个?(?:${nouns})))`
/** 每人每月, as it stands right before a number or its bound. */
export const perRun = `(?:${one}){1,3}`

const behind = new RegExp(
  `^(?:${perRun}|(?:[/／·](?:${nouns})(?:[/／·•](?:${nouns})){0,2})|/\\d{0,3}[A-Za-z]{1,4})`,
  'u',
)

/** What stands right behind a figure to say for what it is counted: /平方米/月, 每人每年. */
export const findPerBehind = (ahead: string): string => behind.exec(ahead)?.[0] ?? ''

const anywhere = new RegExp(one, 'gu')
const noun = new RegExp(`^(?:每(?:一(?=[个家名件项保自纳会]))?|单)(${measure})(${nouns})$`, 'u')

/** The nouns of such words, in order: 每人每月 → 人, 月; 每家单位 → 单位; 每两年 → 两年. */
export const nounsOf = (text: string): string[] => [...new Set(allNouns(text))]

function allNouns(text: string): string[] {
  if (/^[/／]/u.test(text)) return nounsBehind(text)
  const slash = text.search(/[/／]/u)
  if (slash > 0) return [...allNouns(text.slice(0, slash)), ...nounsBehind(text.slice(slash))]
  return (text.match(anywhere) ?? []).map((word) => {
    const [, , name] = noun.exec(word) ?? []
    return name === undefined ? word.slice(1) : (alike[name] ?? name)
  })
}

const nounsBehind = (text: string): string[] =>
  text
    .split(/[/／·•]/u)
    .filter((word) => word !== '')
    .map((word) => alike[word] ?? word)

/** What the words of a chunk before a figure say it is counted for, though not right beside it: 每个企业租金补贴不超过10万元. */
export function perOfChunk(text: string, floor: number, start: number): string[] {
  const chunk = text.slice(Math.max(floor, start - 40), start)
  const from = Math.max(...[...'，。；;、：:！？'].map((sign) => chunk.lastIndexOf(sign))) + 1
  return nounsOf(chunk.slice(from).replace(/[/／]/gu, ' '))
}
