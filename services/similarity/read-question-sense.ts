import type { Memory } from '../answering/answer.ts'
import { type Question, totalWeight } from '../answering/understand/question.ts'
import { programmesMeant } from '../answering/understand/scopes.ts'
import { type Knowledge, understand } from '../answering/understand/understand.ts'
import { withoutYears } from '../answering/understand/years.ts'
import { readContrasts } from './contrasts.ts'
import { withoutIdioms } from './matters/matter-words.ts'
import { plainDenials } from './matters/plain-denials.ts'
import { readMatters } from './matters/read-matters.ts'
import { readFigures } from './figures-asked.ts'
import { readNegations } from './negations.ts'
import { formOf } from './question-form.ts'
import type { SpokenSense } from './sense.ts'
import { withPlainYears } from './spoken-years.ts'
import { termsOf } from './terms.ts'

/** Reads what a question means by its words and what was spoken of before it; the notices are not asked. */
export function readQuestionSense(knowledge: Knowledge, asked: string, memory: Memory, today: string): SpokenSense {
  const question = scoped(understand(knowledge, plainDenials(withPlainYears(asked, today)), memory, today))
  const { text, content, spokenYears, aspects, intents } = question
  const { figures, rest } = readFigures(text)
  const plain = readNegations(rest).rest
  const denial = readNegations(withoutIdioms(rest))
  const plainContent = readNegations(readFigures(content).rest).rest
  const scope = scopeOf(question)
  return {
    ...(scope !== undefined && { scope }),
    years: spokenYears.toSorted(),
    figures: figures.filter((figure) => !isYear(figure, spokenYears) && !isOne(figure)),
    aspects: [...aspects].toSorted(),
    value: formOf(question),
    compares: intents.has('comparison'),
    negations: denial.negations,
    contrasts: readContrasts(plain, plainContent),
    terms: termsOf(knowledge.catalogue, aspects, plainContent),
    matters: readMatters(withoutTitles(question, asIs(asked, question) ? asked : text)),
    asks: question.cues.filter((cue) => cue !== 'any').toSorted(),
  }
}

/** A title in full only says which notice is meant. */
const withoutTitles = ({ notices }: Question, text: string): string =>
  notices
    .flatMap(({ shortTitle, title }) => [title, shortTitle])
    .reduce((left, title) => left.replaceAll(title, ''), text)

/** Pinyin is read as what it stands for. */
const asIs = (asked: string, { english }: Question): boolean => english || /\p{Script=Han}/u.test(asked)

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

/** A year in full or, 25年 for 2025, in two digits. */
const isYear = (figure: string, years: readonly number[]): boolean =>
  years.some((year) => figure === String(year) || figure === `${year % 100}年`)

/** 一年上限多少, 一个人多少: of each, not as many as one. */
const isOne = (figure: string): boolean => /^1(?:年|月|天|日|人|家|个|件|次|项|所|名|位)$/u.test(figure)
