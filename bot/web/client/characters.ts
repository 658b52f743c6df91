/** How many characters a text has, as the server counts them (`knowledge/language/characters.ts`): an emoji of one code point is one. */
export const lengthOf = (text: string): number => [...text].length

/** The beginning of a text, of at most so many characters. */
export const cutTo = (text: string, most: number): string => [...text].slice(0, most).join('')
