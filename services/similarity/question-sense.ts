import type { Memory } from '../answering/answer.ts'
import { type Question, totalWeight } from '../answering/understand/question.ts'
import { programmesMeant } from '../answering/understand/scopes.ts'
import { type Knowledge, understand } from '../answering/understand/understand.ts'
import { withoutYears } from '../answering/understand/years.ts'
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
  const question = scoped(understood)
  const { text, content, value, spokenYears, aspects, intents } = question
  const { figures, rest } = readFigures(text)
  const denial = readNegations(rest)
  const plainContent = readNegations(readFigures(content).rest).rest
  const scope = scopeOf(question)
  return {
    ...(scope !== undefined && { scope }),
    years: spokenYears.toSorted(),
    figures: figures.filter((figure) => !spokenYears.includes(Number(figure))),
    aspects: [...aspects].toSorted(),
    value: value.kind === 'text' ? '' : `${value.kind}${value.unit}`,
    compares: intents.has('comparison'),
    negations: denial.negations,
    contrasts: readContrasts(denial.rest, plainContent),
    terms: termsOf(knowledge.catalogue, aspects, plainContent),
  }
}

/** Evidence in nats from which a notice is plainly named: a single common word of its title (支持) may name it or not. */
const plainEvidence = 1.5

/** The question with no more of a notice than it plainly says. */
function scoped(question: Question): Question {
  const { named, evidence, years, text } = question
  if (question.leansOn) return isForeign(question) ? { ...question, notices: named, leansOn: undefined } : question
  const isPlain = years.length > 0 || evidence.bestTitle >= plainEvidence
  return isPlain ? question : { ...question, notices: [], content: withoutYears(text, years) }
}

/** Whether it asks for something of which no notice speaks: then it isn't about what was spoken of before. */
function isForeign({ terms }: Question): boolean {
  const words = terms.filter((term) => !term.aspect)
  return totalWeight(words.filter(({ unknown }) => unknown)) > totalWeight(words) / 2
}

function scopeOf(question: Question): string | undefined {
  const [meant] = question.programmes.size > 0 ? programmesMeant(question) : []
  const { notice, programme } = meant ?? question.leansOn ?? {}
  if (notice === undefined || !question.notices.some(({ id }) => id === notice)) return question.notices[0]?.id
  return programme === undefined ? notice : `${notice}/${programme}`
}
