/** Characters that count when words are compared: no white space, no punctuation, one shape and case. */
function counted(text: string): { plain: string; places: number[] } {
  const places: number[] = []
  let plain = ''
  let at = 0
  for (const character of text) {
    const folded = character.normalize('NFKC').toLowerCase()
    for (const sign of folded) {
      if (!/[\p{L}\p{N}%]/u.test(sign)) continue
      plain += sign
      places.push(...Array<number>(sign.length).fill(at))
    }
    at += character.length
  }
  return { plain, places }
}

/** The words of a text that count, joined. */
export const plainWords = (text: string): string => counted(text).plain

/**
 * Finds words in a text, whatever the spaces, punctuation and shapes of characters on either side.
 *
 * @returns Where they begin and end in the text, in code units; undefined where they don't stand in it.
 */
export function findWords(text: string, words: string): { from: number; to: number } | undefined {
  const sought = plainWords(words)
  const { plain, places } = counted(text)
  const start = sought === '' ? -1 : plain.indexOf(sought)
  if (start < 0) return undefined
  const from = places[start] ?? 0
  const last = places[start + sought.length - 1] ?? from
  // A full stop that follows belongs to the sentence.
  const tail = /^.[\p{P}\s]*/u.exec(text.slice(last))?.[0].length ?? 1
  return { from, to: last + tail }
}
