import { z } from 'zod'
import type { Database } from '../../knowledge/database/schema.ts'
import { type Edition, listEditions, versionsInUse } from '../../knowledge/notice-editions.ts'
import { type ListedNotice, listNotices } from '../../knowledge/notice-store.ts'
import type { AuditEntry } from '../../services/staff/audit.ts'
import type { ListedDraft } from '../../services/staff/notices/draft.ts'
import { listDrafts } from '../../services/staff/notices/draft-store.ts'
import { listNoticeChanges, noticeSubject } from '../../services/staff/notices/publish-draft.ts'

/** Who put it in use, took it back or out, and when. */
const stepSchema = z.object({ at: z.string(), who: z.string(), action: z.string() })
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
      history: z.array(stepSchema),
    }),
  ),
  drafts: z.array(draftSchema),
  scheduled: z.array(draftSchema),
  removed: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      title: z.string(),
      editions: z.array(editionSchema),
      history: z.array(stepSchema),
    }),
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

const stepJson = ({ at, who, action }: AuditEntry) => ({ at: at.toISOString(), who, action })

type Past = { editions: readonly Edition[]; history: readonly AuditEntry[] }

const noticeJson = (notice: ListedNotice, version: string, { editions, history }: Past): ShownNotice => ({
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
  history: history.map(stepJson),
})

/** All notices and drafts there are. */
export async function readShelf(db: Database): Promise<Shelf> {
  const listed = await listNotices(db)
  const versions = await versionsInUse(db)
  const editions = Map.groupBy(await listEditions(db), ({ notice }) => notice)
  const steps = Map.groupBy(await listNoticeChanges(db), ({ subject }) => subject)
  const pastOf = (id: string): Past => ({
    editions: editions.get(id) ?? [],
    history: steps.get(noticeSubject(id)) ?? [],
  })
  const drafts = (await listDrafts(db)).map(draftJson)
  const removed = [...editions].filter(([id, own]) => !versions.has(id) && own.some(({ isUndone }) => !isUndone))
  return {
    inUse: listed.map((one) => noticeJson(one, versions.get(one.id) ?? 'removed', pastOf(one.id))),
    drafts: drafts.filter(({ scheduledFor }) => scheduledFor === null),
    scheduled: drafts.filter(({ scheduledFor }) => scheduledFor !== null),
    removed: removed.map(([id, own]) => ({
      id,
      version: 'removed',
      title: own[0]!.title,
      editions: own.map(editionJson),
      history: pastOf(id).history.map(stepJson),
    })),
  }
}
