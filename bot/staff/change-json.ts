import { z } from 'zod'
import type { AuditEntry } from '../../services/staff/audit.ts'

/** A change as programs read it; `before` and `after` as far as they are kept, otherwise null. */
export const changeSchema = z.object({
  at: z.string(),
  who: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.json(),
  after: z.json(),
})

export const changeJson = ({ at, who, action, subject, before, after }: AuditEntry): z.infer<typeof changeSchema> => ({
  at: at.toISOString(),
  who,
  action,
  subject,
  before: (before ?? null) as z.core.util.JSONType,
  after: (after ?? null) as z.core.util.JSONType,
})
