import { type Fact, factAt, type FactKey } from '../eligibility/document-facts.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import { readAnswer } from './answers/read-answer.ts'
import { type Correctable, type Correction, readCorrection } from './answers/read-correction.ts'
import { readFacts } from './answers/read-facts.ts'
import { asksSomething } from './asks-something.ts'
import type { Taken } from './message.ts'
import { askedSoFar } from './read-move.ts'
import { isSettled, recordAnswers, recordCorrection, type Settled } from './record-answer.ts'
import { type InterviewContext, textsOf } from './reply-parts.ts'
import { limitsOf, standingOf } from './standing.ts'
import { goOn } from './go-on.ts'

/** Said by those who take back what they said before. */
const takesBack =
  /^(?:(?:其实|实际上|更正|纠正一下|刚才说错了|说错了)[，,：:\s]*|(?:(?:actually|in fact|sorry|oops|correction|i was wrong|my mistake|wait)[,:.!\s]+)+)/iu

/** Takes an answer that is corrected in so many words, wherever the interview stands. */
export function correctAnswer(text: string, context: InterviewContext): Taken | undefined {
  if (asksSomething(text)) return undefined
  const among = amongOf(context)
  const correction = readCorrection(text, among)
  if (!correction) return takeBack(text, context, among)
  return takeReading(context, correction)
}

/** Records what was read; what is too vague is asked again, and what was not read is none of this. */
function takeReading(
  context: InterviewContext,
  { key, reading }: Pick<Correction, 'key' | 'reading'>,
): Taken | undefined {
  if (isSettled(reading)) return recordCorrection(context, { key, reading })
  if (reading.kind !== 'vague') return undefined
  return goOn(context, { ...context.interview, reopened: key }, [textsOf(context).vague[reading.why]])
}

function amongOf({ programme, interview }: InterviewContext): Correctable {
  const now = standingOf(programme, interview)
  const before = now.open === undefined ? now.path.at(-1) : now.path[now.path.indexOf(now.open) - 1]
  return {
    facts: programme.facts,
    path: askedSoFar(now),
    last: interview.last ?? before,
    open: now.open,
    limitsOf: (key: FactKey) => limitsOf(programme, key),
  }
}

/** 其实我们有130件专利, actually we have about 130 patents: of what is named, or of the one fact that is counted so. */
function takeBack(
  text: string,
  context: InterviewContext,
  { facts, path, limitsOf: limits }: Correctable,
): Taken | undefined {
  const said = takesBack.exec(text.trim())?.[0]
  if (said === undefined) return undefined
  const rest = text.trim().slice(said.length)
  const { said: named } = readFacts(rest, { facts, keys: path, limitsOf: limits })
  const settled = [...named].flatMap(([key, reading]): [FactKey, Settled][] =>
    isSettled(reading) ? [[key, reading]] : [],
  )
  if (settled.length > 0) return recordAnswers(context, settled)
  const [key, other] = path.filter((one) => isCountedIn(factAt(facts, one), rest))
  if (key === undefined || other !== undefined) return undefined
  return takeReading(context, { key, reading: readAnswer(factAt(facts, key), rest, limits(key)) })
}

/** Whether words give a figure in the unit of a fact: 130件, 130 patents. */
function isCountedIn(fact: Fact, words: string): boolean {
  const [chinese = '', english = ''] = (['zh', 'en'] as const).map((language) => factTexts(fact, language).unit ?? '')
  if (english === '' || !/\d|[一二三四五六七八九十百]/u.test(words)) return false
  return words.includes(chinese) || words.toLowerCase().includes(english.replace(/s$/u, ''))
}
