import { z } from 'zod'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { knowers } from './knowers.ts'

const words = z.string().trim().min(1).max(600)
const names = z.array(words).max(60)

/** A fact as it is put to those who write English; the same places as in the fact itself. */
const englishFactSchema = z.strictObject({
  label: words,
  prompt: words,
  help: words,
  why: words,
  need: words.optional(),
  yes: words.optional(),
  no: words.optional(),
  unit: words.optional(),
  /** How many of `unit` are one of the fact's own: 10,000 yuan are one 万元. */
  perUnit: z.number().positive().optional(),
  /** By the values of the options. */
  options: z.record(z.string(), words).optional(),
  /** Names for it that people use beside the label. */
  spokenAs: names.optional(),
})

/** What all facts have. */
const base = {
  /** What it is called in a reason, e.g. 有效发明专利. */
  label: words,
  /** The question put to people. */
  prompt: words,
  /** How to find and write the answer, with an example. */
  help: words,
  /** Why it is asked. */
  why: words,
  /**
   * How soon a unit can change what the fact says. A judgement of ours, not of any notice; it only sorts the nearest fix and
   * never touches a verdict. `soon`: the unit can do it by itself within weeks. `slow`: it takes months or depends on
   * others. `fixed`: it is what the unit is.
   */
  pace: z.enum(['soon', 'slow', 'fixed']),
  /** Why it can change soon, slowly or not at all. */
  paceNote: words,
  /** Names for it that people use beside the label, where they say several things at once. */
  spokenAs: names.optional(),
  /** Where those are of whom it holds: with one of `applicants`, a place says it, and another place denies it. */
  places: names.optional(),
  /** What those are called of whom it holds, where it says who may apply: by these words people tell their programme. */
  applicants: names.optional(),
  /** Who in a house usually knows it. It never touches a verdict; without it the unit and the name tell. */
  knownBy: z.enum(knowers).optional(),
  /** From which year on it counts: what people say of earlier years is not meant. */
  since: z.int().min(1900).max(2200).optional(),
  english: englishFactSchema.optional(),
  /** What of it a draft could not settle. */
  review: words.optional(),
}

/** A claim that holds or does not; the texts say what it takes (after 需), and what either answer means. */
const boolFactSchema = z.strictObject({ type: z.literal('bool'), ...base, need: words, yes: words, no: words })

/** A figure: `int` counts in `unit`, `number` is an amount ≥ 0 in `unit`, `percent` lies in 0…100. */
const figureFactSchema = z.strictObject({ type: z.enum(['int', 'number', 'percent']), ...base, unit: words })

const choiceFactSchema = z.strictObject({
  type: z.literal('choice'),
  ...base,
  options: z
    .array(z.strictObject({ value: words, label: words }))
    .min(2)
    .max(60),
})

/** A day of the calendar, such as that of a registration. */
const dateFactSchema = z.strictObject({ type: z.literal('date'), ...base })

/** Something an applicant can be asked. */
export const factSchema = z.discriminatedUnion(
  'type',
  [boolFactSchema, figureFactSchema, choiceFactSchema, dateFactSchema],
  { error: ({ code }) => (code === 'invalid_union' ? texts.factType : undefined) },
)

export type EnglishFact = z.infer<typeof englishFactSchema>
export type BoolFact = z.infer<typeof boolFactSchema>
export type FigureFact = z.infer<typeof figureFactSchema>
export type ChoiceFact = z.infer<typeof choiceFactSchema>
export type DateFact = z.infer<typeof dateFactSchema>
export type Fact = z.infer<typeof factSchema>

/** The name of a fact, the same in every programme that asks for it. */
export type FactKey = string
/** Facts by their keys. */
export type Facts = Readonly<Record<FactKey, Fact>>

/** The fact that a key stands for. @throws {Error} Where there is none: a document is checked for that before it is used. */
export function factAt(facts: Facts, key: FactKey): Fact {
  const fact = facts[key]
  if (!fact) throw new Error(`there is no fact ${key}`)
  return fact
}
