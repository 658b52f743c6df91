import type { Database } from '../database/schema.ts'
import {
  addNotice,
  type Addition,
  type ListedNotice,
  listNotices,
  noticesVersion,
  removeNotice,
  syncNotices,
} from '../notice-store.ts'
import type { Notice, NoticeMetadata } from '../parsing/notice.ts'
import type { Readings } from './derive-metadata.ts'
import { type Impact, noImpact } from './impact.ts'
import { prepareOffThread } from './prepare-off-thread.ts'
import type { ImportedNotice, Twin } from './prepare-notice.ts'

/** What somebody should look at since a notice is as it is now. */
export type Concern = { notice: string; text: string }

/** What was made of an addition; `readings` are the words that its metadata were read from. */
export type AddedNotice = { addition: Addition; metadata: NoticeMetadata; clauses: number; readings: Readings }

/** What an addition would make and change; `twin` is the notice in use whose number or title it carries. */
export type SeenNotice = Omit<AddedNotice, 'addition'> & { twin?: Twin; impact: Impact }

/** What people do with the notices. Arguments and results are plain data: they may go between processes. */
export type NoticeDesk = {
  list(): Promise<ListedNotice[]>
  /** What `add` would do, without doing it. @throws {ImportError} When what was imported is no notice. */
  preview(imported: ImportedNotice): Promise<SeenNotice>
  /** @throws {ImportError} When what was imported is no notice. */
  add(imported: ImportedNotice): Promise<AddedNotice>
  /** Resolves to whether there was such a notice. */
  remove(id: string): Promise<boolean>
  /** What the notices in use, as they are now, leave somebody to look at. */
  concerns(): Promise<Concern[]>
}

/**
 * The notices of a database, to be listed, added and removed.
 *
 * @param db Migrated; the index is brought in line with `bundled` before anything else.
 * @param onChange Called after every change with the notices as they are, before the desk answers.
 * @param concernsOf What rests on the notices and doesn't hold any more.
 * @param measure What would change if a notice were among those in use.
 */
export function openNoticeDesk(
  db: Database,
  bundled: Notice[],
  onChange: (notices: Notice[]) => Promise<void> = async () => {},
  concernsOf: (notices: Notice[]) => Promise<Concern[]> = async () => [],
  measure: (inUse: Notice[], notice: Notice) => Promise<Impact> = async () => noImpact,
): NoticeDesk {
  const inLine = () => syncNotices(db, bundled)
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    await inLine()
    const before = await noticesVersion(db)
    const outcome = await change()
    if ((await noticesVersion(db)) !== before) await onChange((await inLine()).notices)
    return outcome
  }
  return {
    list: async () => {
      await inLine()
      return listNotices(db)
    },
    preview: async (imported) => {
      const { notices } = await inLine()
      const { notice, readings, twin } = await prepareOffThread(imported, bundled, await listNotices(db))
      return { readings, impact: await measure(notices, notice), ...told(notice), ...(twin && { twin }) }
    },
    add: (imported) =>
      changing(async () => {
        const { notice, readings, statements } = await prepareOffThread(imported, bundled, await listNotices(db))
        const addition = await addNotice(db, bundled, notice, statements)
        return { addition, readings, ...told(notice) }
      }),
    remove: (id) => changing(() => removeNotice(db, bundled, id)),
    concerns: async () => concernsOf((await inLine()).notices),
  }
}

/** A notice without its text. */
function told({ source: _source, clauses, ...metadata }: Notice): Pick<AddedNotice, 'metadata' | 'clauses'> {
  return { metadata, clauses: clauses.length }
}
