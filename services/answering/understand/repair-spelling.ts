import { pinyin } from 'pinyin-pro'
import { stretchesOf } from '../../../knowledge/language/characters.ts'
import { keptByText } from '../../../knowledge/kept.ts'
import { plainSound } from '../../../knowledge/language/sound.ts'
import aspects from '../../../knowledge/lexicon/aspects.json' with { type: 'json' }
import homophones from '../../../knowledge/lexicon/homophones.json' with { type: 'json' }
import shortNames from '../../../knowledge/lexicon/short-names.json' with { type: 'json' }
import everyday from '../../../knowledge/lexicon/everyday.json' with { type: 'json' }
import related from '../../../knowledge/lexicon/related.json' with { type: 'json' }
import { readPinyin } from './pinyin-text.ts'
import { segmentsOf } from './segment.ts'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'

/** Texts that are kept repaired: a question is read when it is asked, and again when it is entered into the log. */
const mostRepaired = 32

const syllables = new Map<string, string>()

/** The sounds of a text, a plain one for each character. */
function soundOf(text: string): string[] {
  return [...text].map((character) => {
    const known = syllables.get(character)
    if (known !== undefined) return known
    const sound = plainSound(pinyin(character, { toneType: 'none' }))
    syllables.set(character, sound)
    return sound
  })
}

export type Spelling = { repair(text: string): string }

/**
 * Repairs words typed by sound: wrong characters of the right sound (质压 → 质押) and words in bare pinyin
 * (yunying zhongxin). A word is replaced only by one that the notices or the lexicon hold, that sounds the same and
 * shares a character with what was typed, and only where what was typed occurs in neither.
 */
export function buildSpelling(catalogue: Catalogue): Spelling {
  const counts = new Map<string, number>()
  const count = (text: string, weight: number): void => {
    for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
      for (const size of [2, 3, 4])
        for (const word of stretchesOf(run, size)) counts.set(word, (counts.get(word) ?? 0) + weight)
    }
  }
  const whole = (word: string, weight: number): void => {
    if (/^\p{Script=Han}{2,4}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + weight)
  }
  const terms = new Set([...Object.values(aspects).flatMap(({ asks }) => asks), ...related.flat()])
  for (const entry of catalogue.entries) count(entry.clause.text, 1)
  for (const words of Object.values(aspects)) for (const word of words.asks) whole(word, 5)
  for (const group of related) for (const word of group) whole(word, 3)
  for (const word of Object.keys(everyday)) whole(word, 1)
  for (const [short, full] of Object.entries(shortNames)) count(`${short} ${full}`, 1)
  const bySound = new Map<string, string[]>()
  const usual = [...counts].filter(([word, often]) => often >= leastOften(word.length))
  for (const [word] of usual.sort(([, a], [, b]) => b - a)) {
    const key = soundOf(word).join(' ')
    const alike = bySound.get(key)
    if (alike) alike.push(word)
    else bySound.set(key, [word])
  }
  const isKnown = (word: string): boolean => counts.has(word)
  const isTerm = (word: string): boolean => terms.has(word)
  const repair = (text: string): string =>
    [isTerm, isKnown].reduce(
      (repaired, among) => repairCharacters(repaired, { isKnown, isTerm, among, bySound, counts }),
      repairUnits(readPinyin(catalogue, text)),
    )
  return { repair: keptByText(repair, mostRepaired) }
}

/** Measure words after 多少 and 几 that were typed by sound: 多少忆 → 多少亿. */
function repairUnits(text: string): string {
  return Object.entries(homophones).reduce(
    (done, [before, units]) =>
      done.replace(new RegExp(`${before}(.)(?=[^\\p{Script=Han}]|$|了|啊|呢)`, 'gu'), (whole, unit: string) =>
        unit in units ? `${before}${units[unit as keyof typeof units]}` : whole,
      ),
    text,
  )
}

/** Characters of grammar, which are seldom slips and stand beside anything. */
const grammatical = new Set(
  '的了是得里那个家件条份一上下次还只哪几各对与和中有在要就都也吗呢啊把被让给到从为所者以及之而不没会能可多少搞弄做办想看说问找拿指叫用',
)

/** Which characters of a text stand alone in the dictionary's eyes: what was typed wrong seldom makes a word. */
function loneCharacters(text: string): boolean[] {
  const lone: boolean[] = []
  for (const segment of segmentsOf(text)) {
    const characters = [...segment]
    lone.push(...characters.map((character) => characters.length === 1 && !grammatical.has(character)))
  }
  return lone
}

type Words = {
  /** Whether a word stands in the notices or the lexicon; whether it is a term of the lexicon; whether it may be put in. */
  isKnown(word: string): boolean
  isTerm(word: string): boolean
  among(word: string): boolean
  bySound: Map<string, string[]>
  counts: Map<string, number>
}

function repairCharacters(text: string, { isKnown, isTerm, among, bySound, counts }: Words): string {
  const characters = [...text]
  const lone = loneCharacters(text)
  const isLoneTerm = (word: string, at: number): boolean =>
    isTerm(word) && (word.length > 3 || lone.slice(at, at + word.length).every(Boolean))
  for (const size of [4, 3, 2]) {
    for (let at = 0; at + size <= characters.length; at++) {
      const typed = characters.slice(at, at + size)
      if (!typed.every((character) => /\p{Script=Han}/u.test(character)) || isKnown(typed.join(''))) continue
      const meant = bySound
        .get(soundOf(typed.join('')).join(' '))
        ?.find(
          (word) =>
            among(word) &&
            (isLoneTerm(word, at) || makesWords(characters, lone, at, [...word])) &&
            isNear(
              typed,
              [...word],
              counts,
              (place) => lone[at + place] === true && isStray(characters, at + place, isKnown),
            ),
        )
      if (!meant) continue
      for (const [place, character] of [...meant].entries()) characters[at + place] = character
    }
  }
  return characters.join('')
}

/** Characters on either side by which the dictionary tells where a word begins. */
const context = 6

/** Whether every character that would be put right becomes part of a word whose characters all stood alone before. */
function makesWords(characters: string[], lone: boolean[], at: number, word: string[]): boolean {
  const first = Math.max(0, at - context)
  const last = at + word.length + context
  const repaired = [...characters.slice(first, at), ...word, ...characters.slice(at + word.length, last)]
  let from = first
  for (const segment of segmentsOf(repaired.join(''))) {
    const places = [...segment].map((_, place) => from + place)
    from += places.length
    const isPutRight = places.some((place) => repaired[place - first] !== characters[place])
    const isNewWord = places.length > 1 && places.every((place) => lone[place])
    if (isPutRight && !isNewWord) return false
  }
  return true
}

/** Whether a character makes a known word neither with the one before nor with the one after it. */
const isStray = (characters: string[], at: number, isKnown: (word: string) => boolean): boolean =>
  !isKnown(`${characters[at - 1]}${characters[at]}`) && !isKnown(`${characters[at]}${characters[at + 1]}`)

/** How often a word of so many characters must stand in the notices: more than a chance sequence of them. */
const leastOften = (length: number): number => (length === 2 ? 3 : 2)

/**
 * One or two characters apart, each of them a lone one; at least one (of two) or two (of more) in common; and more
 * than a chance sequence of the notices.
 */
function isNear(
  typed: string[],
  word: string[],
  counts: Map<string, number>,
  isLone: (place: number) => boolean,
): boolean {
  const apart = typed.flatMap((character, place) => (character === word[place] ? [] : [place]))
  const common = typed.length - apart.length
  if (apart.length === 0 || !apart.every(isLone) || common < Math.max(1, typed.length - 2)) return false
  return (counts.get(word.join('')) ?? 0) >= leastOften(typed.length)
}
