import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { cutTo, lengthOf } from '../../knowledge/language/characters.ts'
import type { Answer, Memory } from './answer.ts'
import { leansOn } from './follow-up.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope-fit.ts'
import { noticesMeant } from './scopes.ts'

/** What a question names, though it was not answered. */
function namedScope(catalogue: Catalogue, question: Question): Scope | undefined {
  if (question.notices.size + question.programmes.size === 0) return undefined
  const [notice] = noticesMeant(catalogue, question)
  return notice && { notice: notice.id }
}

/** Characters of a question that a follow-up may lean on. */
export const contentKept = 200

export function remember(catalogue: Catalogue, question: Question, answer: Answer, memory: Memory): Memory {
  const list = answer.list?.map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id }))
  return {
    scope:
      answer.scope ??
      (leansOn(question, memory) || answer.status === 'not-in-roster' ? undefined : namedScope(catalogue, question)) ??
      memory.scope,
    sides: answer.sides ?? (question.leaning || !answer.scope ? memory.sides : undefined),
    roster: answer.status === 'roster' || answer.status === 'not-in-roster',
    value: question.value.kind === 'text' ? memory.value : question.value,
    aspects: question.aspects.size > 0 ? [...question.aspects] : memory.aspects,
    content: lengthOf(question.content) > 1 ? cutTo(question.content, contentKept) : memory.content,
    list: list && list.length > 0 ? list : memory.list,
    rests:
      answer.rests.length > 0
        ? answer.rests.slice(0, 3).map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id }))
        : memory.rests,
  }
}
