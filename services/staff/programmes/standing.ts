import { createHash } from 'node:crypto'
import type { Database } from '../../../knowledge/database/schema.ts'
import { editionTexts } from '../../../knowledge/notice-editions.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { ProgrammeDraft } from '../../drafting/draft-programmes.ts'
import type { ProgrammeDocument } from '../../eligibility/document.ts'
import type { ResolvedProgramme } from '../../eligibility/resolve-programmes.ts'
import type { WrittenProgramme } from './programme-store.ts'

/** What the programmes are held against. */
export type Standing = {
  /** The notices in use, and those that came with the rules that ship. */
  notices: readonly Notice[]
  bundled: readonly Notice[]
  shipped: readonly ProgrammeDocument[]
  /** The programmes in use as they fit the notices. */
  programmes: readonly Pick<ResolvedProgramme, 'id' | 'notice' | 'changes' | 'facts'>[]
}

export type Desk = Standing & {
  trx: Database
  /** What was drafted of notices, by their id: of those added since, and of long ones. */
  drafts: ReadonlyMap<string, readonly ProgrammeDraft[]>
  written: readonly WrittenProgramme[]
  originals: ReadonlyMap<string, Notice>
}

/** Tells one text of a notice, or what is known of it, or what others change of it, from another. */
export function editionOf(notice: Notice, amending: readonly Notice[] = []): string {
  const content = ({ clauses: _, ...own }: Notice) => JSON.stringify(own)
  return createHash('sha256')
    .update([notice, ...amending].map(content).join('\n'))
    .digest('hex')
    .slice(0, 16)
}

export const noticeOf = ({ notices }: Standing, { notice }: ProgrammeDocument) =>
  notices.find(({ id }) => id === notice)

/** Every programme there is: as staff left it, or else as it ships. */
export function documentsOf({ shipped, written }: Desk): { document: ProgrammeDocument; row?: WrittenProgramme }[] {
  const own = shipped.filter(({ id }) => !written.some((row) => row.id === id))
  return [...own.map((document) => ({ document })), ...written.map((row) => ({ document: row.document, row }))]
}

/** The texts that a programme's rules may quote, the latest last. */
export async function textsBefore(
  { trx, bundled, originals }: Desk,
  { id, notice }: ProgrammeDocument,
): Promise<Notice[]> {
  const first = [bundled.find((one) => one.id === notice), originals.get(id)]
  return [...first.flatMap((one) => one ?? []), ...(await editionTexts(trx, notice))]
}
