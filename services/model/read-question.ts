import { z } from 'zod'
import { readFigures } from '../../knowledge/language/figure.ts'
import { understoodTexts } from '../../prompts/known-questions.ts'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Inquiry } from '../answering/answer.ts'
import type { Language } from '../answering/compose/told.ts'
import { type Subject, subjectsOf, topicsOf } from './askable.ts'
import { numbered } from './laid-out.ts'
import { type Choice, numberTo } from './structured.ts'

/** What a model says that a question asks: numbers of what was laid before it. */
export type Reading = { about: number[]; topic: number; intent: 1 | 2; figures: number[]; language: 1 | 2 | 3 }

/** The figures of a question as they stand in it, as our own reader finds them. */
const figuresIn = (asked: string): string[] => readFigures(asked).map(({ from, to }) => asked.slice(from, to))

/** Asks what a question is about. @param outgoing What of it may be sent out. */
export function readingChoice(inquiry: Inquiry, outgoing: string, conversation: string): Choice<Reading> {
  const [subjects, topics, figures] = [subjectsOf(inquiry.catalogue), topicsOf(inquiry), figuresIn(outgoing)]
  return {
    name: 'reading',
    prompt: renderPrompt('read-question', {
      question: outgoing,
      conversation,
      scopes: numbered(subjects.map(({ name }) => name.zh)),
      topics: numbered(topics.map(({ label }) => label)),
      figures: numbered(figures),
    }),
    schema: z.object({
      about: z.array(numberTo(subjects.length)),
      topic: numberTo(topics.length),
      intent: z.literal([1, 2]),
      figures: z.array(numberTo(figures.length)),
      language: z.literal([1, 2, 3]),
    }),
    maxTokens: 80,
  }
}

const foreignWords = /[\p{L}--\p{Script=Han}]{2,}/gv

/**
 * The question in our own words, as a model has read it; undefined where that says nothing, or where the words say
 * otherwise: another notice or year is named, or a language is none that they hold.
 */
export function understood(inquiry: Inquiry, outgoing: string, reading: Reading): string | undefined {
  const { catalogue, question } = inquiry
  const topic = topicsOf(inquiry)[reading.topic - 1]
  const subjects = [...new Set(reading.about)].flatMap((number) => subjectsOf(catalogue)[number - 1] ?? [])
  const [subject, other] = subjects
  if (!subject || subjects.length > 2 || !subjects.every((one) => isNamedSo(question, one))) return undefined
  const isForeign = (question.asked.match(foreignWords) ?? []).length >= 2
  const language: Language = reading.language !== 1 && isForeign ? 'en' : 'zh'
  const given = figuresIn(outgoing).filter((_, at) => reading.figures.includes(at + 1))
  if (reading.intent === 2) {
    return other && topic && language === 'zh'
      ? understoodTexts.compared(subject.name.zh, other.name.zh, topic.label)
      : undefined
  }
  if (given.length > 0 && language === 'zh') return understoodTexts.withFigures(subject.name.zh, given)
  return topic?.ask(subject.name[language], language)
}

/** What the words name can't be read as something else. */
const isNamedSo = ({ named, years }: Inquiry['question'], { notice }: Subject): boolean =>
  (named.length === 0 || named.some(({ id }) => id === notice.id)) &&
  (years.length === 0 || years.includes(notice.year))
