import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { Memory } from '../answer.ts'
import { contentUnits } from './content-units.ts'
import { asksAnything } from './cues.ts'
import { everydayIn } from './everyday.ts'
import { type Question, subjectUnits, totalWeight, type Unit } from './question.ts'

/** What people say before a question that goes on from the last one, or puts it right. */
const opening =
  /^(?:(?:那么?|还有|然后|另外|其中|再问一?下?|接着|顺便问一?下?|and|so|what about|how about|等等|哦|噢|啊|呃|嗯|好的?)[，,、。 ]*)+/iu
const correction =
  /^(?:不是|不对|错了|搞错了|弄错了|说错了|我(?:说|打|写|问)错了|更正一?下|纠正一?下)[，,。；;！! ]+(?:是(?!否|不是))?|^(?:不是)?我(?:问|说|指|想问)的(?:是(?!否|不是)|不是[^，,]*[，,])|^我的意思是/u

/** What a person says they do not ask: 「…，不是问完成目标」. 「不是说要隔六年嘛」 supposes something instead. */
const denied =
  /[，,。；;\s]*我?不是(?:要|想)?[问说指](?!的?是)[^，,。；;？?！!\s]{2,16}(?<![嘛吗么])(?=$|[，,。；;！!\s])/gu
/** Characters that a message needs beside what it denies to be a question. */
const leastBeside = 5

/** A message without what it says it does not ask, where a question is left. */
function withoutDenied(text: string): string {
  const left = text.replace(denied, '').replace(/^[，,。；;\s]+/u, '')
  return lengthOf(left) >= leastBeside ? left : text
}

/** A message without the words that only tie it to the last one, and whether it puts that one right. */
export function withoutOpening(asked: string): { text: string; corrects: boolean; goesOn: boolean } {
  const opened = asked.trim().replace(opening, '')
  const kept = withoutDenied(opened)
  let text = kept
  while (correction.test(text))
    text = text.replace(correction, '').replace(/^我?(?:问|说|指|想问)的?是(?!否|不是)/u, '')
  const corrects = text !== kept
  return lengthOf(text) > 0
    ? { text, corrects, goesOn: opened !== asked.trim() || corrects }
    : { text: asked, corrects, goesOn: false }
}

/** 「…呢」 asks of something else what was asked before. */
export const asksAgain = /呢[？?。！!]*$/u
/** 「高校的」, 「B类的呢」: of another what was asked of the last. */
const asksOfOther = /^.{1,10}的呢?[？?。！!]*$/u
/** Weight of words up to which a message says nothing of its own beside what it names. */
const littleOwn = 3.5
const littleMore = 6
/** Characters up to which 「…呢」 stands for a whole question. */
const shortMessage = 18

const asksNothing = ({ aspects, value, intents }: Question): boolean =>
  aspects.size === 0 && value.kind === 'text' && !intents.has('list') && !intents.has('definition')

/**
 * The text that a follow-up stands for: 「那促进中心呢？」 asks the last question of another programme, 「不是，2022年的」 of
 * another year. Undefined where the message is a question of its own.
 */
export function completed(
  question: Question,
  memory: Memory,
  { corrects, goesOn }: { corrects: boolean; goesOn: boolean },
): string | undefined {
  if (!memory.content || (memory.roster && question.programmes.size === 0 && question.named.length === 0))
    return undefined
  const own = totalWeight(subjectUnits(question))
  const names = question.named.length + question.programmes.size + question.years.length > 0
  const again = asksAgain.test(question.asked) || corrects || goesOn
  const little = own < littleOwn || (again && own < littleMore && lengthOf(question.asked) < shortMessage)
  const counts =
    question.aspects.size === 0 && question.value.kind === 'count' && own < 1.5 && lengthOf(question.asked) < 12
  const isElliptic = asksNothing(question) || (question.aspects.size === 0 && own < 1.5)
  const isAnother = isElliptic && little && (names || (corrects && own > 0) || asksOfOther.test(question.asked))
  return isAnother || (counts && !names) ? `${question.text.replace(/[呢？?。]+$/u, '')}，${memory.content}` : undefined
}

/**
 * A question that goes on from the last one, with the words of that one as its context; a bare noun asks of itself what
 * was asked before.
 */
export function inContext(catalogue: Catalogue, question: Question, memory: Memory): Question {
  if (!question.leansOn || question.named.length > 0 || !memory.content) return question
  const own = new Set(question.terms.map(({ words }) => words[0]))
  const context = contentUnits(catalogue, memory.content, everydayIn(memory.content, catalogue)).filter(
    ({ words }) => !own.has(words[0]),
  )
  const cues = asksAnything(question.cues) ? question.cues : [...new Set([...question.cues, ...(memory.cues ?? [])])]
  return { ...question, context, cues }
}

/** «…呢？» with a subject of its own asks of it what was asked before. */
export function inherited(question: Question, memory: Memory): Question {
  if (!memory.aspects || !asksNothing(question) || question.intents.size > 0 || !asksAgain.test(question.asked))
    return question
  const aspects = memory.aspects as Aspect[]
  const terms = aspects.map((aspect): Unit & { near: boolean } => ({ words: [aspect], weight: 3, aspect, near: false }))
  return { ...question, aspects: new Set(aspects), terms: [...question.terms, ...terms] }
}
