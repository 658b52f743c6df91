import type { Inquiry, Step } from './answer.ts'
import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { statement } from './frame.ts'
import { type Listing, leadListing, listAnswer, listingsOf } from './listings.ts'
import { leastProbability } from './retrieve/gate.ts'
import { scopeOf } from './scopes.ts'

/** Answers with the clause that the learned ranking puts first, where it probably answers and no other way has found one. */
export const answerFound: Step = (inquiry) => {
  const [best] = inquiry.found.ranked
  if (!best || inquiry.found.probability < leastProbability) return undefined
  const list = leadListing(inquiry, best.entry) ?? headedListing(inquiry, best.entry)
  if (list) return listAnswer(inquiry, list)
  const shown = best.entry.clause.kind === 'heading' ? (best.entry.children[0] ?? best.entry) : best.entry
  return { status: 'answered', text: statement(inquiry, shown), rests: [shown], scope: scopeOf(shown) }
}

/** The list that a heading opens. */
const headedListing = ({ catalogue }: Inquiry, entry: Entry): Listing | undefined =>
  entry.clause.kind === 'heading' ? listingsOf(catalogue).find(({ head }) => head === entry) : undefined
