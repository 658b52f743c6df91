import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Hit, SearchQuery } from '../../knowledge/searching/search-clauses.ts'
import type { Inquiry, Memory } from './answer.ts'
import { completed, inherited, widened } from './follow-up.ts'
import { type Question, subjectUnits, totalWeight } from './question.ts'
import { readQuestion } from './read-question.ts'
import type { Spelling } from './repair-spelling.ts'
import type { Scope } from './scope-fit.ts'
import { noticesMeant } from './scopes.ts'

/** What answering needs: the notices, the spelling of their words, and the index. */
export type Knowledge = {
  catalogue: Catalogue
  spelling: Spelling
  search(query: SearchQuery): Promise<Hit[]>
}

/** A question that leaves out what it is about is about what was spoken of last. */
export const within = (question: Question, scope: Scope): Question => ({
  ...question,
  leaning: true,
  notices: new Set([scope.notice]),
  programmes: new Set(scope.programme ? [scope.programme] : []),
})

/** Whether a question that names no notice is yet plainly about another than the last: its words are there and not here. */
export function speaksElsewhere(leaning: Inquiry, fresh: Inquiry): boolean {
  const [here] = leaning.ranked
  const [there] = fresh.ranked
  if (!there || there.entry.notice.id === here?.entry.notice.id) return false
  const content = totalWeight(subjectUnits(fresh.question))
  return content >= 6 && there.coverage > (here?.coverage ?? 0) + 0.25
}

export function understand({ catalogue, spelling }: Knowledge, asked: string, memory: Memory, today: string): Question {
  const read = readQuestion(catalogue, spelling, asked, today)
  const whole = completed(read, memory)
  const question = whole ? readQuestion(catalogue, spelling, whole, today) : read
  const complete = whole ? question : inherited(question, memory)
  return withoutDuties(catalogue, widened(catalogue, { ...complete, asked, english: read.english }, memory), memory)
}

/** 「谁牵头」 asks for a responsible unit only of a notice that lists them; of others it is a word like any. */
function withoutDuties(catalogue: Catalogue, question: Question, memory: Memory): Question {
  if (!question.aspects.has('responsible')) return question
  const meant = noticesMeant(catalogue, question)
  const held = meant.length > 0 ? meant : catalogue.notices.filter(({ id }) => id === memory.scope?.notice)
  const lists =
    held.length === 0 ||
    catalogue.entries.some((entry) => held.includes(entry.notice) && entry.aspects.has('responsible'))
  if (lists) return question
  const aspects = new Set([...question.aspects].filter((aspect) => aspect !== 'responsible'))
  const units = question.units.map((unit) =>
    unit.aspect === 'responsible' ? { words: ['牵头', '负责', '领导'], weight: unit.weight } : unit,
  )
  return { ...question, aspects, units }
}
