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

/** All points of the provision that a point is one of, with the line that opens them, where a list is asked for: 哪些地方不能停. */
export function allPoints(inquiry: Inquiry, { clause, parent }: Entry): ProvisionFinding | undefined {
  const { intents, value } = inquiry.question
  if (!intents.has('list') || value.kind !== 'text' || clause.kind !== 'item' || !parent) return undefined
  const points = parent.children.filter((child) => child.clause.kind === 'item')
  const isOpened = parent.clause.kind !== 'heading' && /[：:]$/u.test(parent.clause.text)
  return isOpened && points.length > 1 ? withPoints(inquiry, { head: parent, points }) : undefined
}
