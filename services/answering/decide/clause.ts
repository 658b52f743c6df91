import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { readValueKind } from '../understand/read-value-kind.ts'
import { scopeOf } from '../understand/scopes.ts'
import { clausesFor } from './clauses-for.ts'
import { type Finding, type Lead, quotedEntries, type Step } from './finding.ts'
import { headedListing, leadListing, listFinding, wholeListing } from './listings.ts'
import { newestFirst } from './newest-first.ts'
import { olderRule } from './older-rule.ts'
import { premiseLead, silentOn, withoutValue } from './premise.ts'
import { quotedFrom } from './source.ts'
import { statementFor } from './statement-for.ts'
import { supportFirst } from './support-first.ts'
import { stretchFor } from './stretch-for.ts'
import { openedPoints } from './with-points.ts'

/** Characters of a clause that are shown where it stands alone, and of each of several. */
const longestAlone = 220
const longestOfSeveral = 130

/** Finds the clause that ranks first where it probably answers, and a second one where the question has a part the first leaves open. */
export const findClause: Step = (inquiry): Finding | undefined => {
  const { question, probability } = inquiry
  const support = supportFirst(inquiry)
  const best = support ?? newestFirst(inquiry)
  if (!best) return undefined
  const least = asksAspectAlone(inquiry, best) ? leastOfAspect : leastProbability
  if (probability < least || isOfOtherYear(best)) return undefined
  const list = listFrom(inquiry, best.entry)
  if (list) return listFinding(inquiry, list)
  const points = openedPoints(inquiry, best.entry)
  if (points) return points
  const older = olderRule(inquiry, best)
  const chosen = older || best === support ? [best] : clausesFor(inquiry, best)
  const rests = chosen.map(({ entry }) => shownOf(entry))
  const shown = rests.map((entry) => quotedFrom(inquiry, entry, rests.length === 1 ? longestAlone : longestOfSeveral))
  const premise = premiseLead(question, rests)
  const said = premise ?? silenceOf(inquiry, best, rests)
  return {
    kind: 'clauses',
    aspects: [...question.aspects],
    status: premise ? 'corrected' : 'answered',
    // A point of alternatives, or of what is not allowed, answers nothing in a line of its own.
    lead: said ?? (chosen.length === 1 && !shown[0]!.opening ? leadFrom(inquiry, best, rests[0]!) : undefined),
    shown,
    older,
    rests: older ? [...quotedEntries(shown), older.entry] : quotedEntries(shown),
    scope: scopeOf(best.entry),
  }
}

/** Whether a clause is of another year than the one asked about: it answers nothing of that one. */
const isOfOtherYear = ({ best }: Ranked): boolean => best.features.otherYear === 1

/** What is said first where the notice is silent on what was asked, or gives no value of the kind. */
const silenceOf = (inquiry: Inquiry, best: Ranked, rests: Entry[]): Lead | undefined =>
  inquiry.question.english ? undefined : (silentOn(inquiry, best.entry) ?? withoutValue(inquiry.question, rests))

/** The first line from the clause itself: a statement that may be said, else the stretch that holds the value. */
export function leadFrom({ said, question }: Inquiry, { best: { passage } }: Ranked, entry: Entry): Lead | undefined {
  const statement = statementFor(said, question, entry, passage.text)
  const stretch = question.english ? undefined : stretchFor(question, passage.text)
  if (statement) return { by: 'statement', statement, stretch }
  return stretch === undefined ? undefined : { by: 'stretch', stretch }
}

/** Probability from which a clause answers a question that says nothing but the aspect it holds, of the notice named or the newest. */
const leastOfAspect = 0.15
/** Weight of words up to which a question says nothing of its own. */
const nothingOwn = 2

/** 「给多少钱」, 「2022年的配套比例」: no word but what is asked, and the notice has a clause on it. */
function asksAspectAlone(inquiry: Inquiry, { entry, best: { features } }: Ranked): boolean {
  const { question } = inquiry
  const { kind } = question.value
  const isNamed = question.named.includes(entry.notice)
  const isMeant = entry.notice.id === question.presumed || isNamed
  const isOnIt = features.counted === 1 || (features.aspect >= surely && kind !== 'number')
  // Of a notice that is named it is told as well that it gives no sum.
  const holds = kind === 'text' || features.valueInClause > 0 || (isNamed && kind === 'money')
  return isMeant && ownWeight(inquiry) <= nothingOwn && isOnIt && holds
}

/** The weight of the words that say more than which notice is meant and what kind of value is waited for: 比例, 金额. */
const ownWeight = ({ question: { value }, reading: { words } }: Inquiry): number =>
  words
    .filter(
      ({ names, words: [word = ''] }) =>
        !names && (value.kind === 'text' || readValueKind(word, new Set()).kind !== value.kind),
    )
    .reduce((sum, { weight }) => sum + weight, 0)

/** How surely a clause speaks to an aspect that it is headed with. */
const surely = 0.8

/** The list that the clause opens or that is meant with it, unless a day or a year is asked for. */
function listFrom(inquiry: Inquiry, entry: Entry) {
  const { kind } = inquiry.question.value
  if (kind === 'date' || kind === 'year') return undefined
  return leadListing(inquiry, entry) ?? headedListing(inquiry, entry) ?? wholeListing(inquiry, entry)
}

/** A heading says nothing by itself: what it heads does. */
const shownOf = (entry: Entry): Entry => (entry.clause.kind === 'heading' ? (entry.children[0] ?? entry) : entry)
