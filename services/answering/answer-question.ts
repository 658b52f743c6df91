import equivalents from '../../knowledge/lexicon/question-equivalents.json' with { type: 'json' }
import related from '../../knowledge/lexicon/related.json' with { type: 'json' }
import type { Hit } from '../../knowledge/searching/search-clauses.ts'
import { clarify } from './answer-clarify.ts'
import { answerComparison } from './answer-comparison.ts'
import { answerDeadline, withWindow } from './answer-deadline.ts'
import { answerDocument } from './answer-document.ts'
import { answerFact } from './answer-fact.ts'
import { answerFound } from './answer-found.ts'
import { answerList } from './answer-list.ts'
import { answerMeasure } from './answer-measure.ts'
import { answerProgramme } from './answer-programme.ts'
import { answerResponsible } from './answer-responsible.ts'
import { answerRoster } from './answer-roster.ts'
import type { Answer, Found, Inquiry, Memory, Step } from './answer.ts'
import { leansOn } from './follow-up.ts'
import type { Question } from './question.ts'
import { answerUnknownYear, refuse, refuseAction, refuseElsewhere } from './refuse.ts'
import { remember } from './remember.ts'
import { readAsked } from './retrieve/asked.ts'
import { entriesFor, readFor } from './retrieve/features.ts'
import { answerability } from './retrieve/gate.ts'
import { rankEntries } from './retrieve/rank.ts'
import { candidatesOf, scoreEntries } from './score-entries.ts'
import { smallTalk } from './small-talk.ts'
import { type Knowledge, speaksElsewhere, understand, within } from './understand.ts'

/** The ways of answering without a model, the most particular first; the first that does not pass answers. */
const steps: Step[] = [
  refuseAction,
  refuseElsewhere,
  answerDocument,
  answerMeasure,
  answerRoster,
  answerUnknownYear,
  answerResponsible,
  clarify,
  answerComparison,
  answerDeadline,
  answerProgramme,
  answerList,
  answerFact,
  answerFound,
  refuse,
]

const candidates = 50
/** Words by which a clause is also found. */
const widening = [...related, ...equivalents]

/**
 * Answers a question from the notices: reads it, completes it from the conversation, searches, ranks, and lets the
 * first way of answering that fits answer. The same question on the same day gets the same answer.
 *
 * @param today YYYY-MM-DD, the day on which windows are judged.
 * @returns The answer, and what the conversation remembers for the next turn.
 */
export async function answerQuestion(
  knowledge: Knowledge,
  asked: string,
  memory: Memory,
  today: string,
): Promise<{ answer: Answer; memory: Memory; inquiry?: Inquiry }> {
  const talk = smallTalk(asked)
  if (talk) return { answer: talk, memory }
  const question = understand(knowledge, asked, memory, today)
  const hits = await retrieve(knowledge, question)
  const found = find(knowledge, question, memory, today, hits)
  const fresh = inquire(knowledge, question, memory, today, hits, found)
  const leaning =
    leansOn(question, memory) && memory.scope
      ? inquire(knowledge, within(question, memory.scope), memory, today, hits, found)
      : undefined
  const inquiry = leaning && !speaksElsewhere(leaning, fresh) ? leaning : fresh
  const answer = firstAnswer(inquiry)
  return { answer, memory: remember(knowledge.catalogue, question, answer, memory), inquiry }
}

function inquire(
  { catalogue }: Knowledge,
  question: Question,
  memory: Memory,
  today: string,
  hits: Hit[],
  found: Found,
): Inquiry {
  const ranked = scoreEntries(question, candidatesOf(catalogue, question, hits), hits, memory)
  return { catalogue, question, memory, today, hits, ranked, found }
}

function find({ catalogue }: Knowledge, question: Question, memory: Memory, today: string, hits: Hit[]): Found {
  const asked = readAsked(catalogue, question, memory.scope, today)
  const reading = readFor(catalogue, asked, hits, memory.rests)
  const ranked = rankEntries(reading, entriesFor(reading))
  return { ranked, probability: answerability(reading, ranked) }
}

/** What the index finds; where it can't be asked, every clause is a candidate and its words decide alone. */
export async function retrieve({ search, catalogue }: Knowledge, question: Question): Promise<Hit[]> {
  const expansions = widening.filter((group) => group.some((word) => question.text.includes(word))).flat()
  try {
    return await search({ query: question.text, limit: candidates, expansions })
  } catch {
    return catalogue.entries.map((entry) => ({
      notice: entry.notice.id,
      clause: entry.clause.id,
      heading: entry.clause.path,
      text: entry.clause.text,
      score: 0,
      coverage: 0,
    }))
  }
}

function firstAnswer(inquiry: Inquiry): Answer {
  for (const step of steps) {
    const answer = step(inquiry)
    if (answer) return withWindow(inquiry, answer)
  }
  return refuse(inquiry)
}
