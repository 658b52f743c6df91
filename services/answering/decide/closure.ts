import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { scopeOf } from '../understand/scopes.ts'
import { bindingLead } from './binding-lead.ts'
import { leadFrom } from './clause.ts'
import { excerptOf } from './excerpt.ts'
import type { Finding } from './finding.ts'
import { headedListing, leadListing, listFinding, type Listing } from './listings.ts'
import { quotedAs } from './source.ts'
import { opensPoints, withPoints } from './with-points.ts'

/** Characters of a clause that are shown where it stands alone. */
const longestAlone = 220

/** Without the sentence before it, or that one without this, something else is said: exceptions, alternatives, conditions. */
const leaning = /^(?:但|除|或者?|且|否则|其中|前款|上述|以上|不符合|未|同时|逾期)/u

/** The sentences of a clause that answer; all of it where one that is left out bounds what is shown. */
export function closedExcerpt(inquiry: Inquiry, entry: Entry): string {
  const shown = excerptOf(inquiry.question, entry, longestAlone)
  const whole = bodyOf(entry)
  const leftOut = sentencesOf(whole).filter((sentence) => !shown.includes(sentence))
  return leftOut.some((sentence) => leaning.test(sentence)) ? whole : shown
}

/** The list that a point says nothing without. */
function boundBy(inquiry: Inquiry, entry: Entry): Listing | undefined {
  const head = bindingLead(inquiry.catalogue, entry)
  if (!head) return undefined
  const points = head.children.filter((child) => child.clause.marker !== undefined)
  return leadListing(inquiry, head) ?? (points.length > 0 ? { head, points } : undefined)
}

/** What a clause answers with all that it needs to be true alone: the list it opens or is bound by, its points, its exceptions. */
export function closedFinding(inquiry: Inquiry, ranked: Ranked): Finding {
  const { entry } = ranked
  const list = leadListing(inquiry, entry) ?? headedListing(inquiry, entry)
  const bound = [entry, ...(list?.points ?? [])].map((one) => boundBy(inquiry, one)).find((one) => one !== undefined)
  if (bound) return withPoints(inquiry, bound)
  if (list) return listFinding(inquiry, list)
  const shown = entry.clause.kind === 'heading' ? (entry.children[0] ?? entry) : entry
  if (opensPoints(shown)) return withPoints(inquiry, { head: shown, points: shown.children })
  return {
    kind: 'clauses',
    aspects: [...inquiry.question.aspects],
    status: 'answered',
    lead: leadFrom(inquiry, ranked, shown),
    shown: [quotedAs(inquiry, shown, closedExcerpt(inquiry, shown))],
    rests: [shown],
    scope: scopeOf(shown),
  }
}
