import words from '../lexicon/date-words.json' with { type: 'json' }
import type { DateEdge } from './date-shape.ts'
import { anyOf } from './unit.ts'

const wordsOf = (groups: Record<string, string[]>): Map<string, DateEdge> =>
  new Map(Object.entries(groups).flatMap(([edge, list]) => list.map((word) => [word, edge as DateEdge] as const)))

const ahead = wordsOf(words.edges.ahead)
const behind = wordsOf(words.edges.behind)
const aheadEnd = new RegExp(`(?:${anyOf([...ahead.keys()])})$`, 'iu')
const behindStart = new RegExp(
  `^(?:${anyOf([...behind.keys()])})(?!述|期|置|勤|续|来|容|部|外|科|涵|生|程|款|往|台|勤|备|诉|草|点|步|源)`,
  'u',
)
/** The time of day between a date and what gives its edge: 4月30日17:00前. */
const time = String.raw`(?: ?(?:[上下中]午)?\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分|整|半)?))`
const clock = new RegExp(`^${time}(?=[前止]|之前|以前|截止)`, 'u')
const clockOfRange = new RegExp(`^${time}`, 'u')
/** What may stand between the two days of a range: 5月6日9:00至5月20日. */
export const betweenDays = new RegExp(`^${time}?(?:起|开始)?(?:至|到|-|~)$`, 'u')
const yearly = /每年(?:度)?的?$/u
/** 次年1月31日前: the year is told by another one. */
const relative = new RegExp(`(?:${anyOf(words.relativeYears)})的?$`, 'u')

export type Edge = { edge: DateEdge; from: number; to: number; everyYear: boolean; ofYear?: string }

/** The edge that the words beside a date give it: 于…前, 自…起, 到…. The words behind decide, but for a range. */
export function edgeOf(text: string, start: number, end: number, isRange = false): Edge {
  const [led = ''] = aheadEnd.exec(text.slice(Math.max(0, start - 16), start)) ?? []
  const [time = ''] = (isRange ? clockOfRange : clock).exec(text.slice(end, end + 12)) ?? []
  const [followed = ''] = behindStart.exec(text.slice(end + time.length, end + time.length + 6)) ?? []
  const from = start - led.length
  const ahead6 = text.slice(Math.max(0, from - 6), from)
  const [every = ''] = yearly.exec(ahead6) ?? []
  const [other = ''] = relative.exec(ahead6) ?? []
  const before = ahead.get(led.toLowerCase())
  const edge = before === 'until' || (isRange && before === 'from') ? before : (behind.get(followed) ?? before ?? 'on')
  return {
    edge,
    from: from - every.length - other.length,
    to: end + (followed === '' && !isRange ? 0 : time.length) + followed.length,
    everyYear: every !== '',
    ...(other !== '' && { ofYear: other.replace(/的$/u, '') }),
  }
}
