import { equivalenceOf, plainText } from './plain-text.ts'

/** A text made for comparison, with where each of its characters begins and ends in the text that it was made from. */
export type PlacedText = { text: string; starts: number[]; ends: number[] }

/** `evenedOut(plainText(text))` that remembers its places. @param text As it stands in a notice. @param offset Added to each place. */
export function placedText(text: string, offset = 0): PlacedText {
  const plain: PlacedText = { text: '', starts: [], ends: [] }
  let at = offset
  for (const character of text) {
    append(plain, plainText(character), at, at + character.length)
    at += character.length
  }
  const evened: PlacedText = { text: '', starts: [], ends: [] }
  let taken = 0
  const copy = (end: number) => {
    for (; taken < end; taken += 1) append(evened, plain.text[taken]!, plain.starts[taken]!, plain.ends[taken]!)
  }
  for (const { index, word, meaning } of equivalenceOf(plain.text)) {
    copy(index)
    taken = index + word.length
    append(evened, meaning, plain.starts[index]!, plain.ends[taken - 1]!)
  }
  copy(plain.text.length)
  return evened
}

function append(to: PlacedText, text: string, start: number, end: number): void {
  to.text += text
  for (let count = text.length; count > 0; count -= 1) {
    to.starts.push(start)
    to.ends.push(end)
  }
}
