import type { Database } from '../../../knowledge/database/schema.ts'
import { type ProgrammeDocument, readDocument } from '../../eligibility/document.ts'
import { programmeSubject } from './programme-store.ts'

/** A version of a programme that was in use: by the number of the change that put it there; 0 is the one that ships. */
export type ProgrammeVersion = { change: number; at?: Date; who?: string; document: ProgrammeDocument }

/** Versions that are listed at most. */
const most = 50

/** What was in use of a programme, the latest first; a version that this release can't read any more is left out. */
export async function listVersions(db: Database, id: string): Promise<ProgrammeVersion[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['id', 'at', 'who', 'after'])
    .where('subject', '=', programmeSubject(id))
    .where('action', '=', 'programme-published')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ id: change, at, who, after }): ProgrammeVersion[] => {
    const read = readDocument(after)
    return 'document' in read ? [{ change: Number(change), at, who, document: read.document }] : []
  })
}
