import equivalents from '../../knowledge/lexicon/question-equivalents.json' with { type: 'json' }
import related from '../../knowledge/lexicon/related.json' with { type: 'json' }
import type { Hit } from '../../knowledge/searching/search-clauses.ts'
import type { Answer, Inquiry, Memory, Step } from './answer.ts'
import { clarify } from './decide/clarify.ts'
import { answerClause } from './decide/clause.ts'
import { answerComparison } from './decide/comparison.ts'
import { answerCounterpart } from './decide/counterpart.ts'
import { answerDeadline, withWindow } from './decide/deadline.ts'
import { answerDocument } from './decide/document.ts'
import { answerDuties } from './decide/duties.ts'
import { answerList } from './decide/list.ts'
import { answerProgramme } from './decide/programme.ts'
import { answerProvision } from './decide/provision.ts'
import { answerUnknownYear, refuse, refuseAction, refuseElsewhere } from './decide/refuse.ts'
import { answerRoster } from './decide/roster.ts'
import { entriesFor } from './retrieve/entries-for.ts'
import { readFor } from './retrieve/reading.ts'
import { answerability, leastProbability } from './retrieve/gate.ts'
import { rankEntries } from './retrieve/rank.ts'
import type { Question } from './understand/question.ts'
import { asksIn } from './understand/asks.ts'
import { remember } from './remember.ts'
import { smallTalk } from './understand/small-talk.ts'
import { type Knowledge, understand } from './understand/understand.ts'

/** The ways of answering without a model, the most particular first; the first that does not pass answers. */
const steps: Step[] = [
  refuseAction,
  refuseElsewhere,
  answerDocument,
  answerProvision,
  answerRoster,
  answerUnknownYear,
  answerDuties,
  clarify,
  answerComparison,
  answerDeadline,
  answerProgramme,
  answerList,
  answerClause,
  answerCounterpart,
  refuse,
]

const candidates = 50
/** Words by which a clause is also found. */
const widening = [...related, ...equivalents]

/**
 * Answers a question from the notices: understands it with what was spoken of before, retrieves clauses, and lets the
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
  const first = await answerOne(knowledge, asked, memory, today)
  const answer = await withOtherAsks(knowledge, first, today)
  return {
    ...first,
    answer,
    memory: answer === first.answer ? first.memory : remember(first.inquiry.question, answer, memory),
  }
}

type Answered = { answer: Answer; memory: Memory; inquiry: Inquiry }

async function answerOne(knowledge: Knowledge, asked: string, memory: Memory, today: string): Promise<Answered> {
  const question = understand(knowledge, asked, memory, today)
  const inquiry = inquire(knowledge, question, memory, today, await retrieve(knowledge, question))
  const answer = firstAnswer(inquiry)
  return { answer, memory: remember(inquiry.question, answer, memory), inquiry }
}

/** Statuses of an answer that may have left another of several asks open. */
const single = new Set<Answer['status']>(['answered', 'deadline-passed', 'corrected'])
/** Probability from which one of several asks is answered by itself. */
const leastForAsk = 0.5

/** With the answers to what else the message asks for, each from its own clause. */
async function withOtherAsks(knowledge: Knowledge, first: Answered, today: string): Promise<Answer> {
  const { answer, memory, inquiry } = first
  const asks = single.has(answer.status) && !inquiry.question.english ? asksIn(inquiry.question.text) : []
  let whole = answer
  for (const ask of asks) {
    const { answer: other, inquiry: own } = await answerOne(knowledge, ask, { scope: memory.scope }, today)
    const isNew = other.rests.length > 0 && other.rests.every((entry) => !whole.rests.includes(entry))
    const isSure = single.has(other.status) && own.probability >= leastForAsk
    const isHere = other.rests[0]?.notice === whole.rests[0]?.notice
    if (isNew && isSure && isHere) whole = joined(whole, other)
  }
  return whole
}

function joined(one: Answer, other: Answer): Answer {
  const { retelling: _, ...rest } = one
  return { ...rest, text: `${one.text}\n${other.text}`, rests: [...one.rests, ...other.rests] }
}

function inquire(
  { catalogue, programmes = [], said = new Map() }: Knowledge,
  question: Question,
  memory: Memory,
  today: string,
  hits: Hit[],
): Inquiry {
  const reading = readFor(catalogue, question, hits, memory.rests)
  const ranked = rankEntries(reading, entriesFor(reading))
  const probability = answerability(reading, ranked)
  const [best] = ranked
  const isElsewhere =
    question.leansOn !== undefined &&
    best !== undefined &&
    probability >= leastProbability &&
    best.entry.notice.id !== question.leansOn.notice
  const meant = isElsewhere ? { ...question, leansOn: undefined, notices: [best.entry.notice] } : question
  return { catalogue, programmes, said, question: meant, memory, today, reading, ranked, probability }
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
