import aspectData from '../lexicon/aspects.json' with { type: 'json' }
import type { Clause } from '../parsing/clause.ts'

/** What a question is about, whatever the programme: who, conditions, money, deadline … */
export type Aspect = keyof typeof aspectData

type AspectWords = { asks: string[]; patterns: string[]; says: string[]; headings: string[]; texts: string[] }

export const aspectNames = Object.keys(aspectData) as Aspect[]
const words = aspectData as Record<Aspect, AspectWords>
const says = new Map(aspectNames.map((aspect) => [aspect, words[aspect].says.map((text) => new RegExp(text, 'u'))]))
const texts = new Map(aspectNames.map((aspect) => [aspect, words[aspect].texts.map((text) => new RegExp(text, 'u'))]))

/** The words by which people ask for an aspect, longest first. */
export const askingWords: [string, Aspect][] = aspectNames
  .flatMap((aspect) => words[aspect].asks.map((word): [string, Aspect] => [word, aspect]))
  .sort(([a], [b]) => b.length - a.length)

/** How surely an aspect is a clause's: its heading says so, or only its words do. */
const byHeading = 1
const byWords = 0.85
/** What a neighbouring aspect counts for: who may apply is asked by conditions, and conditions by who. */
const byNeighbour = 0.55
const neighbours: Partial<Record<Aspect, Aspect[]>> = {
  applicant: ['conditions'],
  conditions: ['applicant'],
  targets: ['tasks'],
  tasks: ['targets'],
  materials: ['procedure', 'form'],
  procedure: ['materials'],
  form: ['materials'],
}

/** How surely a clause speaks to an aspect, itself or by a neighbouring one: 0 … 1. */
export const strengthOf = (aspects: ReadonlyMap<Aspect, number>, aspect: Aspect): number =>
  Math.max(
    aspects.get(aspect) ?? 0,
    ...(neighbours[aspect] ?? []).map((near) => byNeighbour * (aspects.get(near) ?? 0)),
  )

/** Turns of phrase by which people ask for an aspect: 「今天还收材料吗」. */
export const askingPatterns: [RegExp, Aspect][] = aspectNames.flatMap((aspect) =>
  words[aspect].patterns.map((pattern): [RegExp, Aspect] => [new RegExp(pattern, 'u'), aspect]),
)

/** The aspects a clause speaks to, by the headings above it and by its own words, each with how surely: 0 … 1. */
export function aspectsOfClause(clause: Clause): Map<Aspect, number> {
  const path = clause.path.replace(/\s/gu, '')
  const found = new Map<Aspect, number>()
  for (const aspect of aspectNames) {
    if (words[aspect].headings.some((heading) => path.includes(heading))) found.set(aspect, byHeading)
    else if (says.get(aspect)?.some((pattern) => pattern.test(clause.text))) found.set(aspect, byHeading)
    else if (texts.get(aspect)?.some((pattern) => pattern.test(clause.text))) found.set(aspect, byWords)
  }
  if (clause.kind === 'contact') found.set('contact', byHeading)
  return found
}

/** Whether a heading names the aspect itself: 「申报条件」 for conditions. */
export const isHeadingOf = (heading: string, aspect: Aspect): boolean =>
  words[aspect].headings.some((name) => heading.replace(/\s/gu, '').includes(name))
