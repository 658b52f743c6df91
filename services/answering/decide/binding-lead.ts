import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../../knowledge/kept.ts'
import { contextsOf } from '../../../knowledge/statements/clause-context.ts'

const contexts = keptFor(
  (catalogue: Catalogue) => new Map(catalogue.notices.map((notice) => [notice.id, contextsOf(notice)])),
)

/** The line that opens the list of a point, where it says more than that all of them hold: one is enough, or none is allowed. */
export function bindingLead(catalogue: Catalogue, { notice, clause }: Entry): Entry | undefined {
  const lead = contexts(catalogue).get(notice.id)?.get(clause.id)?.leadIn
  if (!lead || lead.clause === clause.id || (lead.mode === 'all' && !lead.isNegative)) return undefined
  return catalogue.find(notice.id, lead.clause)
}
