import units from '../lexicon/units.json' with { type: 'json' }
import { numeral } from './numeral-pattern.ts'
import { anyOf } from './unit.ts'

const alike: Record<string, string> = units.perAlike
const nouns = anyOf(units.perNouns)
const institutions = anyOf(units.perInstitutions)
const measure = String.raw`(?:[家个名位](?=\p{Script=Han}))?`
const each = '(?:每(?:一(?=[个家名件项保自纳会]))?|单(?:(?=[个家户])|一))'
const giving = '支持|给予|补贴|奖励|资助|补助|推荐|申报'
/** 每家企业, 单一金融机构, 每家融资担保公司. */
const institution = String.raw`(?!${giving})(?:\p{Script=Han}{2}|\p{Script=Han}{4})?(?:${institutions})`
/** What may follow the words that say for what is counted: a verb, a bound, the number. */
const boundary = String.raw`(?=${giving}|拨付|发放|配备|[最不至上限可约达应须给补奖按获只需]|\d|$)`
const plainHan = String.raw`(?:(?!${giving}|定额|[的每不最至超])\p{Script=Han})`
/** 每个社区卫生服务中心: an institution by its whole name. */
const longNamed = String.raw`每[个家所]${plainHan}{3,9}?(?:${institutions})${boundary}`
/** 每个设区市, 每个区（县）: any other noun, as it stands; one that is itself counted (人数) is none. */
const otherwise = String.raw`每[个所](?!${nouns}|${institution})${plainHan}{1,6}?(?:（[^（）]{1,8}）)?(?<![数量额率积费值限]|时间)${boundary}`
/** 每人, 每平方米, 每两年. */
const one = `(?:${longNamed}|${otherwise}|${each}(?:${measure}(?:${institution}|${nouns})|${numeral}个?(?:${nouns})))`
/** 每人每月, as it stands right before a number or its bound. */
export const perRun = `(?:${one}){1,3}`

const latin = String.raw`/\d{0,3}[A-Za-z]{1,4}`
const behind = new RegExp(`^(?:${perRun}|[/／·](?:${nouns})(?:[/／·•](?:${nouns})){0,2}|${latin})`, 'u')

/** What stands right behind a figure to say for what it is counted: /平方米/月, 每人每年. */
export const findPerBehind = (ahead: string): string => behind.exec(ahead)?.[0] ?? ''

const named = new RegExp(
  `${longNamed}(?<=(?<long>${institutions}))|${otherwise.replace('每[个所]', '每[个所](?<other>').replace(boundary, `)${boundary}`)}|${each}(?:${measure}(?:(?:${institution})(?<=(?<body>${institutions}))|(?<noun>${nouns}))|(?<many>${numeral}个?(?:${nouns})))`,
  'gu',
)

/** The nouns of such words, in order and once: 每人每月 → 人, 月; 每家单位 → 单位; 每两年 → 两年; /平方米/月 → 平方米, 月. */
export function nounsOf(text: string): string[] {
  const slash = text.search(/[/／]/u)
  const led = slash < 0 ? text : text.slice(0, slash)
  const words = [...led.matchAll(named)].map(
    ({ groups }) => groups!.long ?? groups!.other ?? groups!.body ?? groups!.noun ?? groups!.many!,
  )
  const behindSlash = slash < 0 ? [] : text.slice(slash).split(/[/／·•]/u)
  return [...new Set([...words, ...behindSlash].filter((word) => word !== '').map((word) => alike[word] ?? word))]
}

/** What the words of a chunk before a figure say it is counted for, though not right beside it: 每个企业租金补贴不超过10万元. */
export function perOfChunk(text: string, floor: number, start: number): string[] {
  const chunk = text.slice(Math.max(floor, start - 40), start)
  if (!/[每单]/u.test(chunk)) return []
  const from = Math.max(...[...'，。；;、：:！？'].map((sign) => chunk.lastIndexOf(sign))) + 1
  return nounsOf(chunk.slice(from).replace(/[/／]/gu, ' '))
}
