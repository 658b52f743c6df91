import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { rankEntries } from '../retrieve/rank.ts'
import { type Scope, subjectUnits, totalWeight } from '../understand/question.ts'
import { asksToCompare, comparesAll, rowsOfAll, rowsWithin } from './compared-rows.ts'
import { sidesOf } from './compared-sides.ts'
import type { ComparedSide, ListFinding, Quoted, Step } from './finding.ts'
import { listFinding, listingsOf } from './listings.ts'
import { inScope } from '../understand/scopes.ts'
import { similarityOf } from './similarity.ts'
import { quotedFrom } from './source.ts'

const sidesShown = 3
/** Characters of a clause shown on a side. */
const longestShown = 120

/** Finds both sides where two notices or programmes are asked about: the same point in each. */
export const findComparison: Step = (inquiry) => {
  const sides = sidesOf(inquiry)
  if (sides.length < 2) return undefined
  const shown = sides.slice(0, sidesShown)
  if (!asksToCompare(inquiry) && inquiry.probability < leastProbability) return undefined
  const rows = comparesAll(inquiry) ? rowsOfAll(inquiry, shown) : undefined
  const compared = rows ? shown.flatMap((side) => sideOf(inquiry, side, []) ?? []) : comparedSides(inquiry, shown)
  if (compared.length < 2) return undefined
  const rests = rows
    ? rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.entry ?? []))
    : compared.flatMap(restsOf)
  return {
    kind: 'comparison',
    status: 'compared',
    compared,
    rows: rows ?? rowsWithin(inquiry, compared),
    isWhole: rows !== undefined,
    sides,
    rests: [...new Set(rests)],
    scope: scopeAfter(inquiry, compared),
  }
}

/** What is spoken of after a comparison: what was before, where it is one of the sides, else the newest. */
function scopeAfter({ memory }: Inquiry, compared: ComparedSide[]): Scope | undefined {
  const before = compared.find(
    ({ scope }) => scope.notice === memory.scope?.notice && scope.programme === memory.scope.programme,
  )
  return (before ?? compared.toSorted((a, b) => b.notice.year - a.notice.year)[0])?.scope
}

/** The clauses that a side rests on. */
export const restsOf = ({ told }: ComparedSide): Entry[] =>
  Array.isArray(told) ? told.map(({ entry }) => entry) : told.rests

/** What each side says; the clauses of the later ones are also held against those of the first. */
function comparedSides(inquiry: Inquiry, sides: Scope[]): ComparedSide[] {
  const compared: ComparedSide[] = []
  for (const scope of sides) {
    const told = wholeList(inquiry, scope) ?? clausesOf(inquiry, scope, compared.flatMap(restsOf)[0])
    const side = told && sideOf(inquiry, scope, told)
    if (side) compared.push(side)
  }
  return compared
}

function sideOf({ catalogue }: Inquiry, scope: Scope, told: ComparedSide['told']): ComparedSide | undefined {
  const notice = catalogue.notices.find(({ id }) => id === scope.notice)
  // A list may hold for all programmes of its notice.
  const own = Array.isArray(told) ? scope : (told.scope ?? scope)
  const programme = notice?.programmes.find(({ id }) => id === own.programme)
  return notice && { notice, programme, scope: own, told }
}

/** The question asked of one side alone: its clauses ranked without regard to which notice is meant. */
function rankWithin({ reading, catalogue }: Inquiry, side: Scope): Ranked[] {
  const { asked } = reading
  const own = catalogue.entries.filter(
    (entry) => inScope(side, entry) && !['heading', 'table', 'furniture', 'front'].includes(entry.clause.kind),
  )
  return rankEntries({ ...reading, asked: { ...asked, years: [], leansOn: undefined } }, own)
}

/** What it is worth, in nats, that a clause speaks as the other side's does: all its pairs of characters, or none. */
const alignment = 4

function clausesOf(inquiry: Inquiry, side: Scope, other: Entry | undefined): Quoted[] | undefined {
  const ranked = rankWithin(inquiry, side)
    .map((one) => ({ ...one, score: one.score + (other ? alignment * similarityOf(one.entry.own, other.own) : 0) }))
    .sort((a, b) => b.score - a.score)
  const chosen = bestPerAspect(inquiry, ranked)
  return chosen.length > 0 ? chosen.map((entry) => quotedFrom(inquiry, entry, longestShown)) : undefined
}

const listAspects: Aspect[] = ['conditions', 'targets', 'tasks', 'applicant', 'procedure']

/** The whole list of an aspect, when the question names nothing within it. */
function wholeList(inquiry: Inquiry, side: Scope): ListFinding | undefined {
  const { question, catalogue } = inquiry
  const aspect = listAspects.find((name) => question.aspects.has(name))
  if (!aspect || totalWeight(subjectUnits(question)) > 6 || question.value.kind !== 'text') return undefined
  const listing = listingsOf(catalogue).find(
    ({ head }) => inScope(side, head) && head.aspects.has(aspect) && !head.clause.id.startsWith('a'),
  )
  return listing ? listFinding(inquiry, listing) : undefined
}

/** Share of the question that a side's best clause must hold, or half of its aspects. */
const leastHeld = 0.2

/** The best clause, and for an aspect asked for that it lacks the best one that has it. */
function bestPerAspect({ question }: Inquiry, ranked: Ranked[]): Entry[] {
  const [top] = ranked
  if (!top) return []
  const { company, aspect } = top.best.features
  if (company < leastHeld && (question.aspects.size === 0 || aspect < 0.5)) return []
  const entries = [top.entry]
  for (const name of question.aspects) {
    if (entries.some((entry) => entry.aspects.has(name))) continue
    const found = ranked.find(({ entry }) => entry.aspects.has(name))
    if (found && entries.length < 2) entries.push(found.entry)
  }
  return entries
}
