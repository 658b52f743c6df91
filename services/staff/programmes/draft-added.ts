import type { Database } from '../../../knowledge/database/schema.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { longText } from '../../../knowledge/parsing/parse-thread.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { carryOver } from '../../drafting/carry-over.ts'
import { draftOffThread } from '../../drafting/draft-off-thread.ts'
import type { ProgrammeDraft } from '../../drafting/draft-programmes.ts'
import type { ProgrammeDocument } from '../../eligibility/document.ts'
import { factsOf } from '../../eligibility/facts-of.ts'
import type { Carried } from './carried.ts'
import { saveProgramme } from './programme-store.ts'
import { type Desk, documentsOf, editionOf, type Standing, textsBefore } from './standing.ts'

/** Whether a notice changes others and calls for nothing itself. */
const onlyAmends = ({ amends = [], replaces }: Notice): boolean => amends.length > 0 && replaces.length === 0

/** The added notices of which nothing was drafted yet, and long ones that have programmes, each with its drafts. */
export async function draftPending(db: Database, standing: Standing): Promise<Map<string, ProgrammeDraft[]>> {
  const known = await db.selectFrom('drafted_notice').select('notice').execute()
  const drafted = new Set([...known.map(({ notice }) => notice), ...standing.bundled.map(({ id }) => id)])
  const isKnown = ({ id }: Notice) => [...standing.programmes].some(({ notice }) => notice === id)
  const drafts = new Map<string, ProgrammeDraft[]>()
  for (const notice of standing.notices.filter((one) => !onlyAmends(one)))
    if (!drafted.has(notice.id) || (notice.source.length > longText && isKnown(notice)))
      drafts.set(notice.id, await draftOffThread(notice, factsOf([...standing.programmes])))
  return drafts
}

/** Drafts the programmes of each notice that somebody added, once. @returns Whether there was any. */
export async function draftAdded(desk: Desk): Promise<boolean> {
  let isAny = false
  for (const notice of desk.notices) {
    const drafts = desk.drafts.get(notice.id)
    if (!drafts || desk.bundled.some(({ id }) => id === notice.id)) continue
    const { numInsertedOrUpdatedRows: count } = await desk.trx
      .insertInto('drafted_notice')
      .values({ notice: notice.id, edition: editionOf(notice) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (count === 1n) isAny = (await draftFrom(desk, notice, drafts)) || isAny
  }
  return isAny
}

/** The programmes of a notice: those of the one that it replaces carried over, and what is new in it. */
async function draftFrom(desk: Desk, notice: Notice, made: readonly ProgrammeDraft[]): Promise<boolean> {
  const all = documentsOf(desk)
  if (all.some(({ document }) => document.notice === notice.id)) return false
  const taken = new Set(all.map(({ document }) => document.id))
  const put = async (document: ProgrammeDocument, carried?: Carried) => {
    if (taken.has(document.id)) return
    taken.add(document.id)
    await saveProgramme(desk.trx, words.drafter, { document, version: 0, ...(carried && { carried }) })
  }
  let drafts = made
  const isAny = drafts.length > 0
  const edition = editionOf(notice)
  for (const { document } of all.filter((one) => notice.replaces.includes(one.document.notice))) {
    const carried = carryOver(document, await textsBefore(desk, document), notice, drafts)
    if (!carried) continue
    drafts = drafts.filter((one) => one.document.id !== carried.document.id)
    const rules = carried.rules.filter(({ outcome }) => outcome !== 'kept')
    await put(carried.document, { from: document.id, edition, before: document, rules })
  }
  for (const { document } of drafts) await put(document)
  return isAny
}
