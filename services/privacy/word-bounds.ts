const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where the words of a text begin, by the dictionary that comes with Node; in UTF-16 code units. */
export const wordBounds = (text: string): ReadonlySet<number> =>
  new Set([...segmenter.segment(text)].map(({ index }) => index))

/** Whether some signs are one word of that dictionary. */
export function isWord(signs: string): boolean {
  const [first] = segmenter.segment(signs)
  return [...signs].length > 1 && first?.segment === signs
}
