import { z } from 'zod'

/** A clause as it is given over HTTP. */
export const clauseSchema = z.object({
  id: z.string(),
  parent: z.string().optional(),
  kind: z.string(),
  marker: z.string().optional(),
  heading: z.string(),
  path: z.string(),
  text: z.string(),
  quote: z.string(),
  cells: z.record(z.string(), z.string()).optional(),
})
