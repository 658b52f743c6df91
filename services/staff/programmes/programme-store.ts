import { type Selectable, sql } from 'kysely'
import type { Database } from '../../../knowledge/database/schema.ts'
import type { ProgrammeTable } from '../../../knowledge/database/staff-schema.ts'
import { type ProgrammeDocument, programmeDocumentSchema } from '../../eligibility/document.ts'
import { audit } from '../audit.ts'
import type { Carried } from './carried.ts'

/** A programme as staff have it before them: what they work on, and what is in use; `version` counts every change. */
export type WrittenProgramme = {
  id: string
  version: number
  document: ProgrammeDocument
  published: ProgrammeDocument | undefined
  /** What became of its rules when its notice changed; undefined where nobody need look. */
  carried: Carried | undefined
  isWithdrawn: boolean
  author: string
  updatedAt: Date
}

/** What became of a change: undefined where there is nothing of that id. */
export type ProgrammeChange = { kind: 'changed' | 'stale'; stored: WrittenProgramme }

export const columns = [
  'id',
  'version',
  'draft',
  'published',
  'author',
  'updated_at',
  'carried',
  'is_withdrawn',
] as const
type Row = Pick<Selectable<ProgrammeTable>, (typeof columns)[number]>
const read = (value: unknown): ProgrammeDocument => programmeDocumentSchema.parse(value)

export const fromRow = ({
  id,
  version,
  draft,
  published,
  author,
  updated_at,
  carried,
  is_withdrawn,
}: Row): WrittenProgramme => ({
  id,
  version,
  document: read(draft),
  published: published === null ? undefined : read(published),
  carried: (carried as Carried | null) ?? undefined,
  isWithdrawn: is_withdrawn,
  author,
  updatedAt: updated_at,
})

export const programmeSubject = (id: string): string => `programme:${id}`

/** What staff have written, the one changed last first. */
export async function listWritten(db: Database): Promise<WrittenProgramme[]> {
  const rows = await db.selectFrom('programme').select(columns).orderBy('updated_at', 'desc').execute()
  return rows.map(fromRow)
}

export async function findWritten(db: Database, id: string): Promise<WrittenProgramme | undefined> {
  const row = await db.selectFrom('programme').select(columns).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** What is kept of a programme: its document and, where that is told, what became of its rules; null where nobody need look any more. */
export type Saving = { document: ProgrammeDocument; version: number; carried?: Carried | null }

/**
 * Keeps a document to go on with; what is in use stays as it is.
 *
 * @param db Also a transaction, which it then becomes a part of.
 * @param saving `version` is that of the one it was written on; 0 where nobody has written one yet.
 */
export async function saveProgramme(db: Database, who: string, saving: Saving): Promise<ProgrammeChange> {
  if (!db.isTransaction) return db.transaction().execute((trx) => saveProgramme(trx, who, saving))
  return saveIn(db, who, saving)
}

async function saveIn(trx: Database, who: string, { document, version, carried }: Saving): Promise<ProgrammeChange> {
  const { id } = document
  const stored = await lockWritten(trx, id)
  if (stored && stored.version !== version) return { kind: 'stale', stored }
  const values = {
    draft: JSON.stringify(document),
    author: who,
    ...(carried !== undefined && { carried: carried && JSON.stringify(carried) }),
  }
  const row = stored
    ? await trx
        .updateTable('programme')
        .set({ ...values, version: version + 1, updated_at: sql`now()` })
        .where('id', '=', id)
        .returning(columns)
        .executeTakeFirstOrThrow()
    : await trx
        .insertInto('programme')
        .values({ id, ...values })
        .returning(columns)
        .executeTakeFirstOrThrow()
  await audit(trx, {
    who,
    action: 'programme-saved',
    subject: programmeSubject(id),
    ...(stored && { before: stored.document }),
    after: document,
  })
  return { kind: 'changed', stored: fromRow(row) }
}

/** Takes what was written of a programme away, as long as it is not in use. */
export async function dropWritten(trx: Database, who: string, id: string): Promise<void> {
  const [dropped] = await trx
    .deleteFrom('programme')
    .where('id', '=', id)
    .where('published', 'is', null)
    .returning('draft')
    .execute()
  if (dropped)
    await audit(trx, { who, action: 'programme-dropped', subject: programmeSubject(id), before: dropped.draft })
}

/** What is written of a programme, which nobody else changes until the transaction ends. */
export async function lockWritten(trx: Database, id: string): Promise<WrittenProgramme | undefined> {
  const row = await trx.selectFrom('programme').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}
