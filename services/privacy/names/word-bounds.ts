import { dictionaryWords } from '../../../knowledge/language/dictionary-words.ts'

/** Where the words of a text begin, by the dictionary that comes with Node; in UTF-16 code units. */
export const wordBounds = (text: string): ReadonlySet<number> =>
  new Set([...dictionaryWords(text)].map(({ index }) => index))

/** Whether some signs are one word of that dictionary. */
export function isWord(signs: string): boolean {
  const [first] = dictionaryWords(signs)
  return [...signs].length > 1 && first?.segment === signs
}
