import { z } from 'zod'
import { squeeze } from '../language/clean-text.ts'
import { lengthOf } from '../language/characters.ts'

const upTo = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .refine((text) => lengthOf(text) >= least && lengthOf(text) <= most, { error: `要 ${least} 到 ${most} 个字` })

/** What is said twice alike counts once. */
const eachOnce = <Entry>(entries: Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
]

/**
 * How people speak of a notice, as staff have said: short names of it, what they say for a word of it, and questions each with
 * the stretch of the notice that answers it. They help to find it; nothing of them is ever an answer.
 */
export const spokenSchema = z.strictObject({
  names: z.array(upTo(20, 2)).max(20).overwrite(eachOnce).default([]),
  equivalents: z
    .array(z.strictObject({ said: upTo(12, 2), written: upTo(20, 2) }))
    .max(60)
    .overwrite(eachOnce)
    .default([]),
  questions: z
    .array(z.strictObject({ question: upTo(100, 2), quote: upTo(300, 2) }))
    .max(60)
    .overwrite(eachOnce)
    .default([]),
})

export type Spoken = z.infer<typeof spokenSchema>

export const nothingSpoken: Spoken = { names: [], equivalents: [], questions: [] }

export const isSpoken = ({ names, equivalents, questions }: Spoken): boolean =>
  names.length + equivalents.length + questions.length > 0

/** Whether words stand in a text, white space apart. */
export const isHeld = (source: string, words: string): boolean => squeeze(source).includes(squeeze(words))

/** The words that it says stand in a text and do not: those of equivalents, and quotes. */
export const unheldBy = (source: string, { equivalents, questions }: Spoken): string[] =>
  [...equivalents.map(({ written }) => written), ...questions.map(({ quote }) => quote)].filter(
    (words) => !isHeld(source, words),
  )

/** What of it still holds for another text of the same notice. */
export const spokenIn = (source: string, { names, equivalents, questions }: Spoken): Spoken => ({
  names,
  equivalents: equivalents.filter(({ written }) => isHeld(source, written)),
  questions: questions.filter(({ quote }) => isHeld(source, quote)),
})
