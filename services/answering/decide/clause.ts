import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { Answer, Inquiry, Step } from '../answer.ts'
import { further, sourceLine, statement } from '../compose/frame.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { stretchLead } from '../compose/lead.ts'
import { saidLead } from '../compose/said.ts'
import { leastProbability } from '../retrieve/gate.ts'
import type { Ranked } from '../retrieve/features.ts'
import { judgedLead } from './judged.ts'
import { headedListing, leadListing, listAnswer, wholeListing } from './listings.ts'
import { olderRule, premiseLead, silentOn, withoutValue } from './premise.ts'
import { scopeOf } from '../understand/scopes.ts'
import { clausesFor } from './clauses-for.ts'

/** Answers with the clause that ranks first where it probably answers, and a second one where the question has a part the first leaves open. */
export const answerClause: Step = (inquiry) => {
  const { question, probability } = inquiry
  const best = newestFirst(inquiry)
  if (!best) return undefined
  const judged = judgedLead(inquiry, best.entry)
  if (probability < (judged ? leastWithFigure : leastProbability)) return undefined
  const list = listFrom(inquiry, best.entry)
  if (list) return listAnswer(inquiry, list)
  const older = olderRule(inquiry, best)
  const chosen = older ? [best] : clausesFor(inquiry, best)
  const rests = chosen.map(({ entry }) => shownOf(entry))
  const premise = premiseLead(question, rests)
  const lines = rests.map((entry, at) => lineOf(inquiry, rests, entry, at))
  if (older) lines.push(older.line)
  const said = judged ?? premise ?? silenceOf(inquiry, best, rests)
  const lead = said ?? (chosen.length === 1 ? leadOf(inquiry, best, rests[0]!) : undefined)
  return {
    status: premise && !judged ? 'corrected' : 'answered',
    text: [lead, ...lines].filter(Boolean).join('\n'),
    lead: lead ?? (chosen.length === 1 ? shortFirstLine(lines[0]) : undefined),
    rests: older ? [...rests, older.entry] : rests,
    scope: scopeOf(best.entry),
    // What is set beside the clause, or said against the question, stays as it is.
    ...(!said && !older && !question.english && { retelling: retellingOf(inquiry, rests) }),
  }
}

/** Nats by which a clause of the newer notice may rank below one of the notice that it replaces, and still lead. */
const nearlyAsLikely = 2

/** The best clause; where its notice has been replaced and no year is asked for, the newer notice's, if it fits about as well. */
function newestFirst({ question, ranked }: Inquiry): Ranked | undefined {
  const [best] = ranked
  if (!best || question.years.length > 0 || question.leansOn) return best
  const { kind, unit } = question.value
  const newer = ranked.find(
    ({ entry, score }) =>
      entry.notice.replaces.includes(best.entry.notice.id) &&
      score > best.score - nearlyAsLikely &&
      (kind === 'text' || holdsValue(entry.own, kind, unit)),
  )
  return newer ?? best
}

/** What is said first where the notice is silent on what was asked, or gives no value of the kind. */
const silenceOf = (inquiry: Inquiry, best: Ranked, rests: Entry[]): string | undefined =>
  inquiry.question.english ? undefined : (silentOn(inquiry, best.entry) ?? withoutValue(inquiry.question, rests))

/** The first line itself, where it is short enough to be the answer. */
function shortFirstLine(text = ''): string | undefined {
  const [first = ''] = text.split('\n')
  return first !== '' && lengthOf(first) <= longestLead ? first : undefined
}

/** The first line from the clause itself: in the clerk's words where they may be said, else the stretch that holds the value. */
const leadOf = ({ said, question }: Inquiry, { best: { passage } }: Ranked, entry: Entry): string | undefined =>
  saidLead(said, question, entry, passage.text) ?? (question.english ? undefined : stretchLead(question, passage.text))

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

function lineOf(inquiry: Inquiry, rests: Entry[], entry: Entry, at: number): string {
  if (at === 0) return statement(inquiry, entry, rests.length === 1 ? 220 : 130)
  return entry.notice === rests[0]!.notice ? further(inquiry, entry, 130) : statement(inquiry, entry, 130)
}

/** Clauses of different lists are told apart by where they stand, which other words would lose. */
const retellingOf = (inquiry: Inquiry, entries: Entry[]): Answer['retelling'] =>
  entries.every(({ parent }) => parent === entries[0]!.parent)
    ? { entries, source: sourceLine(inquiry, entries[0]!).replace(/：$/u, ''), after: [] }
    : undefined
