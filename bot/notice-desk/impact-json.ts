import { z } from 'zod'
import type { Impact } from '../../knowledge/importing/impact.ts'

const saidSchema = z.object({ text: z.string(), source: z.string().optional() })

export const impactSchema = z.object({
  answers: z.array(z.object({ question: z.string(), before: saidSchema, after: saidSchema })),
  missed: z.array(z.object({ question: z.string(), quote: z.string(), after: saidSchema })),
  curated: z.array(z.object({ id: z.int(), question: z.string(), because: z.string() })),
  programmes: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  savedChecks: z.int(),
  /** How many of the questions were asked before the time was over. */
  asked: z.int(),
  questions: z.int(),
}) satisfies z.ZodType<Impact>
