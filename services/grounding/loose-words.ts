import connectives from '../../knowledge/lexicon/connectives.json' with { type: 'json' }
import omissible from '../../knowledge/lexicon/omissible.json' with { type: 'json' }
import type { Token } from './tokens.ts'

/** The places of a text that some of these words take up, where all of a word `counts`. */
function placesOf(
  text: string,
  words: readonly string[],
  counts: (start: number, end: number) => boolean = () => true,
): Set<number> {
  const places = new Set<number>()
  for (const word of words)
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1))
      if (counts(at, at + word.length)) for (let place = at; place < at + word.length; place += 1) places.add(place)
  return places
}

const isWithin = (places: ReadonlySet<number>, { start, end }: Token): boolean => {
  for (let at = start; at < end; at += 1) if (!places.has(at)) return false
  return true
}

/** Whether a sentence may have these tokens beyond its source: words that only join, or name where the clause stands. */
export function mayAdd(tokens: readonly Token[], text: string, names: readonly string[]): boolean {
  const places = placesOf(text, [...connectives, ...names])
  return tokens.every((token) => isWithin(places, token))
}

/** A number or address, which what stands in brackets beside it may belong to: 021-50723882（传真）. */
const isContact = ({ text }: Token): boolean => /^(?:phone|mail) /u.test(text)

/**
 * Whether a sentence may leave these tokens of its source out: words that change nothing, and as a whole brackets and
 * names of what it is all about. */
export function mayOmit(
  omitted: readonly Token[],
  source: string,
  tokens: readonly Token[],
  names: readonly string[],
): boolean {
  const left = new Set(omitted)
  const isLeft = (start: number, end: number) =>
    tokens.every((token) => token.start < start || token.end > end || left.has(token))
  const places = new Set([...placesOf(source, omissible), ...placesOf(source, names, isLeft)])
  const isAside = ({ brackets }: Token) =>
    brackets !== undefined &&
    !tokens.some(isContact) &&
    tokens.every((token) => token.brackets !== brackets || left.has(token))
  return omitted.every((token) => isAside(token) || (!token.isFigure && isWithin(places, token)))
}
