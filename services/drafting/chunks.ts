import { type Facts, factsOf, isTime } from '../../knowledge/statements/facts.ts'
import { type Sentence, type Stretch, cut, splitSentences, stretch } from '../../knowledge/statements/split-text.ts'

export type { Facts, Stretch }
export { factsOf, isTime }

export type ReadSegment = Stretch & { chunks: Stretch[] }
export type ReadSentence = Omit<Sentence, 'segments'> & { segments: ReadSegment[] }

/** 18周岁以上，35周岁以下 is one figure: chunks that it spans are one. */
function whole(facts: Facts, chunks: Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const chunk of chunks) {
    const last = joined.at(-1)
    const isSplit = last && facts.figures.some(({ from, to }) => from < last.end && to > chunk.start)
    if (last && isSplit) joined[joined.length - 1] = stretch(facts.text, last.start, chunk.end)
    else joined.push(chunk)
  }
  return joined
}

/** 须为示范农场；经营面积：… has a label in it and is none as a whole. */
function unlabelled(facts: Facts, sentence: Sentence): Sentence {
  if (
    !sentence.label ||
    !/[；，]/u.test(sentence.label.text) ||
    /以下|下列|之一|如下|满足$|符合$|情形|不予|不得/u.test(sentence.label.text)
  )
    return sentence
  const { label: _label, ...rest } = sentence
  const segments = cut(facts.text, facts.depth, sentence, /[；;]/u).map((segment) => ({
    ...segment,
    chunks: cut(facts.text, facts.depth, segment, /[，,]/u),
  }))
  return { ...rest, segments }
}

/** The sentences of a text with their chunks, figures left whole. */
export function sentencesOf(facts: Facts, start = 0): ReadSentence[] {
  return splitSentences(facts.text, start)
    .map((found) => unlabelled(facts, found))
    .map((sentence) => ({
      ...sentence,
      segments: sentence.segments.map((segment) => ({ ...segment, chunks: whole(facts, segment.chunks) })),
    }))
}

/** The last place outside of brackets where a sign stands, -1 where there is none. */
export function lastOutside(text: string, sign: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if ('）)》”」'.includes(text[at]!)) depth++
    else if ('（(《“「'.includes(text[at]!)) depth--
    else if (depth === 0 && text[at] === sign) return at
  }
  return -1
}

/** Parts of a text between signs outside of brackets. */
export function partsOutside(text: string, sign: RegExp): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    if ('（(《“「'.includes(text[at]!)) depth++
    else if ('）)》”」'.includes(text[at]!)) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      sign.lastIndex = at
      const [found] = sign.exec(text) ?? []
      if (found === undefined || found === '') continue
      parts.push(text.slice(from, at))
      from = at + found.length
      at = from - 1
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '')
}
