import type { Database } from './database/schema.ts'
import { whileAlone } from './indexing/index-notices.ts'
import { editionInUse, takeLastEdition } from './notice-editions.ts'
import { addNotice, removeNotice } from './notice-store.ts'
import type { Notice } from './parsing/notice.ts'

/** What a rollback led to: the edition before is in use again, or the notice is not in use any more since there was none. */
export type Rollback = { kind: 'restored'; notice: Notice } | { kind: 'removed' }

/**
 * Puts the edition before the one in use in use again. An added notice that had none is taken out; one that was taken out comes
 * back.
 *
 * @returns Undefined where there is nothing to go back to.
 */
export async function rollBack(db: Database, bundled: Notice[], id: string): Promise<Rollback | undefined> {
  return whileAlone(db, async (trx) => {
    let last: Notice | undefined
    // One that was taken out and added again as it was leads nowhere.
    while ((last = await takeLastEdition(trx, id))) {
      const addition = await addNotice(trx, bundled, last, undefined, true)
      if (addition !== 'unchanged') return { kind: 'restored', notice: last }
    }
    const isOwn = bundled.some((notice) => notice.id === id)
    if (isOwn || !(await editionInUse(trx, id))) return undefined
    await removeNotice(trx, bundled, id, true)
    return { kind: 'removed' }
  })
}
