import { isDeepStrictEqual } from 'node:util'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { type CarriedOver, carryOver } from '../../drafting/carry-over.ts'
import type { CarriedRule } from '../../drafting/carry-rules.ts'
import type { ProgrammeDocument } from '../../eligibility/document.ts'
import { locateAmong } from '../../eligibility/find-source.ts'
import type { Carried } from './carried.ts'
import { dropWritten, saveProgramme, type WrittenProgramme } from './programme-store.ts'
import { amendingNotices, pendingAmendments } from '../../amending/pending-amendments.ts'
import { takeAmendments } from '../../drafting/take-amendments.ts'
import { listVersions } from './versions.ts'
import { type Desk, documentsOf, editionOf, noticeOf, textsBefore } from './standing.ts'

/** Carries each programme over whose notice is not as its rules quote it. @returns Whether there was any. */
export async function carryEditions(desk: Desk): Promise<boolean> {
  let isAny = false
  for (const { document, row } of documentsOf(desk)) {
    const used = noticeOf(desk, document)
    if (!used || row?.isWithdrawn) continue
    const inUse = row?.published ?? desk.shipped.find(({ id }) => id === document.id)
    const held = desk.programmes.find(({ id }) => id === document.id)
    const pending = pendingAmendments(used, desk.notices, document.amendments)
    const edition = editionOf(used, amendingNotices(used, desk.notices))
    if (inUse && held && !held.changes) {
      if (row?.carried?.from === row?.id && row?.author === words.drafter) isAny = await settle(desk, row, inUse)
    } else if (row?.carried?.edition !== edition && (pending.length > 0 || !isReadAnew(desk, row, inUse)))
      isAny = (await carry(desk, { document, row, used, edition })) || isAny
  }
  return isAny
}

/** Whether staff have written it on the text as it is now. */
function isReadAnew(
  desk: Desk,
  row: WrittenProgramme | undefined,
  inUse: ProgrammeDocument | undefined,
): row is WrittenProgramme {
  return row !== undefined && !isDeepStrictEqual(row.document, inUse) && standsIn(desk, row.document)
}

/** Whether every rule of a programme stands in the notices as they are. */
function standsIn({ notices }: Desk, document: ProgrammeDocument): boolean {
  const { criteria, preferences, commitments } = document
  return [...criteria, ...preferences, ...commitments].every((rule) => 'source' in locateAmong(notices, document, rule))
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
  const carried = await carriedOf(desk, await rulesBefore(desk, document, row), used)
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

/** Rules that took up what another notice said give way to those before them once that notice is gone. */
async function rulesBefore(
  { trx, notices, shipped }: Desk,
  document: ProgrammeDocument,
  row: WrittenProgramme | undefined,
): Promise<ProgrammeDocument> {
  const isWhole = ({ amendments = [] }: ProgrammeDocument) =>
    amendments.every((amending) => notices.some(({ id }) => id === amending))
  if (isWhole(document)) return document
  const versions = (await listVersions(trx, document.id)).map((one) => one.document)
  const known = [row?.published, ...versions, row?.carried?.before, shipped.find(({ id }) => id === document.id)]
  return known.find((one) => one !== undefined && isWhole(one)) ?? document
}

/** The rules as the text is now, and as other notices change it. */
async function carriedOf(
  desk: Desk,
  document: ProgrammeDocument,
  used: Notice,
): Promise<Pick<CarriedOver, 'document' | 'rules'> | undefined> {
  const pending = pendingAmendments(used, desk.notices, document.amendments)
  const before = await textsBefore(desk, document)
  const quoted = desk.originals.get(document.id) ?? before[0]
  const isAsItWas = quoted === undefined || quoted.source === used.source
  if (pending.length > 0 && isAsItWas) return takeAmendments(document, used, pending)
  const carried = before.length > 0 ? carryOver(document, before, used, desk.drafts.get(used.id)) : undefined
  if (!carried || pending.length === 0) return carried
  const taken = takeAmendments(carried.document, used, pending)
  return { document: taken.document, rules: [...carried.rules.filter(isOther(taken.rules)), ...taken.rules] }
}

const isOther = (rules: readonly CarriedRule[]) => (one: CarriedRule) =>
  !rules.some(({ part, id }) => part === one.part && id === one.id)

/** What was told of rules before and nobody has settled yet. */
const stillOpen = (carried: Carried | undefined, now: readonly CarriedRule[]): CarriedRule[] =>
  (carried?.rules ?? []).filter(isOther(now))
