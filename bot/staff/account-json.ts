import { z } from 'zod'
import { type Account, AccountError } from '../../services/staff/accounts.ts'
import { StaleAccount } from '../../services/staff/change-account.ts'
import { roles } from '../../services/staff/role.ts'
import { Problem } from '../problem.ts'

/** An account as administrators read it. */
export const accountSchema = z.object({
  name: z.string(),
  role: z.enum(roles),
  isDisabled: z.boolean(),
  isFromOutside: z.boolean(),
  hasSecondFactor: z.boolean(),
  createdAt: z.string(),
  version: z.int(),
})

export const accountJson = ({ createdAt, ...account }: Account): z.infer<typeof accountSchema> => ({
  ...account,
  createdAt: createdAt.toISOString(),
})

/** Passes on what work on accounts leads to; what it may not do is told to whoever asked. */
export async function orAccountProblem<Result>(work: Promise<Result>, submitted?: unknown): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StaleAccount) {
      throw new Problem(409, error.message, undefined, { stored: accountJson(error.stored), submitted })
    }
    if (error instanceof AccountError) throw new Problem(400, error.message)
    throw error
  }
}
