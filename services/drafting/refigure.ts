import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Quoted } from '../eligibility/document.ts'

const figure = /\d+(?:\.\d+)?/gu
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/u.test(text)

/** Words with their figures blanked: the same where only figures differ. */
export const withoutFigures = (text: string): string => text.replace(figure, '#')

/** Each figure of a quote that another text has otherwise; undefined where the words differ too, or one stands for two. */
function changedFigures(quote: string, words: string): { now: string; figures: Map<string, string> } | undefined {
  const parts = squeeze(quote).split(figure).map(escaped)
  const [now, ...given] = new RegExp(parts.join(String.raw`(\d+(?:\.\d+)?)`), 'u').exec(squeeze(words)) ?? []
  if (now === undefined) return undefined
  const figures = new Map<string, string>()
  for (const [at, [before]] of [...squeeze(quote).matchAll(figure)].entries()) {
    if ((figures.get(before) ?? given[at]) !== given[at]) return undefined
    figures.set(before, given[at]!)
  }
  return { now, figures: new Map([...figures].filter(([before, after]) => before !== after)) }
}

/** A value of a rule with figures put in place of others, and which of them were there. */
function replaced(value: unknown, figures: ReadonlyMap<string, string>, met: Set<string>): unknown {
  const put = (before: string) => {
    const after = figures.get(before)
    if (after !== undefined) met.add(before)
    return after ?? before
  }
  if (typeof value === 'number') return Number(put(String(value)))
  if (typeof value === 'string') return value.replace(figure, put)
  if (Array.isArray(value)) return value.map((one) => replaced(one, figures, met))
  if (typeof value !== 'object' || value === null) return value
  const kept = new Set(['fact', 'id'])
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, kept.has(key) ? one : replaced(one, figures, met)]),
  )
}

/**
 * A rule as it would be by words that differ from its quote in figures alone: its questions stay, its limits follow.
 *
 * @param words Those that stand in the place of its quote now.
 * @returns Undefined where more than a figure is another, or the rule doesn't hold one of those that changed.
 */
export function refigured<R extends Quoted>(rule: R, words: string): R | undefined {
  const changed = changedFigures(rule.quote, words)
  if (!changed || changed.figures.size === 0 || [...changed.figures.keys()].some(isYear)) return undefined
  const { quote: _quote, section: _section, ...rest } = rule
  const judged = 'condition' in rest ? rest.condition : rest
  const met = new Set<string>()
  replaced(judged, changed.figures, met)
  if (met.size < changed.figures.size) return undefined
  return { ...(replaced(rest, changed.figures, met) as R), quote: changed.now }
}
