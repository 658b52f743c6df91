import { squeeze } from '../../knowledge/language/clean-text.ts'
import { checkProgramme } from './check-programme.ts'
import type { ResolvedProgramme } from './resolve-programmes.ts'
import type { Answers } from './rule.ts'
import type { Assessment } from './assessment.ts'

type Side = { required: string; quote: string }
/** A criterion before and after; one of them is missing where it is new, or gone. */
export type RuleChange = { id: string; title: string; before?: Side; after?: Side }
type Verdict = Assessment['verdict']
/** How many checks come out otherwise, and how. */
export type TurnedChecks = { before: Verdict; after: Verdict; count: number }

type Ruled = Pick<ResolvedProgramme, 'criteria'>
type Ruling = Ruled['criteria'][number]

const sideOf = ({ required, source }: Ruling): Side => ({ required, quote: source.quote })
const isSame = (one: Ruling, other: Ruling): boolean =>
  squeeze(one.required) === squeeze(other.required) && squeeze(one.source.quote) === squeeze(other.source.quote)

/** What is required otherwise by one state of a programme's rules than by another, those that are gone at the end. */
export function ruleChanges(before: Ruled | undefined, after: Ruled): RuleChange[] {
  const known = before?.criteria ?? []
  const changed = after.criteria.flatMap((now): RuleChange[] => {
    const was = known.find(({ id }) => id === now.id)
    const named = { id: now.id, title: now.title, after: sideOf(now) }
    if (!was) return [named]
    return isSame(was, now) ? [] : [{ ...named, before: sideOf(was) }]
  })
  const gone = known.filter(({ id }) => after.criteria.every((one) => one.id !== id))
  return [...changed, ...gone.map((was) => ({ id: was.id, title: was.title, before: sideOf(was) }))]
}

/**
 * How the verdicts on kept answers turn, the most frequent first; a programme that was in use by nobody had none.
 *
 * @param asOf YYYY-MM-DD.
 */
export function turnedChecks(
  before: ResolvedProgramme | undefined,
  after: ResolvedProgramme,
  kept: readonly Answers[],
  asOf: string,
): TurnedChecks[] {
  if (!before) return []
  const turned = kept.flatMap((answers) => {
    const [was, is] = [before, after].map((one) => checkProgramme(one, answers, asOf).verdict) as [Verdict, Verdict]
    return was === is ? [] : [{ was, is }]
  })
  return [...Map.groupBy(turned, ({ was, is }) => `${was} ${is}`).values()]
    .map((alike) => ({ before: alike[0]!.was, after: alike[0]!.is, count: alike.length }))
    .toSorted((one, other) => other.count - one.count)
}
