import type { Database } from '../../knowledge/database/schema.ts'
import { operationTexts as words } from '../../prompts/operation-texts.ts'
import { createFactorSeal, resealFactors, setFactorSeal } from '../../services/staff/factor-seal.ts'

export type SealKeys = { secondFactorKey?: string | undefined; formerSecondFactorKey?: string | undefined }

/** Keeps the second factors of accounts sealed, where there is a key; tells where some are not, or can't be read. */
export async function sealFactors(
  db: Database,
  { secondFactorKey: key, formerSecondFactorKey: former }: SealKeys,
  onNote: (note: string) => void = () => undefined,
): Promise<void> {
  if (key !== undefined) setFactorSeal(db, createFactorSeal(key))
  const { plain, unreadable } = await resealFactors(db, former === undefined ? undefined : createFactorSeal(former))
  if (plain > 0) onNote(words.factorsPlain(plain))
  if (unreadable.length > 0) onNote(words.factorsUnreadable(unreadable))
}
