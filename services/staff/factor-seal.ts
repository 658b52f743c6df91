import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Database } from '../../knowledge/database/schema.ts'

/** Encrypts the secrets of second factors as the database keeps them. */
export type FactorSeal = {
  /** A secret as it is kept for an account. */
  seal(secret: string, account: string): string
  /** What was sealed; undefined where it is of another key or another account. */
  open(kept: string, account: string): string | undefined
}

const mark = 'sealed:'
const ivBytes = 12
const tagBytes = 16

/** Without a key secrets are kept as they are; none that was sealed is opened then. */
export const noSeal: FactorSeal = {
  seal: (secret) => secret,
  open: (kept) => (kept.startsWith(mark) ? undefined : kept),
}

/** Seals by AES-256-GCM, bound to the account, so that a row copied to another one is of no use. */
export function createFactorSeal(key: string): FactorSeal {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'zhixun second factor', 32))
  return {
    seal(secret, account) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', derived, iv).setAAD(Buffer.from(account))
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return mark + Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
    },
    open(kept, account) {
      if (!kept.startsWith(mark)) return kept
      const bytes = Buffer.from(kept.slice(mark.length), 'base64url')
      const [iv, tag, hidden] = [
        bytes.subarray(0, ivBytes),
        bytes.subarray(ivBytes, ivBytes + tagBytes),
        bytes.subarray(ivBytes + tagBytes),
      ]
      try {
        const cipher = createDecipheriv('aes-256-gcm', derived, iv, { authTagLength: tagBytes })
        cipher.setAAD(Buffer.from(account)).setAuthTag(tag)
        return Buffer.concat([cipher.update(hidden), cipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

const seals = new WeakMap<Database, FactorSeal>()

/** Says how the second factors of a database are sealed. */
export const setFactorSeal = (db: Database, seal: FactorSeal): void => void seals.set(db, seal)

export const factorSealOf = (db: Database): FactorSeal => seals.get(db) ?? noSeal

/** How the second factors of a database are kept: how many plainly, and of which accounts none can be read. */
export type KeptFactors = { plain: number; unreadable: string[] }

/**
 * Seals anew what is kept plainly or under the former key.
 *
 * @param former What the secrets are sealed with until now, where the key has changed.
 */
export async function resealFactors(db: Database, former: FactorSeal = noSeal): Promise<KeptFactors> {
  const seal = factorSealOf(db)
  const rows = await db
    .selectFrom('staff_account')
    .select(['name', 'second_factor as kept'])
    .where('second_factor', 'is not', null)
    .$narrowType<{ kept: string }>()
    .orderBy('name')
    .execute()
  const found: KeptFactors = { plain: 0, unreadable: [] }
  for (const { name, kept } of rows) {
    const isPlain = !kept.startsWith(mark)
    if (!isPlain && seal.open(kept, name) !== undefined) continue
    const secret = former.open(kept, name)
    if (secret === undefined) found.unreadable.push(name)
    else if (seal === noSeal) found.plain += 1
    else await replaceSealed(db, name, kept, seal.seal(secret, name))
  }
  return found
}

/** Unless it has changed meanwhile. */
async function replaceSealed(db: Database, name: string, kept: string, sealed: string): Promise<void> {
  await db
    .updateTable('staff_account')
    .set({ second_factor: sealed })
    .where('name', '=', name)
    .where('second_factor', '=', kept)
    .execute()
}
