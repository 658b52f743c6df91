import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Memory } from '../answering/answer.ts'
import { leansOn } from '../answering/follow-up.ts'
import { type Question, totalWeight } from '../answering/question.ts'
import { noticesMeant, programmesMeant } from '../answering/scopes.ts'
import { type Knowledge, understand, within } from '../answering/understand.ts'
import { type Contrasts, readContrasts } from './contrasts.ts'
import { readFigures } from './figures-asked.ts'
import { readNegations } from './negations.ts'
import { withPlainYears } from './spoken-years.ts'
import { termsOf } from './terms.ts'

/**
 * What a question means, as far as two questions can be held against each other without a model. Kept as JSON, so that
 * it holds nothing but texts and numbers.
 */
export type QuestionSense = {
  /** The notice and programme it is about, the newest where it leaves that open; none where it names none. */
  scope?: string
  years: number[]
  /** Figures other than years, with their units: 「30件够吗」 and 「100件够吗」 are different questions. */
  figures: string[]
  aspects: string[]
  /** The kind of value it waits for, with the measure word of counts. */
  value: string
  compares: boolean
  /** What it denies (see `readNegations`). */
  negations: string[]
  /** Which of several values that exclude each other it names: 三级 of the ranks of hospitals. */
  contrasts: Contrasts
  /** Words that are not one and the same for all questions of its kind, each with its weight. */
  terms: Record<string, number>
}

/**
 * Reads what a question means.
 *
 * @param memory What its conversation was about: a question that names nothing is about that.
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export function senseOf(knowledge: Knowledge, asked: string, memory: Memory, today: string): QuestionSense {
  const understood = understand(knowledge, withPlainYears(asked, today), memory, today)
  const leans = memory.scope !== undefined && leansOn(understood, memory) && !isForeign(understood)
  const question = leans ? within(understood, memory.scope!) : understood
  const { text, content, value, spokenYears, aspects, wishes } = question
  const { figures, rest } = readFigures(text)
  const denial = readNegations(rest)
  const plainContent = readNegations(readFigures(content).rest).rest
  const scope = scopeOf(knowledge.catalogue, question)
  return {
    ...(scope !== undefined && { scope }),
    years: spokenYears.toSorted(),
    figures: figures.filter((figure) => !spokenYears.includes(Number(figure))),
    aspects: [...aspects].toSorted(),
    value: value.kind === 'text' ? '' : `${value.kind}${value.unit}`,
    compares: wishes.has('comparison'),
    negations: denial.negations,
    contrasts: readContrasts(denial.rest, plainContent),
    terms: termsOf(knowledge.catalogue, aspects, plainContent),
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
