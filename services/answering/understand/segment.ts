import { keptByText } from '../../../knowledge/kept.ts'
import { dictionaryWords } from '../../../knowledge/language/dictionary-words.ts'

/** Forms of a question that are cut while it is answered. */
const mostForms = 32

/** A text cut into words by the dictionary that comes with Node; joined they are the text again. */
export const segmentsOf = keptByText(
  (text): readonly string[] => [...dictionaryWords(text)].map(({ segment }) => segment),
  mostForms,
)
