import fillers from '../../../knowledge/lexicon/fillers.json' with { type: 'json' }
import chatWords from '../../../knowledge/lexicon/chat-words.json' with { type: 'json' }
import { plainChoices } from '../plain-choices.ts'
import { plainDenials } from './plain-denials.ts'
import type { Matters } from './matters.ts'
import { type NamedText, nameWords, weightOf } from './matter-words.ts'
import { resolveSlots } from './slots.ts'

/** A stretch of a question between two stops. */
type Part = NamedText & { asks: boolean; offers: boolean }

const year = /(?:20)?\d{2}年度?/gu
const stops = /[,，。;；!！?？\n]+/u
const asking =
  /吗|么(?!样)|呢|什么|啥|几(?!乎)|多[少久长大]|哪|谁|怎|如何|咋|能|可以|[是可]否|有[没无]|伐|要不要|需不需|(\p{Script=Han})[不没]\1|\b(?:when|what|how|who|where|which|can|may|do|does|is|are|will)\b/u
const offering = /吗|伐|么(?!样)|[不否]$|是否|(\p{Script=Han})[不没]\1|[算会能行要有]/u

const partOf = (text: string): Part => ({
  ...nameWords(plainChoices(text)),
  asks: asking.test(text),
  offers: offering.test(text),
})

/**
 * Reads what a question is about from the part of it that asks; what is told around it is kept apart.
 *
 * @param asked As it was put.
 */
export function readMatters(asked: string): Matters {
  const parts = plain(asked)
    .split(stops)
    .filter((part) => part.trim() !== '')
    .map(partOf)
  const telling = parts.filter(({ asks, names }) => asks && names.length > 0)
  const main = withTopic(telling.length > 0 ? telling : parts, parts)
  const slots = main.flatMap(({ names }) => names.flatMap((name) => name.split('|'))).filter(isSlot)
  return {
    slots: resolveSlots(
      slots.map((name) => name.slice(slotPrefix.length)),
      main.some(({ offers }) => offers),
    ),
    asked: namesOf(main),
    around: namesOf(parts.filter((part) => !main.includes(part))),
    words: main.flatMap(({ rest }) => wordsOf(rest)),
  }
}

function plain(asked: string): string {
  const lower = asked.normalize('NFKC').toLowerCase()
  return /\p{Script=Han}/u.test(lower) ? plainDenials(lower.replace(/\s+/gu, '').replace(year, '·')) : lower
}

/** The parts that ask, and what is told right before them where they name nothing themselves: 「我想查初审结果，在哪里看」. */
function withTopic(main: readonly Part[], parts: readonly Part[]): readonly Part[] {
  if (main.some(({ names }) => names.some((name) => !isSlot(name) && weightOf(name) === 1))) return main
  const before = parts[parts.indexOf(main[0]!) - 1]
  return before ? [before, ...main] : main
}

const slotPrefix = 'slot:'
const isSlot = (name: string): boolean => name.startsWith(slotPrefix)

const namesOf = (parts: readonly Part[]): string[] =>
  [...new Set(parts.flatMap(({ names }) => names).filter((name) => !isSlot(name)))].toSorted()

/** Characters of grammar, which part what is left into words. */
const grammar =
  /[的了在到是有和给与对由从把被为以后前时会都也还再就才没啊呀吧哦呢吗么伐不这那您你我他她它们要得须想让请下上里能可行多少几什何怎哪谁每各个些一]+/u
const idle = new Set([...fillers, ...chatWords])

/** The runs left that may tell something: of two characters and more. */
const wordsOf = (rest: string): string[] =>
  rest
    .replace(/[^\p{Script=Han}a-z]+/gu, '·')
    .split('·')
    .flatMap((run) => run.split(grammar))
    .filter((run) => /^(?:\p{Script=Han}{2,}|[a-z]{3,})$/u.test(run) && !idle.has(run))
