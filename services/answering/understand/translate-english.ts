import english from '../../../knowledge/lexicon/english.json' with { type: 'json' }
import { isPinyin } from './pinyin-text.ts'

/** A phrase as it is looked up: IP/patent and after-school are typed with blanks as well, and the 's of what's says nothing. */
const plainly = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replace(/['’]s?\b/gu, '')
    .replace(/[-/]/gu, ' ')

const known = new Map(Object.entries(english).map(([phrase, chinese]) => [plainly(phrase), chinese]))
const longestPhrase = Math.max(...[...known.keys()].map((phrase) => phrase.split(' ').length))

/** Whether a text is written in English: at least three Latin words and no more than a few Chinese characters. */
export function isEnglish(text: string): boolean {
  const words = text.match(/[a-z']{2,}/giu) ?? []
  return (
    words.length >= 2 &&
    !isPinyin(text) &&
    (text.match(/\p{Script=Han}/gu) ?? []).length <= 4 &&
    words.some((word) => englishWords.has(word.toLowerCase()))
  )
}

const grammar = new Set(
  'the is are was were what which who whom whose when where why how much many does did can could will would should for and any has have had its there our not thanks thank hello please say tell give shanghai from with that this these those into per each under about need needs needed required require apply applicant applicants programme program notice call center centre year end look like set out will been being than then they them their your you also must may get got one two detail details explain more further elaborate again repeat'.split(
    ' ',
  ),
)

const englishWords = new Set(
  'the is are was were what which who whom whose when where why how much many does do did can could will would should for of to in on and or any has have it its be there we our i my not thanks thank hello hi please say ignore tell give list minimum number'
    .split(' ')
    .concat([...known.keys()].flatMap((phrase) => phrase.split(' '))),
)

/** Can a tertiary hospital apply: of a subject that is not the person's own, and not how or when. */
const whetherToApply =
  /(?<!\b(?:how|where|when|why|what)\s)\b(?:can|could|may)\s+(?!we\b|our\b|my\b|i\b|you\b|they\b|it\b|us\b)((?:[\w’'-]+\s+){1,5}?)(?:still\s+)?apply\b/giu

/** How do we apply, how to apply: one phrase, whoever applies. */
const howToApply =
  /\bhow\s+(?:to|(?:do|does|did|can|could|shall|should|must|may|would)\s+(?:[\w’'-]+\s+){1,4}?)(?:still\s+)?apply\b/giu

/** Endings that a word of the list may be typed with, and what they stand for: studies, submitted, applying, planning. */
const endings: readonly [RegExp, string][] = [
  [/ies$/u, 'y'],
  [/es$/u, ''],
  [/s$/u, ''],
  [/ed$/u, ''],
  [/d$/u, ''],
  [/ing$/u, ''],
  [/ing$/u, 'e'],
  [/(.)\1(?:ed|ing)$/u, '$1'],
]

/** A phrase in Chinese, as it stands or with the ending of its last word taken off. */
function chineseOf(phrase: string): string | undefined {
  const whole = known.get(phrase)
  if (whole !== undefined || phrase.length < 4) return whole
  const bases = endings.filter(([ending]) => ending.test(phrase)).map(([ending, base]) => phrase.replace(ending, base))
  const base = bases.find((one) => known.has(one))
  return base === undefined ? undefined : known.get(base)
}

const word = /[a-z]+|\d+(?:\.\d+)?%?/giu

/** The words of the list in an English question in Chinese, the longest phrases first, after what it leaves; '' where it has none. */
export function translateEnglish(text: string): string {
  const plain = plainly(text.replace(howToApply, 'how to apply').replace(whetherToApply, '$1can apply'))
  const words = [...plain.matchAll(word)]
  const found: string[] = []
  const kept: string[] = []
  for (let at = 0; at < words.length;) {
    const most = Math.min(longestPhrase, words.length - at)
    const size = Array.from({ length: most }, (_, less) => most - less).find((count) => translated(words, at, count))
    if (size === undefined) kept.push(words[at]![0])
    else found.push(translated(words, at, size)!)
    at += size ?? 1
  }
  return [...kept.filter(isTelling).map((one) => (/^20\d\d$/u.test(one) ? `${one}年` : one)), ...found].join(' ')
}

/** Words that stand next to each other, in Chinese. */
function translated(words: readonly RegExpExecArray[], at: number, count: number): string | undefined {
  const some = words.slice(at, at + count)
  const isTogether = some.every(
    (one, place) => place === 0 || one.index <= some[place - 1]!.index + some[place - 1]![0].length + 1,
  )
  return isTogether ? chineseOf(some.map(([one]) => one).join(' ')) : undefined
}

/** What is left that may be a name or a figure. */
const isTelling = (one: string): boolean => /^\d/u.test(one) || (one.length > 2 && !grammar.has(one))
