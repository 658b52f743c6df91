import type { Unit } from '../understand/question.ts'

/** A number as such: 10 is neither in 100 nor in 10.5. */
export function holdsNumber(text: string, digits: string): boolean {
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    if (
      !/[\d.]/u.test(text[at - 1] ?? '') &&
      !/^(?:\d|[.]\d)/u.test(text.slice(at + digits.length, at + digits.length + 2))
    )
      return true
  }
  return false
}

const number = /^\d+(?:\.\d+)?$/u
/** Whether a unit is a number, which is held apart from what stands beside it. */
export const isNumber = ({ words: [first = ''] }: Unit): boolean => number.test(first)
/** What another word for the same counts beside the word itself. */
const otherWord = 0.9

/** How much of a unit a text holds, 0 … 1. */
export function held(text: string, unit: Unit): number {
  const [first = ''] = unit.words
  if (number.test(first)) return holdsNumber(text, first) ? 1 : 0
  if (text.includes(first)) return 1
  if (first.length === 1) return 0
  return unit.words.some((word) => word.length > 1 && text.includes(word)) ? otherWord : 0
}
