import { isSingle } from '../../../knowledge/language/characters.ts'
import { foldShapes } from '../../../knowledge/language/shapes.ts'
import lexicon from '../../../knowledge/lexicon/small-talk.json' with { type: 'json' }
import type { smallTalkReplies } from '../../../prompts/small-talk.ts'
import { readMeaning } from './short-message.ts'

/** What a message that asks nothing of the notices is. */
export type SmallTalk = keyof typeof smallTalkReplies

const patterns = Object.entries(lexicon.patterns).map(
  ([kind, texts]) => [kind as SmallTalk, texts.map((text) => new RegExp(text, 'u'))] as const,
)
const words = Object.entries(lexicon.words)
  .flatMap(([kind, list]) => list.map((word) => ({ word, kind })))
  .sort((a, b) => b.word.length - a.word.length)
/** Of several kinds in one message (好的谢谢，再见) the first of these is answered. */
const order = ['bye', 'thanks', 'greeting', 'noted'] as const

/** A message of pictures and punctuation alone. */
const pictures = /^(?=.*\p{Extended_Pictographic})[^\p{L}\p{N}]+$/su

/** The greeting, thanks or leave that a message holds among other words. */
export function pleasantryIn(text: string): SmallTalk | undefined {
  const plain = foldShapes(text).toLowerCase()
  const held = new Set(words.filter(({ word }) => holdsWord(plain, word)).map(({ kind }) => kind))
  return order.find((kind) => held.has(kind))
}

/** Letters of a Latin word from which on it is one of thanks or leave wherever it stands: hi and it are parts of others. */
const longLatin = 4

const holdsWord = (plain: string, word: string): boolean =>
  /\p{Script=Han}/u.test(word)
    ? !isSingle(word) && plain.includes(word)
    : word.length >= longLatin && new RegExp(String.raw`\b${word}\b`, 'u').test(plain)

/** What kind of small talk a message is; undefined for one that asks or says something else. */
export function readSmallTalk(text: string): SmallTalk | undefined {
  const plain = foldShapes(text).toLowerCase().trim()
  if (pictures.test(plain)) return 'noted'
  const [kind] = patterns.find(([, own]) => own.some((pattern) => pattern.test(plain))) ?? []
  if (kind === 'instructions' && asksBeside(plain)) return undefined
  return kind ?? readPleasantry(plain) ?? meantBy(plain)
}

/** What the words of a short message mean; to change the topic is a command, see `wantsTopic`. */
function meantBy(plain: string): SmallTalk | undefined {
  const meaning = readMeaning(plain)
  return meaning === 'topic' ? undefined : (meaning as SmallTalk | undefined)
}

/** Whether a message asks to talk of something else: 换个话题, 不说这个了, switch topic. */
export const wantsTopic = (text: string): boolean => readMeaning(foldShapes(text).toLowerCase().trim()) === 'topic'

/** What asks, or says a figure of a thing: that the threshold be 10 is answered with what the notice says of it. */
const interrogative =
  /[?？]|多少|什么|哪|谁|几|怎么|如何|吗|\b(?:what|which|who|when|where|how)\b|(?:是|为|改成|改为|\bis|\bare)\s*\d/u

/** Whether a message that orders the assistant about also asks something: that is answered, the orders are not heard. */
const asksBeside = (text: string): boolean => heardIn(text).some((part) => interrogative.test(part))

const partEnd = /(?<=[,，。.;；!！?？\n])|(?=\band\b)/u
const orders = lexicon.patterns.instructions.map((pattern) => new RegExp(pattern, 'u'))
const isOrder = (part: string): boolean => {
  const plain = foldShapes(part).toLowerCase()
  return orders.some((order) => order.test(plain))
}

/** The parts of a message that are no orders. */
const heardIn = (text: string): string[] => text.split(partEnd).filter((part) => !isOrder(part))

/** A message without the parts that order the assistant about, where it asks something beside them. */
export function withoutOrders(text: string): string {
  const heard = heardIn(text).join('')
  return heard !== text && interrogative.test(heard) ? heard.trim() : text
}

/** A message that is nothing but greetings, thanks and the like, word by word. */
function readPleasantry(text: string): SmallTalk | undefined {
  let rest = text.replace(/[\p{P}\p{S}\p{Extended_Pictographic}\s]+/gu, ' ').trim()
  const kinds = new Set<string>()
  while (rest !== '') {
    const next = words.find(({ word }) => rest.startsWith(word))
    if (!next) return undefined
    kinds.add(next.kind)
    rest = rest.slice(next.word.length).trim()
  }
  return order.find((kind) => kinds.has(kind))
}
