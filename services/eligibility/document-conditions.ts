import { z } from 'zod'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { byKey } from './document-shapes.ts'
import { isDate } from './window.ts'

/** A length of time in one of three units. */
export type Period = { years: number } | { months: number } | { days: number }

/** What a figure is held against, in the fact's own unit: at least one bound, with both it must lie between. */
export type Bounds = { fact: string; atLeast?: number; moreThan?: number; atMost?: number; lessThan?: number }
/** What a day is held against: days of the calendar, themselves included. */
export type DayBounds = { fact: string; notBefore?: string; notAfter?: string }
/**
 * What a day is held against as seen from the day of the check: 成立满三年, 近三年内. The days this comes to are there once that
 * day is known, see `holdOn`; until then no answer decides it.
 */
export type AgoBounds = DayBounds & { atLeastAgo?: Period; withinLast?: Period }

export type Comparison =
  Bounds | { fact: string; is: boolean } | { fact: string; oneOf: readonly string[] } | DayBounds | AgoBounds

/** `unsettled`: it is not known what the notice says here, so that no answer decides it. */
export type Condition =
  | Comparison
  | { allOf: readonly Condition[] }
  | { anyOf: readonly Condition[] }
  | { atLeastOf: { count: number; of: readonly Condition[] } }
  | { if: Condition; then: Condition }
  | { unsettled: Condition }

/** An amount in 万元, or how it is worked out. */
export type Amount =
  | { wan: number }
  | { percent: number; of: string }
  | { wan: number; per: string }
  | { lowerOf: readonly Amount[] }
  | { upTo: number; amount: Amount }
  | { cases: readonly { when: Condition; amount: Amount }[] }

export const factKeySchema = z.string().regex(/^[a-z][A-Za-z0-9]{1,63}$/, { error: texts.factKey })
export const daySchema = z.string().refine(isDate, { error: texts.day })

const figure = z.number().min(0)
const positive = z.int().min(1)
const period: z.ZodType<Period> = byKey<Period>(texts.period, {
  years: z.strictObject({ years: positive }),
  months: z.strictObject({ months: positive }),
  days: z.strictObject({ days: positive }),
})

const bounds = z
  .strictObject({
    fact: factKeySchema,
    atLeast: figure.optional(),
    moreThan: figure.optional(),
    atMost: figure.optional(),
    lessThan: figure.optional(),
  })
  .refine(({ atLeast, moreThan }) => atLeast === undefined || moreThan === undefined, { error: texts.oneLowerBound })
  .refine(({ atMost, lessThan }) => atMost === undefined || lessThan === undefined, { error: texts.oneUpperBound })
const days = z.strictObject({ fact: factKeySchema, notBefore: daySchema.optional(), notAfter: daySchema.optional() })
const ago = z.strictObject({ fact: factKeySchema, atLeastAgo: period.optional(), withinLast: period.optional() })

const nested: z.ZodType<Condition> = z.lazy(() => conditionSchema)
const parts = z.array(nested).max(30)

/** A condition as it stands in a document; which kind it is, is told by its keys. */
export const conditionSchema: z.ZodType<Condition> = byKey<Condition>(texts.condition, {
  unsettled: z.strictObject({ unsettled: nested }),
  allOf: z.strictObject({ allOf: parts }),
  anyOf: z.strictObject({ anyOf: parts.min(1) }),
  atLeastOf: z.strictObject({
    atLeastOf: z
      .strictObject({ count: positive, of: parts.min(2) })
      .refine(({ count, of }) => count <= of.length, { error: texts.count, path: ['count'] }),
  }),
  if: z.strictObject({ if: nested, then: nested }),
  is: z.strictObject({ fact: factKeySchema, is: z.boolean() }),
  oneOf: z.strictObject({ fact: factKeySchema, oneOf: z.array(z.string()).min(1).max(60) }),
  atLeast: bounds,
  moreThan: bounds,
  atMost: bounds,
  lessThan: bounds,
  notBefore: days,
  notAfter: days,
  atLeastAgo: ago,
  withinLast: ago,
})

const nestedAmount: z.ZodType<Amount> = z.lazy(() => amountSchema)

/** An amount as it stands in a document. */
export const amountSchema: z.ZodType<Amount> = byKey<Amount>(texts.amount, {
  lowerOf: z.strictObject({ lowerOf: z.array(nestedAmount).min(2).max(10) }),
  upTo: z.strictObject({ upTo: figure, amount: nestedAmount }),
  cases: z.strictObject({
    cases: z
      .array(z.strictObject({ when: conditionSchema, amount: nestedAmount }))
      .min(1)
      .max(30),
  }),
  percent: z.strictObject({ percent: figure.max(1000), of: factKeySchema }),
  per: z.strictObject({ wan: figure, per: factKeySchema }),
  wan: z.strictObject({ wan: figure }),
})
