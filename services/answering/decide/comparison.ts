import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { pairsOf } from '../../../knowledge/language/characters.ts'
import type { Answer, Inquiry, Step } from '../answer.ts'
import { excerptOf } from '../compose/excerpt.ts'
import { sourceLine } from '../compose/frame.ts'
import { topicOf } from '../compose/topic.ts'
import type { Ranked } from '../retrieve/features.ts'
import { rankEntries } from '../retrieve/rank.ts'
import { type Scope, subjectUnits, totalWeight } from '../understand/question.ts'
import { sidesOf } from './compared-sides.ts'
import { listAnswer, listingsOf } from './listings.ts'
import { inScope } from '../understand/scopes.ts'

const sidesShown = 3

/** Answers with both sides where two notices or programmes are asked about: the same point in each. */
export const answerComparison: Step = (inquiry) => {
  const sides = sidesOf(inquiry)
  if (sides.length < 2) return undefined
  const answers = sideAnswers(inquiry, sides.slice(0, sidesShown))
  if (answers.length < 2) return undefined
  const rests = [...new Set(answers.flatMap((answer) => answer.rests))]
  return {
    status: 'compared',
    text: [...new Set(answers.map((answer) => answer.text))].join('\n'),
    table: tableOf(inquiry, answers, rests),
    rests,
    scope: answers[0]?.scope,
    sides,
  }
}

/** The sides beside each other, each under its name with the clause that it rests on. */
const tableOf = ({ catalogue }: Inquiry, answers: Answer[], rests: Entry[]): Answer['table'] => ({
  columns: answers.map(({ scope }) => topicOf(catalogue, { scope })?.label ?? ''),
  rows: [
    answers.map(({ text, rests: [first] }) => ({
      text: text.split('\n').slice(1).join('\n'),
      rest: rests.indexOf(first!),
    })),
  ],
})

/** What each side says; the clauses of the later ones are also held against those of the first. */
function sideAnswers(inquiry: Inquiry, sides: Scope[]): Answer[] {
  const answers: Answer[] = []
  for (const side of sides) {
    const answer = wholeList(inquiry, side) ?? clausesOf(inquiry, side, answers[0]?.rests[0])
    if (answer) answers.push(answer)
  }
  return answers
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

function clausesOf(inquiry: Inquiry, side: Scope, other: Entry | undefined): Answer | undefined {
  const ranked = rankWithin(inquiry, side)
    .map((one) => ({ ...one, score: one.score + (other ? alignment * likeness(one.entry, other) : 0) }))
    .sort((a, b) => b.score - a.score)
  const chosen = bestPerAspect(inquiry, ranked)
  const [first] = chosen
  if (!first) return undefined
  const lines = chosen.map((entry) => excerptOf(inquiry.question, entry, 120))
  return { status: 'compared', text: [sourceLine(inquiry, first), ...lines].join('\n'), rests: chosen, scope: side }
}

function likeness(one: Entry, other: Entry): number {
  const [own, its] = [new Set(pairsOf(one.own)), new Set(pairsOf(other.own))]
  return (2 * own.intersection(its).size) / Math.max(1, own.size + its.size)
}

const listAspects: Aspect[] = ['conditions', 'targets', 'tasks', 'applicant', 'procedure']

/** The whole list of an aspect, when the question names nothing within it. */
function wholeList(inquiry: Inquiry, side: Scope): Answer | undefined {
  const { question, catalogue } = inquiry
  const aspect = listAspects.find((name) => question.aspects.has(name))
  if (!aspect || totalWeight(subjectUnits(question)) > 6 || question.value.kind !== 'text') return undefined
  const listing = listingsOf(catalogue).find(
    ({ head }) => inScope(side, head) && head.aspects.has(aspect) && !head.clause.id.startsWith('a'),
  )
  return listing ? listAnswer(inquiry, listing) : undefined
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
