import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { givesFigureOnly } from '../understand/question.ts'
import { newestOpening, scopeOf } from '../understand/scopes.ts'
import { clausesFor } from './clauses-for.ts'
import { type Finding, type Judgement, type Lead, quotedEntries, type Step } from './finding.ts'
import { judgedFigures } from './judged.ts'
import { headedListing, leadListing, listFinding, wholeListing } from './listings.ts'
import { newestFirst } from './newest-first.ts'
import { olderRule } from './older-rule.ts'
import { premiseLead, silentOn, withoutValue } from './premise.ts'
import { quotedFrom } from './source.ts'
import { statementFor } from './statement-for.ts'
import { supportFirst } from './support-first.ts'
import { stretchFor } from './stretch-for.ts'

/** Characters of a clause that are shown where it stands alone, and of each of several. */
const longestAlone = 220
const longestOfSeveral = 130

/** Finds the clause that ranks first where it probably answers, and a second one where the question has a part the first leaves open. */
export const findClause: Step = (inquiry): Finding | undefined => {
  const { question, probability } = inquiry
  const support = supportFirst(inquiry)
  const best = judgedFirst(inquiry) ?? support ?? newestFirst(inquiry)
  if (!best) return undefined
  const judged = judgedFigures(inquiry, best.entry)
  const isJudged = judged.length > 0
  const least = isJudged ? leastWithFigure : asksAspectAlone(inquiry, best) ? leastOfAspect : leastProbability
  if (probability < least) return undefined
  const list = listFrom(inquiry, best.entry)
  if (list) return listFinding(inquiry, list)
  const older = olderRule(inquiry, best)
  const chosen = older || isJudged || best === support ? [best] : clausesFor(inquiry, best)
  const rests = chosen.map(({ entry }) => shownOf(entry))
  const shown = rests.map((entry) => quotedFrom(inquiry, entry, rests.length === 1 ? longestAlone : longestOfSeveral))
  const premise = premiseLead(question, rests)
  const said = isJudged ? judgementLead(judged) : (premise ?? silenceOf(inquiry, best, rests))
  return {
    kind: 'clauses',
    aspects: [...question.aspects],
    status: premise && !isJudged ? 'corrected' : 'answered',
    // A point of alternatives, or of what is not allowed, answers nothing in a line of its own.
    lead: said ?? (chosen.length === 1 && !shown[0]!.opening ? leadFrom(inquiry, best, rests[0]!) : undefined),
    shown,
    older,
    rests: older ? [...quotedEntries(shown), older.entry] : quotedEntries(shown),
    scope: scopeOf(best.entry),
  }
}

/** Whether a figure suffices is asked of the criterion that judges it: 80件专利能报吗. */
function judgedFirst(inquiry: Inquiry): Ranked | undefined {
  const { question, reading, ranked, catalogue } = inquiry
  const isOfOwn = question.intents.has('confirmation') || givesFigureOnly(question)
  if (reading.figures.length === 0 || !isOfOwn) return undefined
  const spokenOf = catalogue.notices.find(({ id }) => id === question.leansOn?.notice)
  // A notice that takes no applications has no criterion that could be meant.
  const meant =
    spokenOf?.programmes.length === 0 ? newestOpening(catalogue.notices)?.id : (spokenOf?.id ?? question.presumed)
  return ranked.find(({ entry }) => entry.notice.id === meant && judgedFigures(inquiry, entry).length > 0)
}

const judgementLead = (judged: Judgement[]): Lead =>
  judged.length === 1 ? { by: 'judgement', ...judged[0]! } : { by: 'judgements', each: judged }

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

/** Probability from which a clause of the newest notice answers a question that says nothing but the aspect it holds. */
const leastOfAspect = 0.15
/** Weight of words up to which a question says nothing of its own. */
const nothingOwn = 2

/** 「给多少钱」, 「要几个专利」: no word but what is asked, and the newest notice has a clause on it with a value of that kind. */
function asksAspectAlone({ question, reading }: Inquiry, { entry, best: { features } }: Ranked): boolean {
  const { kind } = question.value
  const isOnIt = features.counted === 1 || (features.aspect >= surely && kind !== 'number')
  const holds = kind === 'text' || features.valueInClause > 0
  return entry.notice.id === question.presumed && reading.content <= nothingOwn && isOnIt && holds
}

/** How surely a clause speaks to an aspect that it is headed with. */
const surely = 0.8

/** Probability from which a clause answers whose criterion judges a figure of the person's own, in its unit. */
const leastWithFigure = 0.08

/** The list that the clause opens or that is meant with it, unless a day or a year is asked for. */
function listFrom(inquiry: Inquiry, entry: Entry) {
  const { kind } = inquiry.question.value
  if (kind === 'date' || kind === 'year') return undefined
  return leadListing(inquiry, entry) ?? headedListing(inquiry, entry) ?? wholeListing(inquiry, entry)
}

/** A heading says nothing by itself: what it heads does. */
const shownOf = (entry: Entry): Entry => (entry.clause.kind === 'heading' ? (entry.children[0] ?? entry) : entry)
