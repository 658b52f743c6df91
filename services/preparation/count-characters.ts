/** How long a text is, counted in the two ways in which 字数 is counted. */
export type CharacterCount = {
  /** As word processors count 字数: a Chinese character or mark is one, a run of letters and digits is one. */
  words: number
  /** Every character but blanks and line breaks. */
  characters: number
}

const run = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\d.,:;!?'"()[\]{}<>/\\@#$%^&*_+=|~`-]+/gu

/** Counts a text in both ways; a character outside the basic plane is one. */
export function countCharacters(text: string): CharacterCount {
  const pieces = text.normalize('NFC').split(/[\s\u200b\ufeff]+/u)
  const sum = (countOf: (piece: string) => string) =>
    pieces.reduce((total, piece) => total + [...countOf(piece)].length, 0)
  return { words: sum((piece) => piece.replace(run, 'a')), characters: sum((piece) => piece) }
}

/** `within` and `over` in both ways of counting; `depends` where a limit says 字 and only one way exceeds it. */
export type LimitStatus = 'within' | 'over' | 'depends'

/** Holds a count against the longest that a field may be. */
export function holdLimit({ words, characters }: CharacterCount, limit: number): LimitStatus {
  if (characters <= limit) return 'within'
  return words > limit ? 'over' : 'depends'
}
