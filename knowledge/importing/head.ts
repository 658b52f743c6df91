import { readMarker } from '../parsing/markers.ts'
import { endsSentence } from '../parsing/read-paragraphs.ts'

/** Lines from the top that may be the head of a document. */
const reach = 40
/** Shorter lines are no running text, whatever they end in. */
const shortestSentence = 24
const contents = /^目[录次]$/u

/** How many lines stand before the first provision, sentence or table of contents. @param lines Without white space. */
export function headLength(lines: readonly { text: string }[]): number {
  const at = lines.slice(0, reach).findIndex(({ text }) => isBody(text))
  return at < 0 ? Math.min(lines.length, reach) : at
}

/** A line of acts, 「（2021年10月28日……通过）」, is part of the head however long it is. */
const acts = /(?:通过|修订|修正|公布|发布|批准|施行|印发)[）)]?$/u

const isBody = (text: string): boolean =>
  readMarker(text) !== undefined ||
  contents.test(text) ||
  (text.length >= shortestSentence && endsSentence(text) && !/[:：]$/u.test(text) && !acts.test(text))
