import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Assessment, CriterionResult } from './assessment.ts'

/** What a criterion was told to be, in the words that its person read. */
export type ShownCriterion = Pick<CriterionResult, 'id' | 'title' | 'status' | 'required'> & { quote: string }

/** What a check said when it was last shown: kept with its answers, so that another state of the rules can be held against it. */
export type ShownCheck = {
  verdict: Assessment['verdict']
  window: Pick<Assessment['window'], 'opens' | 'closes'> & { quote: string }
  criteria: ShownCriterion[]
}

/** Before and after; one of them is missing where the criterion is new, or is gone. */
export type CriterionChange = { before?: ShownCriterion; after?: CriterionResult }

/** What a check says otherwise than when it was last shown; there is at least one of the three. */
export type CheckChange = {
  verdict?: Pick<ShownCheck, 'verdict'>
  window?: ShownCheck['window']
  criteria: CriterionChange[]
}

/** As much of an assessment as is kept. */
export const shownOf = ({ verdict, window, criteria }: Assessment): ShownCheck => ({
  verdict,
  window: {
    ...(window.opens !== undefined && { opens: window.opens }),
    closes: window.closes,
    quote: window.source.quote,
  },
  criteria: criteria.map(({ id, title, status, required, source }) => ({
    id,
    title,
    status,
    required,
    quote: source.quote,
  })),
})

const isSame = (one: string, other: string): boolean => squeeze(one) === squeeze(other)

/** Whether a criterion says the same: how it is met, what it takes, and the words that say so. */
const saysSame = (before: ShownCriterion, { status, required, source }: CriterionResult): boolean =>
  before.status === status && isSame(before.required, required) && isSame(before.quote, source.quote)

/**
 * What an assessment says otherwise than when the check was last shown, criteria in the order of the rules, those that are gone
 * at the end. Undefined where it says the same, whatever the day: that time passes is no change.
 */
export function changeOf(shown: ShownCheck, now: Assessment): CheckChange | undefined {
  const changed = now.criteria.flatMap((after): CriterionChange[] => {
    const before = shown.criteria.find(({ id }) => id === after.id)
    if (!before) return [{ after }]
    return saysSame(before, after) ? [] : [{ before, after }]
  })
  const gone = shown.criteria.filter(({ id }) => now.criteria.every((one) => one.id !== id))
  const criteria = [...changed, ...gone.map((before) => ({ before }))]
  const { opens, closes } = shown.window
  const isMoved = closes !== now.window.closes || opens !== now.window.opens
  const isTurned = shown.verdict !== now.verdict
  if (criteria.length === 0 && !isMoved && !isTurned) return undefined
  return {
    ...(isTurned && { verdict: { verdict: shown.verdict } }),
    ...(isMoved && { window: shown.window }),
    criteria,
  }
}
