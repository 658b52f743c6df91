import { isDeepStrictEqual } from 'node:util'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { carryOver } from '../../drafting/carry-over.ts'
import type { CarriedRule } from '../../drafting/carry-rules.ts'
import type { ProgrammeDocument } from '../../eligibility/document.ts'
import { locateQuote } from '../../eligibility/find-source.ts'
import type { Carried } from './carried.ts'
import { dropWritten, saveProgramme, type WrittenProgramme } from './programme-store.ts'
import { type Desk, documentsOf, editionOf, noticeOf, textsBefore } from './standing.ts'

/** Carries each programme over whose notice is not as its rules quote it. @returns Whether there was any. */
export async function carryEditions(desk: Desk): Promise<boolean> {
  let isAny = false
  for (const { document, row } of documentsOf(desk)) {
    const used = noticeOf(desk, document)
    if (!used || row?.isWithdrawn) continue
    const inUse = row?.published ?? desk.shipped.find(({ id }) => id === document.id)
    const held = desk.programmes.find(({ id }) => id === document.id)
    const edition = editionOf(used)
    if (inUse && held && !held.changes) {
      if (row?.carried?.from === row?.id && row?.author === words.drafter) isAny = await settle(desk, row, inUse)
    } else if (row?.carried?.edition !== edition && !isReadAnew(row, inUse, used))
      isAny = (await carry(desk, { document, row, used, edition })) || isAny
  }
  return isAny
}

/** Whether staff have written it on the text as it is now. */
function isReadAnew(row: WrittenProgramme | undefined, inUse: ProgrammeDocument | undefined, used: Notice): boolean {
  if (!row || isDeepStrictEqual(row.document, inUse)) return false
  const { criteria, preferences, commitments } = row.document
  return [...criteria, ...preferences, ...commitments].every(
    (rule) => 'source' in locateQuote(used, row.document, rule),
  )
}

/** What is in use fits again: what was drafted for another text of the notice gives way to what was there before it. */
async function settle(
  { trx }: Desk,
  { id, carried, published, version }: WrittenProgramme,
  inUse: ProgrammeDocument,
): Promise<boolean> {
  if (!published && isDeepStrictEqual(carried!.before, inUse)) await dropWritten(trx, words.drafter, id)
  else await saveProgramme(trx, words.drafter, { document: carried!.before, version, carried: null })
  return true
}

type Behind = { document: ProgrammeDocument; row: WrittenProgramme | undefined; used: Notice; edition: string }

async function carry(desk: Desk, { document, row, used, edition }: Behind): Promise<boolean> {
  const before = await textsBefore(desk, document)
  const carried = before.length > 0 ? carryOver(document, before, used, desk.drafts.get(used.id)) : undefined
  if (!carried) return false
  const open = carried.rules.filter(({ outcome }) => outcome !== 'kept')
  const rules = [...stillOpen(row?.carried, open), ...open]
  const { from = document.id, before: first = document } = row?.carried ?? {}
  const told: Carried = { from, edition, before: first, rules }
  await saveProgramme(desk.trx, words.drafter, {
    document: carried.document,
    version: row?.version ?? 0,
    carried: told,
  })
  return true
}

/** What was told of rules before and nobody has settled yet. */
const stillOpen = (carried: Carried | undefined, now: readonly CarriedRule[]): CarriedRule[] =>
  (carried?.rules ?? []).filter(({ part, id }) => !now.some((one) => one.part === part && one.id === id))
