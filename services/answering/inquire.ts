import type { Hit } from '../../knowledge/searching/hit.ts'
import type { Inquiry, Memory } from './answer.ts'
import { entriesFor } from './retrieve/entries-for.ts'
import { answerability, leastProbability } from './retrieve/gate.ts'
import { withNearness } from './retrieve/nearness.ts'
import { rankEntries } from './retrieve/rank.ts'
import { readFor } from './retrieve/reading.ts'
import type { Question } from './understand/question.ts'
import type { Knowledge } from './understand/understand.ts'

/** Ranks the clauses for a question, and judges how probably the best one answers. */
export function inquire(
  { catalogue, programmes = [], said = new Map(), nearness }: Knowledge,
  question: Question,
  memory: Memory,
  today: string,
  hits: Hit[],
): Inquiry {
  const reading = readFor(catalogue, question, hits, memory.rests)
  const ranked = withNearness(reading, rankEntries(reading, entriesFor(reading)), nearness)
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
