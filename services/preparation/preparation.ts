/**
 * One thing to prepare. `form` is a form and how to fill it, `evidence` what proves a criterion or preference,
 * `submission` how and when to hand in, `contact` whom to turn to.
 */
export type PreparationItem = {
  id: string
  kind: 'form' | 'evidence' | 'submission' | 'contact'
  text: string
  /**
   * The words of the programme's notice it rests on, `section` as in the rules; absent where the notice says
   * nothing and the text says that it does not.
   */
  quote?: string
  section?: string
  /** The criterion or preference that a piece of evidence is for. */
  proves?: string
  /** The longest a field of the form may be, in characters. */
  maxCharacters?: number
}

/** What a notice calls 相关证明材料 and leaves open; the list is advice, and each text says so. */
export function evidence(proves: string, quote: string, text: string): PreparationItem {
  return { id: `evidence-${proves}`, kind: 'evidence', proves, quote, text: `建议备齐：${text}` }
}
