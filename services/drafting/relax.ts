import { diceOf, pairsOf } from '../../knowledge/language/characters.ts'
import { type FigureNeed, type Limits, type Need, allOf, anyOf, claim, plainNeedsOf } from './need.ts'
import { endsWithBody } from './words.ts'

/** Whether one limit lets through more than the other, on the same side. */
function isLooser(one: Limits, other: Limits): boolean {
  const [low, otherLow] = [one.atLeast ?? one.moreThan, other.atLeast ?? other.moreThan]
  const [high, otherHigh] = [one.atMost ?? one.lessThan, other.atMost ?? other.lessThan]
  if (low !== undefined && otherLow !== undefined) return low < otherLow
  return high !== undefined && otherHigh !== undefined && high > otherHigh
}

const isFigure = (need: Need): need is FigureNeed => 'kind' in need && need.kind === 'figure'

/** How well a figure names what another is of: its words, or none where it goes on from it. */
const likeness = (one: string, other: string): number =>
  one === other
    ? 2
    : other.includes(one) || one.includes(other)
      ? 1.5
      : diceOf(new Set(pairsOf(one)), new Set(pairsOf(other)))

/** A need in which the figure that is meant is met by the wider limit too, for those whom it is given. Undefined where none is meant. */
export function widened(need: Need, wider: FigureNeed, who: Need): Need | undefined {
  if (isFigure(need))
    return need.unit === wider.unit && likeness(wider.metric, need.metric) > 0.15 && isLooser(wider.limits, need.limits)
      ? anyOf([need, allOf([who, { ...need, limits: wider.limits }])!])
      : undefined
  if ('all' in need) {
    const parts = need.all.map((part) => ({ part, found: widened(part, wider, who) }))
    const at = parts.findLastIndex(({ found }) => found !== undefined)
    return at < 0 ? undefined : { all: parts.map(({ part, found }, index) => (index === at ? found! : part)) }
  }
  if ('when' in need) {
    // 不满5000万元的, …; 5000万元以上的, …: one case beside another.
    if (isFigure(need.when) && isFigure(who)) return undefined
    const then = widened(need.then, wider, who)
    return then && { ...need, then }
  }
  return undefined
}

/** Every figure that is asked for. */
const figuresOf = (needs: readonly Need[]): FigureNeed[] =>
  needs.flatMap((need) =>
    'any' in need ? figuresOf(need.any) : plainNeedsOf(need).filter((one) => one.kind === 'figure'),
  )

/** 重症医学科开放床位, behind 开放床位: the same of some body, as a case. */
function ofBody(need: Need, before: readonly Need[]): Need {
  if (!isFigure(need)) return need
  const same = figuresOf(before).find(
    ({ metric, unit }) => unit === need.unit && need.metric.length > metric.length && need.metric.endsWith(metric),
  )
  const who = same && need.metric.slice(0, -same.metric.length)
  return who !== undefined && endsWithBody.test(who)
    ? { when: claim(`为${who}`), then: { ...need, metric: same!.metric } }
    : need
}

/** 农业企业专职人员不少于6人，不受占比限制: they are asked for that instead of all that was said before. */
function freed(before: Need, need: Need): Need | undefined {
  if (!('when' in need) || !isFigure(need.then)) return undefined
  return anyOf([before, allOf([need.when, need.then])!])
}

/** 纺织印染企业的联网率: whose it is, as a case. */
function ofSome(need: Need): Need {
  if (!isFigure(need)) return need
  const { who, what } =
    /^(?<who>.{2,14}?(?:企业|单位|项目|机构|高校|院校))的(?<what>.+)$/u.exec(need.metric)?.groups ?? {}
  return who === undefined ? need : { when: claim(`为${who}`), then: { ...need, metric: what! } }
}

/** 2亿元以上；属于“小巨人”企业的，不低于1亿元: where the case asks for less of the same, it is another way to meet it. */
export function relaxedBy(needs: readonly Need[], given: Need, isFreed = false): readonly Need[] | undefined {
  const next = ofBody(ofSome(given), needs)
  const instead = isFreed && needs.length > 0 ? freed(needs.at(-1)!, next) : undefined
  if (instead) return [...needs.slice(0, -1), instead]
  if (!('when' in next) || !isFigure(next.then)) return undefined
  const { when, then } = next
  for (let at = needs.length - 1; at >= 0; at--) {
    const found = widened(needs[at]!, then, when)
    if (found) return needs.map((need, index) => (index === at ? found : need))
  }
  return next === given || next === ofSome(given) ? undefined : [...needs, next]
}
