import { pinyin } from 'pinyin-pro'
import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { keptByText, keptFor } from '../../../knowledge/kept.ts'
import { dictionaryWords } from '../../../knowledge/language/dictionary-words.ts'
import { plainSound } from '../../../knowledge/language/sound.ts'
import aspects from '../../../knowledge/lexicon/aspects.json' with { type: 'json' }
import everyday from '../../../knowledge/lexicon/everyday.json' with { type: 'json' }
import lexicon from '../../../knowledge/lexicon/pinyin.json' with { type: 'json' }
import questionWords from '../../../knowledge/lexicon/question-words.json' with { type: 'json' }
import related from '../../../knowledge/lexicon/related.json' with { type: 'json' }

const syllables = new Set(lexicon.syllables)
const characters: Readonly<Partial<Record<string, string>>> = lexicon.characters
const longestSyllable = 6

/** Syllables from which a run of letters is taken for pinyin, and the share of them that must be read as words. */
const fewest = 3
const leastRead = 0.7
/** What a word costs, a character alone, and a syllable that none is known for; a frequent word costs a little less. */
const [ofWord, ofCharacter, ofUnread] = [1, 1.6, 2.6]
const longestWord = 5

/** A word with how often the notices and the lexicon hold it. */
type Spelled = { word: string; times: number }

const soundsOf = keptByText(
  (word) => pinyin(word, { toneType: 'none', type: 'array' }).map(plainSound).join(' '),
  200_000,
)

/** The words of the notices and the lexicon by their sound; of those that sound alike the most frequent. */
const wordsBySound = keptFor(({ entries }: Catalogue): ReadonlyMap<string, Spelled> => {
  const counts = new Map<string, number>()
  const count = (word: string, times: number): void => {
    if (/^\p{Script=Han}{2,5}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  for (const { clause } of entries) for (const { segment } of dictionaryWords(clause.text)) count(segment, 1)
  for (const { asks } of Object.values(aspects)) for (const word of asks) count(word, 5)
  for (const word of [...questionWords, ...related.flat()]) count(word, 3)
  for (const word of Object.keys(everyday)) count(word, 1)
  const bySound = new Map<string, Spelled>()
  for (const [word, times] of counts) {
    const sound = soundsOf(word)
    if (times > (bySound.get(sound)?.times ?? 0)) bySound.set(sound, { word, times })
  }
  return bySound
})

/** The syllables of a word in Latin letters, the longest first where it can be cut in several ways; none where it is no pinyin. */
function syllablesOf(letters: string): string[] | undefined {
  if (letters === '') return []
  for (let size = Math.min(longestSyllable, letters.length); size > 0; size--) {
    if (!syllables.has(letters.slice(0, size))) continue
    const rest = syllablesOf(letters.slice(size))
    if (rest) return [letters.slice(0, size), ...rest]
  }
  return undefined
}

type Way = { cost: number; read: number; words: string[] }

/** The cheapest way of reading syllables as words. */
function cheapest(sounds: readonly string[], bySound: ReadonlyMap<string, Spelled>): Way {
  const ways: Way[] = [{ cost: 0, read: 0, words: [] }]
  for (let to = 1; to <= sounds.length; to++) {
    const steps = Array.from({ length: Math.min(longestWord, to) }, (_, at): Way => {
      const size = at + 1
      const before = ways[to - size]!
      const own = sounds.slice(to - size, to)
      const known = bySound.get(own.map(plainSound).join(' '))
      const step = (cost: number, read: number, word: string): Way => ({
        cost: before.cost + cost,
        read: before.read + read,
        words: [...before.words, word],
      })
      if (known && size > 1) return step(ofWord - Math.min(0.3, Math.log(known.times) / 30), size, known.word)
      if (size > 1) return { ...before, cost: Number.POSITIVE_INFINITY }
      const character = characters[own[0]!]
      return character === undefined ? step(ofUnread, 0, ` ${own[0]!} `) : step(ofCharacter, 1, character)
    })
    ways.push(steps.reduce((best, way) => (way.cost < best.cost ? way : best)))
  }
  return ways.at(-1)!
}

/** Latin words in a row; what has no vowel is an abbreviation and parts them: PCT, ppt. */
const run = /(?:(?![bcdfghjklmnpqrstvwxyz]+\b)[a-z]+(?:[ ',，]+|\b))+/giu

/** The syllables of a run of Latin words that may be pinyin as a whole. */
const spelledRun = (letters: string): string[] | undefined => {
  const words = letters
    .toLowerCase()
    .split(/[ ',，]+/u)
    .filter(Boolean)
  const cut = words.map(syllablesOf)
  return cut.every((one) => one !== undefined) && cut.flat().length >= fewest ? cut.flat() : undefined
}

/**
 * A text in which words typed in pinyin without tones stand in characters: cailiao song dao nali → 材料送到哪里. Letters that
 * are no pinyin, or of which too little can be read, stay as they are.
 */
export const readPinyin = (catalogue: Catalogue, text: string): string =>
  text.replace(run, (letters) => {
    const sounds = spelledRun(letters)
    if (!sounds) return letters
    const { read, words } = cheapest(sounds, wordsBySound(catalogue))
    return read / sounds.length >= leastRead ? words.join('').replace(/ +/gu, ' ').trim() : letters
  })

/** Whether the Latin words of a text are all pinyin, and enough of them to be a message: no English sentence is. */
export function isPinyin(text: string): boolean {
  const runs = text.match(run) ?? []
  return runs.length > 0 && runs.every((letters) => spelledRun(letters) !== undefined)
}
