import { type Catalogue, fold } from '../../knowledge/finding/catalogue.ts'
import type { Memory } from '../answering/answer.ts'
import { leansOn } from '../answering/follow-up.ts'
import { type Question, totalWeight } from '../answering/question.ts'
import { noticesMeant, programmesMeant } from '../answering/scopes.ts'
import { type Knowledge, understand, within } from '../answering/understand.ts'
import { termsOf } from './terms.ts'

/**
 * What a question means, as far as two questions can be held against each other without a model. Kept as JSON, so that
 * it holds nothing but texts and numbers.
 */
export type QuestionSense = {
  /** The notice and programme it is about, the newest where it leaves that open; none where it names none. */
  scope?: string
  years: number[]
  /** Figures other than years: 「30件够吗」 and 「100件够吗」 are different questions. */
  figures: string[]
  aspects: string[]
  /** The kind of value it waits for, with the measure word of counts. */
  value: string
  compares: boolean
  negates: boolean
  /** Words that are not one and the same for all questions of its kind, each with its weight. */
  terms: Record<string, number>
}

const choices = /能不能|可不可以|是不是|有没有|要不要|需不需要|会不会|算不算|用不用|行不行|好不好|对不对/gu
const negations = /不|没|未|无|禁止|别/u

/**
 * Reads what a question means.
 *
 * @param memory What its conversation was about: a question that names nothing is about that.
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export function senseOf(knowledge: Knowledge, asked: string, memory: Memory, today: string): QuestionSense {
  const understood = understand(knowledge, asked, memory, today)
  const leans = memory.scope !== undefined && leansOn(understood, memory) && !isForeign(understood)
  const question = leans ? within(understood, memory.scope!) : understood
  const { text, value, spokenYears, aspects, wishes } = question
  const scope = scopeOf(knowledge.catalogue, question)
  return {
    ...(scope !== undefined && { scope }),
    years: spokenYears.toSorted(),
    figures: figuresIn(text, spokenYears),
    aspects: [...aspects].toSorted(),
    value: value.kind === 'text' ? '' : `${value.kind}${value.unit}`,
    compares: wishes.has('comparison'),
    negates: negations.test(text.replace(choices, '')),
    terms: termsOf(knowledge.catalogue, question),
  }
}

/** Whether it asks for something of which no notice speaks: then it isn't about what was spoken of before. */
function isForeign({ units }: Question): boolean {
  const words = units.filter((unit) => !unit.aspect)
  return totalWeight(words.filter(({ unknown }) => unknown)) > totalWeight(words) / 2
}

function scopeOf(catalogue: Catalogue, question: Question): string | undefined {
  if (question.programmes.size > 0) {
    const [meant] = programmesMeant(catalogue, question)
    if (meant) return `${meant.notice}/${meant.programme}`
  }
  return noticesMeant(catalogue, question)[0]?.id
}

function figuresIn(text: string, years: number[]): string[] {
  const numbers = [...fold(text).matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => number)
  const isYear = (number: string) => years.some((year) => number === String(year) || number === String(year % 100))
  return [...new Set(numbers.filter((number) => !isYear(number)))].toSorted()
}
