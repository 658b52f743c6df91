import { keptByText } from '../../../knowledge/kept.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Forms of a question that are cut while it is answered. */
const mostForms = 32

/** A text cut into words by the dictionary that comes with Node; joined they are the text again. */
export const segmentsOf = keptByText(
  (text): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment),
  mostForms,
)
