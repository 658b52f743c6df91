import { lengthOf } from '../../../knowledge/language/characters.ts'
import lexicon from '../../../knowledge/lexicon/small-talk.json' with { type: 'json' }
import surnames from '../../../knowledge/lexicon/surnames.json' with { type: 'json' }

type Meaning = keyof typeof lexicon.meanings
type Word = { text: string; isLatin: boolean; meanings: Meaning[] }

/** Characters of a message from which on it is no small talk, whatever its words. */
const longest = 60

const byText = Map.groupBy(
  Object.entries(lexicon.meanings).flatMap(([meaning, texts]) =>
    texts.map((text) => ({ text, meaning: meaning as Meaning })),
  ),
  ({ text }) => text,
)
const words: Word[] = [...byText]
  .map(([text, held]) => ({ text, isLatin: /^[a-z' ]+$/u.test(text), meanings: held.map(({ meaning }) => meaning) }))
  .sort((a, b) => b.text.length - a.text.length)
const staff = lexicon.meanings.staff
const kinds = lexicon.kinds as { kind: string; all: Meaning[] }[]

/** The word at the start of a text; a Latin one ends where its letters do. */
const wordAt = (text: string): Word | undefined =>
  words.find(
    ({ text: word, isLatin }) => text.startsWith(word) && !(isLatin && /^[a-z']/u.test(text.slice(word.length))),
  )

/** 王老师: a surname goes with the title after it. */
const isSurname = (text: string): boolean =>
  surnames.some((name) => text.startsWith(name) && staff.some((title) => text.startsWith(title, name.length)))

/**
 * What a short message means that consists of nothing but words from a closed set: `complaint`, `person`, `next` … One
 * word that is none of them, and the message is about something else.
 *
 * @param plain In plain shapes and lower case.
 */
export function readMeaning(plain: string): string | undefined {
  if (lengthOf(plain) > longest) return undefined
  let rest = plain
    .replace(/[\p{P}\p{S}\p{Extended_Pictographic}\s]+/gu, (run) => (run === "'" || run === '’' ? "'" : ' '))
    .trim()
  const found = new Set<Meaning>()
  while (rest !== '') {
    const word = wordAt(rest)
    if (!word && !isSurname(rest)) return undefined
    word?.meanings.forEach((meaning) => found.add(meaning))
    rest = rest.slice(word?.text.length ?? 1).trim()
  }
  return kinds.find(({ all }) => all.every((meaning) => found.has(meaning)))?.kind
}
