import { fold } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import { isSingle, lengthOf } from '../../../knowledge/language/characters.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import type { Question } from '../understand/question.ts'

/** Words without which a stretch may say the opposite of its sentence. */
const binding = /或者|除外|除.{1,20}外|但是|^但|不得|不予|方可|之一|任一|下列|以下情形/u

/**
 * The stretch of a long sentence that holds the value asked for, verbatim, without its closing sign. Undefined where the
 * sentence is short enough to stand for itself, or where no stretch is true alone.
 */
export function stretchFor(question: Question, sentence: string): string | undefined {
  const plain = sentence.replace(/[。；;\s]+$/u, '')
  if (lengthOf(plain) <= longestLead) return undefined
  const { kind, unit } = question.value
  if (kind === 'text' || binding.test(plain)) return undefined
  const held = plain
    .split(/[，；,;。]/u)
    .filter((stretch) => lengthOf(stretch) <= longestLead && holdsValue(fold(stretch), kind, unit))
    .map((stretch) => ({ stretch: stretch.trim(), words: wordsIn(question, stretch) }))
    .sort((a, b) => b.words - a.words)
  const [best, next] = held
  return best && best.words > (next?.words ?? 0) ? best.stretch : undefined
}

function wordsIn({ terms }: Question, stretch: string): number {
  const text = fold(stretch)
  return terms.reduce(
    (sum, { words, weight }) => sum + (words.some((word) => !isSingle(word) && text.includes(word)) ? weight : 0),
    0,
  )
}
