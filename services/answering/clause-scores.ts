import type { Entry } from '../../knowledge/finding/catalogue.ts'
import type { ValueKind } from '../../knowledge/finding/values.ts'
import type { Memory } from './answer.ts'
import type { Question } from './question.ts'

/** What a clause's kind adds: headings and rows answer lists, and are found for those in other ways. */
export const kindScores: Partial<Record<Entry['clause']['kind'], number>> = {
  heading: -0.25,
  table: -0.4,
  row: -0.35,
  front: -0.3,
  closing: -0.1,
  form: -0.02,
  furniture: -2,
}

/** Values whose form alone tells them: a clause has one or has not. */
const unmistakable = new Set<ValueKind>(['phone', 'email', 'url', 'address', 'person'])

/** A missing date tells against a clause more than a missing figure, which it may put in words. */
export function valueScore(question: Question, holds: boolean): number {
  const { kind } = question.value
  if (kind === 'text') return 0
  if (unmistakable.has(kind)) return holds ? 2 : -2
  return holds ? 1 : kind === 'date' || kind === 'year' ? -3 : -0.5
}

/** A clause that says what a word is: in brackets after it, or by a row of qualities before it. */
export function definingScore(question: Question, entry: Entry): number {
  const [word] = question.runs
  const asks = question.wishes.has('definition') || /特点|特征|怎样的|什么样的|叫什么|是什么|全称/u.test(question.text)
  if (!asks || word === undefined || !entry.own.includes(word)) return 0
  return new RegExp(`${word}[（(]|(?:、[^、。；]{2,20}){2,}的${word}|${word}(?:是|指)`, 'u').test(entry.own) ? 0.35 : 0
}

const applying = /申报|报名|想报|要报|能报|来报|报运营|报促进|报的/u

/** Who speaks of applying and of no target means the conditions, where the same thing is a target too. */
export const applyingScore = (question: Question, entry: Entry): number =>
  applying.test(question.text) && !question.aspects.has('targets') && !question.aspects.has('tasks')
    ? entry.aspects.get('conditions') === 1
      ? 0.12
      : entry.aspects.get('targets') === 1
        ? -0.08
        : 0
    : 0

const formWords = /申报书|填|承诺|工作总结|总结模板|总结里|写|模板|表|字|封面|附件|栏|签|打印|失信|掺|假/u

/** Forms and templates are meant only where the question speaks of them. */
export const formScore = (question: Question, entry: Entry): number =>
  entry.clause.id.startsWith('a') && /申报书|承诺书|工作总结/u.test(entry.clause.path) && !formWords.test(question.text)
    ? -0.15
    : 0

/** Characters below which a question leans on what was just spoken of. */
export const shortQuestion = 12

/** Whether the clause was just spoken of, or stands beside one that was: 0 … 1. */
export function carriedFit({ rests = [] }: Memory, entry: Entry): number {
  const last = rests.filter((rest) => rest.notice === entry.notice.id)
  if (last.some((rest) => rest.clause === entry.clause.id)) return 1
  return last.some((rest) => rest.clause.split('.').slice(0, -1).join('.') === entry.parent?.clause.id) ? 0.4 : 0
}
