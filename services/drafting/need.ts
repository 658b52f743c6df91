/** What a figure is held against; both ends make a range. */
export type Limits = { atLeast?: number; moreThan?: number; atMost?: number; lessThan?: number }

export type FigureNeed = {
  kind: 'figure'
  /** What is counted or measured, in the notice's words. */
  metric: string
  unit: string
  type: 'int' | 'number' | 'percent'
  limits: Limits
  /** What limits the time that counts: 截至申报日, 近三年. */
  measured?: string
  /** What the unit does, said before it: 服务本市医疗卫生系统. */
  context?: string
}

export type ClaimNeed = { kind: 'claim'; text: string; isDenied?: boolean }

export type ChoiceNeed = {
  kind: 'choice'
  /** Whose it is, where not the applicant's own: 项目负责人. */
  subject?: string
  ladder: string
  oneOf: readonly string[]
}

export type Period = { years: number } | { months: number } | { days: number }
export type DateNeed = {
  kind: 'date'
  /** What happened on the day: 注册成立. */
  event: string
  limits: { notBefore?: string; notAfter?: string; atLeastAgo?: Period; withinLast?: Period }
}

export type PlainNeed = FigureNeed | ClaimNeed | ChoiceNeed | DateNeed

/** What a provision asks of applicants, before there are facts for it. */
export type Need =
  | PlainNeed
  | { all: readonly Need[] }
  | { any: readonly Need[] }
  | { count: number; of: readonly Need[] }
  | { when: Need; then: Need }
  /** Words that could not be read, and why. */
  | { unread: string }

export const claim = (text: string): ClaimNeed => ({ kind: 'claim', text })

export function allOf(needs: readonly Need[]): Need | undefined {
  const flat = needs.flatMap((need) => ('all' in need ? need.all : [need]))
  return flat.length > 1 ? { all: flat } : flat[0]
}

export function anyOf(needs: readonly Need[]): Need | undefined {
  const flat = needs.flatMap((need) => ('any' in need ? need.any : [need]))
  return flat.length > 1 ? { any: flat } : flat[0]
}

/** Where `need` is a ground for refusal: what must hold so that it is none. */
export function negated(need: Need): Need {
  if ('all' in need) return { any: need.all.map(negated) }
  if ('any' in need) return { all: need.any.map(negated) }
  if ('when' in need) return { any: [negated(need.when), negated(need.then)] }
  if ('count' in need) return { count: need.of.length - need.count + 1, of: need.of.map(negated) }
  if ('unread' in need) return need
  if (need.kind === 'claim') return { ...need, isDenied: need.isDenied !== true }
  if (need.kind === 'figure') return negatedFigure(need)
  if (need.kind === 'date') return negatedDate(need)
  return { unread: need.oneOf.join('、') }
}

function negatedFigure(need: FigureNeed): Need {
  const { atLeast, moreThan, atMost, lessThan } = need.limits
  const sides: Limits[] = [
    ...(atLeast === undefined ? [] : [{ lessThan: atLeast }]),
    ...(moreThan === undefined ? [] : [{ atMost: moreThan }]),
    ...(atMost === undefined ? [] : [{ moreThan: atMost }]),
    ...(lessThan === undefined ? [] : [{ atLeast: lessThan }]),
  ]
  return anyOf(sides.map((limits) => ({ ...need, limits })))!
}

function negatedDate({ limits, ...need }: DateNeed): Need {
  const { withinLast, atLeastAgo } = limits
  if (withinLast) return { ...need, limits: { atLeastAgo: withinLast } }
  if (atLeastAgo) return { ...need, limits: { withinLast: atLeastAgo } }
  return { unread: need.event }
}

/** The same with other words for each claim. */
export function mapClaims(need: Need, say: (text: string) => string): Need {
  const each = (needs: readonly Need[]) => needs.map((one) => mapClaims(one, say))
  if ('all' in need) return { all: each(need.all) }
  if ('any' in need) return { any: each(need.any) }
  if ('count' in need) return { ...need, of: each(need.of) }
  if ('when' in need) return { when: mapClaims(need.when, say), then: mapClaims(need.then, say) }
  return 'kind' in need && need.kind === 'claim' ? { ...need, text: say(need.text) } : need
}

/** Every plain need, in order. */
export function plainNeedsOf(need: Need): PlainNeed[] {
  if ('kind' in need) return [need]
  if ('unread' in need) return []
  if ('when' in need) return [need.when, need.then].flatMap(plainNeedsOf)
  return ('all' in need ? need.all : 'any' in need ? need.any : need.of).flatMap(plainNeedsOf)
}

/** Words within that could not be read. */
export function unreadIn(need: Need): string[] {
  if ('kind' in need) return []
  if ('unread' in need) return [need.unread]
  if ('when' in need) return [need.when, need.then].flatMap(unreadIn)
  return ('all' in need ? need.all : 'any' in need ? need.any : need.of).flatMap(unreadIn)
}
