import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import { scopeOf } from '../understand/scopes.ts'
import { responsibleUnits } from './duties.ts'
import type { ProvisionFinding } from './finding.ts'
import type { Listing } from './listings.ts'
import { sourceOf } from './source.ts'

/** The line that opens points, and each of them. */
export const withPoints = (inquiry: Inquiry, { head, points }: Listing): ProvisionFinding => ({
  kind: 'provision',
  status: 'answered',
  source: sourceOf(inquiry, head),
  below: points,
  units: responsibleUnits(head),
  rests: [head, ...points],
  scope: scopeOf(head),
})

/** Whether a clause only opens what stands under it: 下列支出不予补助：. */
export const opensPoints = ({ clause, children }: Entry): boolean =>
  clause.kind !== 'heading' && /[：:]$/u.test(clause.text) && children.length > 0

/**
 * A clause that opens points with all of them; and so a point of one, where a list is asked for: 哪些地方不能停. A line that
 * opens points says nothing without them.
 */
export function openedPoints(inquiry: Inquiry, entry: Entry): ProvisionFinding | undefined {
  const { intents, value } = inquiry.question
  if (opensPoints(entry)) return withPoints(inquiry, { head: entry, points: entry.children })
  const { parent, clause } = entry
  const asksAll = intents.has('list') && value.kind === 'text' && clause.kind === 'item'
  return asksAll && parent && opensPoints(parent)
    ? withPoints(inquiry, { head: parent, points: parent.children })
    : undefined
}
