import { shortened } from '../../knowledge/language/characters.ts'

/** Things laid before a model, each under its number from 1 and on one line. @param most Characters of each. */
export const numbered = (things: readonly string[], most = 300): string =>
  things.length === 0
    ? '（无）'
    : things.map((text, at) => `[${at + 1}] ${shortened(text.replace(/\s+/gu, ' '), most)}`).join('\n')
