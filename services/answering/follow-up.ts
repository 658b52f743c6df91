import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Memory } from './answer.ts'
import type { Aspect } from '../../knowledge/finding/aspects.ts'
import { type Question, type Unit, totalWeight } from './question.ts'

const leaning =
  /^(?:那么?|还有|然后|另外|其中|再问|接着|and|so|what about|how about|我(?:问|说|指)的是|我是[问说])|呢[？?。！，,]|呢$/iu

/**
 * The question that a follow-up stands for: 「那促进中心呢？」 asks the last question of another programme,
 * 「截止日期呢」 another thing of the last programme.
 *
 * @returns The text to read instead, or undefined where the message is a question of its own.
 */
export function completed(question: Question, memory: Memory): string | undefined {
  if (!memory.content || (memory.roster && question.programmes.size === 0)) return undefined
  if (question.documents.length > 0 && question.programmes.size === 0) return undefined
  const weight = totalWeight(question.units)
  const measured = question.value.kind === 'count' && weight < 1.5 && question.asked.length < 12
  const empty = question.runs.length === 0 && weight < 1.5
  if (
    !measured &&
    !empty &&
    !leaning.test(question.asked) &&
    !/^[·的那也了吗呢？?，,。！ ]*$/u.test(question.content.replace(/^(?:那么?|还有)/u, ''))
  )
    return undefined
  const namesScope =
    question.years.length +
      question.spokenYears.length +
      question.notices.size +
      question.programmes.size +
      question.documents.length >
    0
  const bare =
    question.aspects.size === 0 &&
    (weight < 3.5 || (leaning.test(question.asked) && weight < 6 && question.asked.length < 18))
  return namesScope && bare ? `${question.text.replace(/[呢？?。]+$/u, '')}，${memory.content}` : undefined
}

/** Whether the question names no programme or year of its own, nor another field, and so leans on what was last spoken of. */
export const leansOn = (question: Question, { scope }: Memory): boolean =>
  scope !== undefined &&
  question.programmes.size === 0 &&
  question.years.length === 0 &&
  (question.notices.size === 0 || (question.notices.size > 1 && question.notices.has(scope.notice)))

/** «…呢？» with a subject of its own asks of it what was asked before. */
export function inherited(question: Question, memory: Memory): Question {
  const bare = question.value.kind === 'text' && question.aspects.size === 0 && question.wishes.size === 0
  if (!memory.value || !bare || !/呢[？?。！]*$/u.test(question.asked)) return question
  const aspects = (memory.aspects ?? []) as Aspect[]
  const units = aspects.map((aspect): Unit => ({ words: [aspect], weight: 3, aspect }))
  units.push(...question.documents.map((document): Unit => ({ words: [document], weight: 4 })))
  return { ...question, value: memory.value, aspects: new Set(aspects), units: [...question.units, ...units] }
}

/** A year alone («2022年的呢») keeps the field of the last scope. */
export function widened(catalogue: Catalogue, question: Question, memory: Memory): Question {
  const last = catalogue.notices.find((notice) => notice.id === memory.scope?.notice)
  if (!last || question.years.length === 0 || question.notices.size + question.programmes.size > 0) return question
  const sameField = catalogue.notices.filter(
    (notice) => notice.names.some((name) => last.names.includes(name)) && question.years.includes(notice.year),
  )
  return sameField.length === 0 ? question : { ...question, notices: new Set(sameField.map((notice) => notice.id)) }
}
