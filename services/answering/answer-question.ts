import equivalents from '../../knowledge/lexicon/question-equivalents.json' with { type: 'json' }
import related from '../../knowledge/lexicon/related.json' with { type: 'json' }
import type { Hit } from '../../knowledge/searching/hit.ts'
import type { Answer, Inquiry, Memory } from './answer.ts'
import { compose } from './compose/compose.ts'
import { decide } from './decide/decide.ts'
import type { Finding } from './decide/finding.ts'
import { decideSmallTalk } from './decide/small-talk.ts'
import { withOtherAsks } from './decide/several.ts'
import { inquire } from './inquire.ts'
import { remember } from './remember.ts'
import { asksIn } from './understand/asks.ts'
import { chosenFrom } from './understand/chosen.ts'
import { everydayIn } from './understand/everyday.ts'
import type { Question } from './understand/question.ts'
import { withoutOrders } from './understand/small-talk.ts'
import { languageOf } from './understand/language-of.ts'
import { type Knowledge, understand } from './understand/understand.ts'

const candidates = 50
/** Words by which a clause is also found. */
const widening = [...related, ...equivalents]

/** An answer with what the next turn leans on; how it was found, unless the message was no question on the notices. */
export type Told = { answer: Answer; memory: Memory; inquiry?: Inquiry; finding?: Finding }

/**
 * Answers a question from the notices: understands it with what was spoken of before, retrieves clauses, decides what they
 * answer, and puts that in words. The same question on the same day gets the same answer.
 *
 * @param today YYYY-MM-DD, the day on which windows are judged.
 * @returns The answer, and what the conversation remembers for the next turn.
 */
export async function answerQuestion(
  knowledge: Knowledge,
  asked: string,
  memory: Memory,
  today: string,
): Promise<Told> {
  const talk = decideSmallTalk(knowledge, asked, memory, today)
  if (talk) return { answer: compose(talk, languageOf(asked, memory.english), knowledge.catalogue), memory }
  const heard = chosenFrom(knowledge.catalogue, asked, memory) ?? withoutOrders(asked)
  const inquiry = await find(knowledge, heard, memory, today)
  const { question } = inquiry
  const first = decide(inquiry)
  if (first.kind === 'small-talk')
    return { answer: compose(first, question.english ? 'en' : 'zh', knowledge.catalogue), memory }
  const { scope } = remember(question, first, memory)
  const finding = await withOtherAsks(inquiry, first, asksIn(question.text), (ask) =>
    find(knowledge, ask, { scope }, today),
  )
  const answer = compose(finding, question.english ? 'en' : 'zh', knowledge.catalogue)
  return { answer, memory: remember(question, finding, memory), inquiry, finding }
}

/** Understands and retrieves: all that a decision is made on. */
async function find(knowledge: Knowledge, asked: string, memory: Memory, today: string): Promise<Inquiry> {
  const question = understand(knowledge, asked, memory, today)
  return inquire(knowledge, question, memory, today, await retrieve(knowledge, question))
}

/** What the index finds; where it can't be asked, every clause is a candidate and its words decide alone. */
export async function retrieve({ search, catalogue }: Knowledge, question: Question): Promise<Hit[]> {
  const groups = widening.filter((group) => group.some((word) => question.text.includes(word)))
  const expansions = [...groups, ...everydayIn(question.text, catalogue).map(({ official }) => official)].flat()
  try {
    const hits = await search({ query: question.text, limit: candidates, expansions })
    // What nearness in meaning is worth is learned apart: for all else the order is that of the words.
    return hits.some(({ likeness }) => likeness !== undefined) ? hits.toSorted((a, b) => b.score - a.score) : hits
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
