import { z } from 'zod'
import type { Database } from '../../knowledge/database/schema.ts'
import { type Edition, listEditions, versionsInUse } from '../../knowledge/notice-editions.ts'
import { type ListedNotice, listNotices } from '../../knowledge/notice-store.ts'
import type { ListedDraft } from '../../services/staff/notices/draft.ts'
import { listDrafts } from '../../services/staff/notices/draft-store.ts'

const editionSchema = z.object({ title: z.string(), ended: z.string(), isUndone: z.boolean() })
const draftSchema = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  fileName: z.string(),
  author: z.string(),
  updatedAt: z.string(),
  scheduledFor: z.string().nullable(),
  trouble: z.string().nullable(),
})

export const shelfSchema = z.object({
  inUse: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      title: z.string(),
      documentNumber: z.string().nullable(),
      issuer: z.string(),
      issued: z.string().nullable(),
      year: z.int(),
      clauses: z.int(),
      isAdded: z.boolean(),
      /** Whether a rollback leads anywhere: to an edition before, or out of use. */
      canRollBack: z.boolean(),
      editions: z.array(editionSchema),
    }),
  ),
  drafts: z.array(draftSchema),
  scheduled: z.array(draftSchema),
  removed: z.array(
    z.object({ id: z.string(), version: z.string(), title: z.string(), editions: z.array(editionSchema) }),
  ),
})

export type Shelf = z.infer<typeof shelfSchema>
export type ShownNotice = Shelf['inUse'][number]
export type ShownDraft = Shelf['drafts'][number]

const editionJson = ({ title, ended, isUndone }: Edition) => ({ title, ended: ended.toISOString(), isUndone })

const draftJson = ({ updatedAt, scheduledFor, trouble, ...draft }: ListedDraft): ShownDraft => ({
  ...draft,
  updatedAt: updatedAt.toISOString(),
  scheduledFor: scheduledFor ?? null,
  trouble: trouble ?? null,
})

const noticeJson = (notice: ListedNotice, version: string, editions: readonly Edition[]): ShownNotice => ({
  id: notice.id,
  version,
  title: notice.title,
  documentNumber: notice.documentNumber ?? null,
  issuer: notice.issuer,
  issued: notice.issued ?? null,
  year: notice.year,
  clauses: Number(notice.clauses),
  isAdded: notice.added,
  canRollBack: notice.added || editions.some(({ isUndone }) => !isUndone),
  editions: editions.map(editionJson),
})

/** All notices and drafts there are. */
export async function readShelf(db: Database): Promise<Shelf> {
  const listed = await listNotices(db)
  const versions = await versionsInUse(db)
  const editions = Map.groupBy(await listEditions(db), ({ notice }) => notice)
  const drafts = (await listDrafts(db)).map(draftJson)
  const removed = [...editions].filter(([id, own]) => !versions.has(id) && own.some(({ isUndone }) => !isUndone))
  return {
    inUse: listed.map((one) => noticeJson(one, versions.get(one.id) ?? 'removed', editions.get(one.id) ?? [])),
    drafts: drafts.filter(({ scheduledFor }) => scheduledFor === null),
    scheduled: drafts.filter(({ scheduledFor }) => scheduledFor !== null),
    removed: removed.map(([id, own]) => ({
      id,
      version: 'removed',
      title: own[0]!.title,
      editions: own.map(editionJson),
    })),
  }
}
