import { z } from 'zod'

const statusSchema = z.enum(['met', 'unmet', 'unknown'])

/** Where a statement stands. `quote` is a substring of the clause once white space is removed. */
export const sourceSchema = z.object({ notice: z.string(), clause: z.string(), quote: z.string() })

const answerSchema = z.union([z.boolean(), z.number(), z.string()])

const windowSchema = z.object({
  status: z.enum(['not-yet-open', 'open', 'closed']),
  opens: z.string().optional(),
  closes: z.string(),
  /** Whole days to the named last day, 0 on that day; only while open. */
  daysLeft: z.int().optional(),
  /** Whether it is closed since the notice was put out of force. */
  repealed: z.literal(true).optional(),
  note: z.string(),
  source: sourceSchema,
})

const criterionSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: statusSchema,
  required: z.string(),
  actual: z.string(),
  gap: z.string().optional(),
  /** The answer that is nearest to its limit, where one of several would do and all are short of theirs. */
  nearest: z.string().optional(),
  note: z.string().optional(),
  missing: z.array(z.string()).optional(),
  source: sourceSchema,
})

/** An unknown answer that must turn out to be `to` or better. */
const confirmationSchema = z.object({ key: z.string(), to: answerSchema, text: z.string() })

/** A known answer that would have to be `to` or better. */
const changeSchema = confirmationSchema.extend({
  from: answerSchema,
  /** `before-deadline`, `later` (not by then, or the window is closed) or `never` (it is what the unit is). */
  when: z.enum(['before-deadline', 'later', 'never']),
  why: z.string(),
})

export const nearestFixSchema = z.object({
  changes: z.array(changeSchema),
  confirmations: z.array(confirmationSchema),
  /** The latest `when` of all changes. */
  when: z.enum(['before-deadline', 'later', 'never']),
  text: z.string(),
})

/** What the checker says of one set of answers, one programme and one day. */
export const assessmentSchema = z
  .object({
    programme: z.string(),
    asOf: z.string(),
    /** Tells one state of the programme's rules from another: the same as long as nothing in them changes. */
    rulesVersion: z.string(),
    /** Who gave an answer that was not the person's own, in words; only for those, by key. */
    givenBy: z.record(z.string(), z.string()).optional(),
    /** What was judged, one entry for every question of the programme; null is unknown. */
    answers: z.record(z.string(), answerSchema.nullable()),
    window: windowSchema,
    /** The conditions alone, whatever the window. */
    verdict: z.enum(['eligible', 'ineligible', 'undetermined']),
    /** What of the notice has changed since the rules were written, and is judged by nobody. */
    warning: z.string().optional(),
    /** Set where it is told in English; what is quoted stays as it stands in the notice. */
    language: z.literal('en').optional(),
    /** Eligible and open. */
    canApplyNow: z.boolean(),
    criteria: z.array(criterionSchema),
    preferences: z.array(z.object({ id: z.string(), title: z.string(), status: statusSchema, source: sourceSchema })),
    commitments: z.array(z.object({ id: z.string(), text: z.string(), target: z.string(), source: sourceSchema })),
    support: z.object({
      amountWan: z.number().optional(),
      amountText: z.string(),
      places: z.int().optional(),
      placesText: z.string(),
      restrictions: z.array(z.string()),
      /** What the unit would get by its answers, and how that is worked out; `amountWan` once all answers are there. */
      estimates: z
        .array(z.object({ text: z.string(), amountWan: z.number().optional(), source: sourceSchema }))
        .optional(),
      source: sourceSchema,
      /** Every clause that the amount, the places and the restrictions rest on, in the notice's order. */
      sources: z.array(sourceSchema),
    }),
    preparation: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['form', 'evidence', 'submission', 'contact']),
        text: z.string(),
        /** The criterion or preference that a piece of evidence is for. */
        proves: z.string().optional(),
        /** The longest a field of the form may be, in characters. */
        maxCharacters: z.int().optional(),
        source: sourceSchema.optional(),
      }),
    ),
    /** What to do by when, counted back from the last day, earliest first; only while the window is open. */
    schedule: z.array(z.object({ date: z.string(), text: z.string() })).optional(),
    /** Only where the verdict is ineligible. */
    nearestFix: nearestFixSchema.optional(),
  })
  .meta({ id: 'Assessment' })

export type Source = z.infer<typeof sourceSchema>
export type Assessment = z.infer<typeof assessmentSchema>
export type CriterionResult = Assessment['criteria'][number]
export type NearestFix = z.infer<typeof nearestFixSchema>
export type Change = NearestFix['changes'][number]
export type Confirmation = NearestFix['confirmations'][number]
