import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const words = z.string().trim().min(1).max(2000)

/**
 * One thing to prepare, in a programme's document. `form` is a form and how to fill it, `evidence` what proves a criterion
 * or preference, `submission` how and when to hand in, `contact` whom to turn to.
 */
export const preparationItemSchema = z.strictObject({
  id,
  kind: z.enum(['form', 'evidence', 'submission', 'contact']),
  text: words,
  /**
   * The words of the programme's notice it rests on, `section` as in the rules; absent where the notice says nothing and
   * the text says that it does not.
   */
  quote: words.optional(),
  section: z.string().optional(),
  notice: z.string().optional(),
  /** The criterion or preference that a piece of evidence is for. */
  proves: id.optional(),
  /** The longest a field of the form may be, in characters. */
  maxCharacters: z.int().min(1).optional(),
  english: z.strictObject({ text: words }).optional(),
  /** What of it a draft could not settle. */
  review: words.optional(),
})

export type PreparationItem = z.infer<typeof preparationItemSchema>
