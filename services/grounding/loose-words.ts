import connectives from '../../knowledge/lexicon/connectives.json' with { type: 'json' }
import leadIns from '../../knowledge/lexicon/lead-ins.json' with { type: 'json' }
import omissible from '../../knowledge/lexicon/omissible.json' with { type: 'json' }
import { segmentsOf } from '../answering/understand/segment.ts'
import type { Token } from './tokens.ts'

/** The places where some of these words stand as words of their own, but behind a denial, whose sense they would turn. */
function placesOf(text: string, words: readonly string[]): Set<number> {
  const places = new Set<number>()
  let at = 0
  for (const segment of segmentsOf(text)) {
    const stands = words.includes(segment) && !/[不未无]/u.test(text[at - 1] ?? '')
    for (let place = at; stands && place < at + segment.length; place += 1) places.add(place)
    at += segment.length
  }
  return places
}

const areWithin = (tokens: readonly Token[], places: ReadonlySet<number>): boolean =>
  tokens.every(({ start, end, isFigure }) => {
    if (isFigure) return false
    for (let at = start; at < end; at += 1) if (!places.has(at)) return false
    return true
  })

/**
 * Whether a sentence may have these tokens beyond its source: words that only join and, right before a figure that the
 * source bounds, words that demand it: 盘点率应达到100%.
 */
export function mayAdd(added: readonly Token[], text: string, tokens: readonly Token[]): boolean {
  const anywhere = placesOf(text, connectives.anywhere)
  const demanding = placesOf(text, connectives.beforeFigure)
  const demands = ({ start, end }: Token): boolean => {
    const next = tokens.find((token) => token.start >= end)
    return demanding.has(start) && next !== undefined && (next.isFigure || (demanding.has(next.start) && demands(next)))
  }
  return added.every((token) => areWithin([token], anywhere) || (!token.isFigure && demands(token)))
}

/** The bodies responsible for a measure, in brackets behind it. */
const responsible = /\(责任单位:[^()]*\)/gu

/**
 * Where the bodies responsible stand of which a sentence names none.
 *
 * @returns From and to, exclusive, as places in `source`.
 */
export function omittedResponsible(
  omitted: readonly Token[],
  source: string,
  tokens: readonly Token[],
): [number, number][] {
  const left = new Set(omitted.map(({ start }) => start))
  return [...source.matchAll(responsible)]
    .map(({ 0: whole, index }): [number, number] => [index, index + whole.length])
    .filter(([from, to]) => tokens.every(({ start }) => start < from || start >= to || left.has(start)))
}

/** Whether a sentence may leave these tokens of its source out: words that change nothing, and all who are responsible. */
export function mayOmit(omitted: readonly Token[], source: string, tokens: readonly Token[]): boolean {
  const places = placesOf(source, omissible)
  for (const [from, to] of omittedResponsible(omitted, source, tokens))
    for (let place = from; place < to; place += 1) places.add(place)
  return areWithin(omitted, places)
}

/** What is said instead of a lead-in that names the notice, whose name stands beside the answer anyhow. */
const byTheNotice = '根据通知'

/** The words of ours for a part of a sentence that says nothing but on what the rest of it rests; undefined for any other. */
export function leadInOf(text: string, names: readonly string[]): string | undefined {
  const known = leadIns.find((leadIn) => leadIn === text)
  if (known !== undefined) return known
  const bare = names.toSorted((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ''), text)
  return /^(?:根据|按照|依据)(?:该|的)*(?:通知|方案)?$/u.test(bare) ? byTheNotice : undefined
}
