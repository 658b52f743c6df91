import words from '../lexicon/bounds.json' with { type: 'json' }
import type { Bound } from './figure-shape.ts'
import { findPerBehind, perRun } from './find-per.ts'
import { hanSign } from './numeral-pattern.ts'
import { anyOf } from './unit.ts'

/** What bounds a number: the words before and behind it that stand right beside it, in the condensed text. */
export type Bounded = {
  bound: Bound
  includesLimit?: boolean
  includesUpTo?: boolean
  from: number
  to: number
  per: string[]
}

type Explicit = Exclude<Bound, 'exactly'>

const boundOf = (groups: Partial<Record<Explicit, string[]>>): Map<string, Explicit> =>
  new Map(Object.entries(groups).flatMap(([bound, list]) => list.map((word) => [word, bound as Explicit] as const)))

const before = boundOf(words.before)
const behind = boundOf(words.after)
const guards: Record<string, string> = words.notBehind
/** 期满 and 签约 bound nothing. */
const guarded = [...before.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => `${guards[word] === undefined ? '' : `(?<![${guards[word]}])`}${word}`)
const beforeEnd = new RegExp(`(?:${guarded.join('|')})$`, 'u')
const fillerEnd = new RegExp(`(?:${anyOf(words.fillers)})$`, 'u')
const perEnd = new RegExp(`${perRun}$`, 'u')
const behindStart = new RegExp(`^(?:${anyOf([...behind.keys()])})`, 'u')
/** （不含3万元）, （含本数）: the limit itself. （不含公摊面积） says of what, and bounds nothing. */
const limitStart = new RegExp(
  `^（(不含|含|包括|不包括|不包含|包含)(?:(?:本数|本级|该数|当日|本日)?|(?=[^（），]{0,6}(?:\\d|${hanSign}))[^（）\\0，]{1,12})(?:，(不含|含)[^（）]{0,10})?）`,
  'u',
)
/** How many characters before a number are looked at. */
const reach = 24

/** 不超过（含）20项: a bracket between the bound and the number. */
const limitEnd = /（(不含|含)(?:本数)?）$/u

type Before = { bounds: string[]; from: number; per: string; limit?: boolean }

/** Goes back from the number over bounds, what it is counted for and words between, as far as they are one run. */
function readBefore(text: string, start: number, floor: number, isDuration: boolean): Before {
  const found: Before = { bounds: [], from: start, per: '' }
  for (let at = start; at > floor;) {
    const window = text.slice(Math.max(floor, at - reach), at)
    const [word] = beforeEnd.exec(window) ?? []
    // 近三年 are three years, 近百家 about a hundred.
    if (word === '近' && isDuration) break
    if (word !== undefined) {
      found.bounds.push(word)
      at -= word.length
      found.from = at
      continue
    }
    const bracket = found.limit === undefined ? limitEnd.exec(window) : null
    if (bracket && beforeEnd.test(window.slice(0, bracket.index))) {
      found.limit = bracket[1] === '含'
      at -= bracket[0].length
      continue
    }
    const [per = ''] = /[每单]/u.test(window) ? (perEnd.exec(window) ?? []) : []
    const [filler = ''] = per === '' ? (fillerEnd.exec(window) ?? []) : []
    if (per === '' && filler === '') break
    at -= per.length + filler.length
    if (per !== '') Object.assign(found, { per: `${per}${found.per}`, from: at })
  }
  return found
}

type Behind = { bound?: Explicit; limit?: boolean; upperLimit?: boolean; to: number; per: string }

/** 不足部分的50% and 最低工资标准的1.2倍 bound no share: only words such as 不得超过 and 至少 do. */
const ofShares = [...before]
  .filter(([word, bound]) => /^at/u.test(bound) && /^[不至]/u.test(word))
  .map(([word]) => word)
const apart = new RegExp(`(?<word>${anyOf(ofShares)})(?!部分)\\p{Script=Han}{2,20}的$`, 'u')

/** 不得超过合同总价的百分之五: the bound of a share before what it is taken of. */
function readApart(text: string, start: number, floor: number): Before | undefined {
  const window = text.slice(Math.max(floor, start - reach), start)
  const found = apart.exec(window)
  return found ? { bounds: [found.groups!.word!], from: start - window.length + found.index, per: '' } : undefined
}

/** Goes forward from the number over what it is counted for, its bound and a bracket that takes the limit in or out. */
function readBehind(text: string, end: number): Behind {
  const found: Behind = { to: end, per: '' }
  for (let isRead = true; isRead;) {
    const ahead = text.slice(found.to, found.to + reach)
    const per = found.per === '' ? findPerBehind(ahead) : ''
    const [word] = found.bound === undefined ? (behindStart.exec(ahead) ?? []) : []
    const bracket = found.limit === undefined ? limitStart.exec(ahead) : null
    if (per !== '') Object.assign(found, { per, to: found.to + per.length })
    else if (word !== undefined) Object.assign(found, { bound: behind.get(word), to: found.to + word.length })
    else if (bracket) {
      found.limit = !bracket[1]!.startsWith('不')
      if (bracket[2] !== undefined) found.upperLimit = bracket[2] === '含'
      found.to += bracket[0].length
    } else isRead = false
  }
  return found
}

const strict: Partial<Record<Bound, Bound>> = { atLeast: 'moreThan', atMost: 'lessThan' }
const wide: Partial<Record<Bound, Bound>> = { moreThan: 'atLeast', lessThan: 'atMost' }

/** Civil Code, Art. 1259: 以上 以下 以内 届满 include the limit, 超过 不满 以外 don't. What the text says of it decides. */
function withLimit(bound: Bound, limit: boolean | undefined): { bound: Bound; includesLimit?: boolean } {
  if (bound === 'exactly' || bound === 'about') return { bound, ...(limit !== undefined && { includesLimit: limit }) }
  const isIn = limit ?? (bound === 'atLeast' || bound === 'atMost')
  return { bound: (isIn ? wide[bound] : strict[bound]) ?? bound, includesLimit: isIn }
}

/**
 * Reads what bounds the number that stands from `start` to `end`.
 *
 * @param floor Where the number before it ends: words before that belong to the other one.
 */
export function readBound(
  text: string,
  start: number,
  end: number,
  floor: number,
  { isDuration, isShare }: { isDuration: boolean; isShare: boolean },
): Bounded & { perText: string } {
  const led = (isShare ? readApart(text, start, floor) : undefined) ?? readBefore(text, start, floor, isDuration)
  const followed = readBehind(text, end)
  // 最高达到: a mere 达到 says less than any other word; 达到…左右: so it does beside one behind.
  const word = led.bounds.find((said) => !words.weak.includes(said))
  const weak = led.bounds.length > 0 ? 'atLeast' : 'exactly'
  const explicit = word === undefined ? followed.bound : before.get(word)
  const bound = followed.bound === 'about' ? 'about' : (explicit ?? weak)
  const { limit, upperLimit } = followed
  return {
    ...withLimit(bound, limit ?? led.limit),
    ...(upperLimit !== undefined && { includesUpTo: upperLimit }),
    from: led.from,
    to: followed.to,
    per: [],
    perText: `${led.per}${followed.per}`,
  }
}
