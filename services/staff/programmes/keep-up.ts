import type { Database } from '../../../knowledge/database/schema.ts'
import { whileAlone } from '../../../knowledge/indexing/index-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { carryEditions } from './carry-editions.ts'
import { draftAdded, draftPending } from './draft-added.ts'
import { readOriginals } from './in-use.ts'
import { listWritten, type WrittenProgramme } from './programme-store.ts'
import type { Desk, Standing } from './standing.ts'

/**
 * Drafts what staff are to read since the notices are as they are: of each programme whose notice has changed or was replaced,
 * with what became of every rule; and of each notice that somebody added. What staff wrote is carried on, never put away.
 *
 * @returns Whether anything was drafted.
 */
export async function keepUp(db: Database, standing: Standing): Promise<boolean> {
  // Before the transaction, which holds up everybody else: a long notice takes a while.
  const drafts = await draftPending(db, standing)
  return whileAlone(db, async (trx) => {
    const desk: Desk = {
      ...standing,
      trx,
      drafts,
      written: await listWritten(trx),
      originals: await readOriginals(trx),
    }
    const carried = await carryEditions(desk)
    return (await draftAdded(desk)) || carried
  })
}

/** What those who run the assistant are told of what waits to be read, a line for each programme. */
export const describeDrafts = (
  written: readonly WrittenProgramme[],
  notices: readonly Notice[],
): { notice: string; text: string }[] =>
  written
    .filter(({ document }) => notices.some(({ id }) => id === document.notice))
    .filter(({ author, published, carried }) => author === words.drafter && (carried || !published))
    .map(({ document: { title, year, notice }, id, carried }) => {
      const count = carried?.rules.length ?? 0
      return { notice, text: words.waits(`${year}年${title}（${id}）`, carried ? count : undefined) }
    })
