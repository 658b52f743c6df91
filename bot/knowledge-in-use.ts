import type { Database } from '../knowledge/database/schema.ts'
import { buildCatalogue } from '../knowledge/finding/catalogue.ts'
import type { Impact } from '../knowledge/importing/impact.ts'
import { type NoticeDesk, openNoticeDesk } from '../knowledge/importing/notice-desk.ts'
import type { IndexReport } from '../knowledge/indexing/index-notices.ts'
import { approvalsVersion, approvedStatements } from '../knowledge/indexing/store-statements.ts'
import { loadNotices } from '../knowledge/load-notices.ts'
import { noticesVersion, syncNotices } from '../knowledge/notice-store.ts'
import type { Notice } from '../knowledge/parsing/notice.ts'
import type { Statement } from '../knowledge/statements/statement.ts'
import { openSearch } from '../knowledge/searching/open-search.ts'
import { saidOf } from '../services/answering/compose/said.ts'
import { buildSpelling } from '../services/answering/understand/repair-spelling.ts'
import type { Knowledge } from '../services/answering/understand/understand.ts'
import type { ProgrammeDocument } from '../services/eligibility/document.ts'
import {
  describeConcerns,
  programmesInUse,
  type PublishedProgramme,
} from '../services/eligibility/programmes-in-use.ts'
import { shippedProgrammes } from '../services/eligibility/shipped-programmes.ts'
import { faqsInUse } from '../services/faq/faq-store.ts'
import { curatedAnswer } from '../services/faq/match-faq.ts'
import { rosterRows, type RosterRow } from '../services/roster/roster.ts'
import { publishedVersion, readPublished } from '../services/staff/programmes/in-use.ts'
import { describeDrafts, keepUp } from '../services/staff/programmes/keep-up.ts'
import { listWritten } from '../services/staff/programmes/programme-store.ts'
import { inOrder } from './in-order.ts'
import type { Known } from './known.ts'
import { makeReady, printedBy } from './make-ready.ts'

/** What is known at a time, with what is worked out from it once. */
export type InUse = Known & { rosterRows: RosterRow[] }

/** What comes with the assistant: the notices of the folder, and the programmes whose rules rest on them. */
export type Shipped = { notices: Notice[]; programmes: readonly ProgrammeDocument[] }

/** @throws {NoticeError} When a file of a notice is malformed. */
export const shipped = (): Shipped => ({ notices: loadNotices(), programmes: shippedProgrammes() })

export type KnowledgeInUse = {
  now(): InUse
  /** What the start did to the index. */
  report: IndexReport
  /** Works out while nobody waits what would else be worked out under the first who needs it. */
  makeReady(): Promise<void>
  /** Takes up what has been added or removed since, by this process or another. */
  refresh(): Promise<void>
  /** Whether nothing has been put in use since that is not taken up here. */
  isCurrent(): Promise<boolean>
  /** Where notices are added and removed; what changes is in use when it answers. */
  desk: NoticeDesk
}

/**
 * Brings the index in line with the notices and keeps all that is worked out from them at hand.
 *
 * @param given What comes with the assistant; that of the folder unless told otherwise.
 * @param measure What would change if a notice were in use.
 * @throws {NoticeError} When a file of a notice is malformed.
 * @throws {Error} When a programme's rules quote what its notice doesn't say.
 */
export async function useKnowledge(
  db: Database,
  given: Shipped = shipped(),
  measure?: (inUse: Notice[], notice: Notice) => Promise<Impact>,
): Promise<KnowledgeInUse> {
  const bundled = given.notices
  const { notices, report } = await syncNotices(db, bundled)
  let version = await noticesVersion(db)
  let written = { version: await publishedVersion(db), programmes: await readPublished(db) }
  let approved = { version: await approvalsVersion(db), statements: await approvedStatements(db) }
  let inUse = workOut(db, notices, given, written.programmes, approved.statements)
  /** Lays before staff what the notices leave to be read of programmes, and takes up what that puts in use. */
  async function draft(): Promise<void> {
    const { catalogue, programmes } = inUse
    const standing = { notices: catalogue.notices, bundled, shipped: given.programmes, programmes }
    if (await keepUp(db, standing)) await takeProgrammes(await publishedVersion(db))
  }
  /** What is worked out from the notices stays as it is. */
  async function takeProgrammes(newest: string): Promise<void> {
    written = { version: newest, programmes: await readPublished(db) }
    inUse = { ...inUse, ...programmesInUse(inUse.catalogue.notices, bundled, given.programmes, written.programmes) }
  }
  /** What may be said in other words than the notices', since staff have read it. */
  async function takeSaid(newest: string): Promise<void> {
    approved = { version: newest, statements: await approvedStatements(db) }
    inUse = { ...inUse, said: saidOf(bundled, inUse.catalogue.notices, approved.statements) }
  }
  await draft()
  const oneByOne = inOrder()
  // Whoever comes while it is under way looks again afterwards, and finds most often that there is nothing left to do.
  const refresh = () => oneByOne('notices', refreshOnce)
  async function refreshOnce(): Promise<void> {
    const [newest, programmes, said] = await Promise.all([
      noticesVersion(db),
      publishedVersion(db),
      approvalsVersion(db),
    ])
    if (programmes !== written.version) await takeProgrammes(programmes)
    if (said !== approved.version) await takeSaid(said)
    if (newest === version) return
    const { notices: now } = await syncNotices(db, bundled)
    inUse = workOut(db, now, given, written.programmes, approved.statements)
    void makeReady(() => inUse)
    version = newest
    await draft()
  }
  async function isCurrent(): Promise<boolean> {
    const [newest, programmes] = await Promise.all([noticesVersion(db), publishedVersion(db)])
    return newest === version && programmes === written.version
  }
  const concernsOf = async (all: Notice[]) => [
    ...describeConcerns(programmesInUse(all, bundled, given.programmes, written.programmes)),
    ...describeDrafts(await listWritten(db), all),
  ]
  const desk = openNoticeDesk(db, bundled, refresh, concernsOf, measure)
  return { now: () => inUse, report, makeReady: () => makeReady(() => inUse), refresh, isCurrent, desk }
}

function workOut(
  db: Database,
  notices: Notice[],
  given: Shipped,
  written: readonly PublishedProgramme[],
  approved: readonly Statement[],
): InUse {
  const catalogue = buildCatalogue(notices)
  const rows = rosterRows(catalogue)
  const knowledge: Knowledge = {
    catalogue,
    spelling: buildSpelling(catalogue),
    said: saidOf(given.notices, notices, approved),
    search: openSearch(db, notices),
  }
  return {
    ...knowledge,
    curated: async (...question) => curatedAnswer(knowledge, await faqsInUse(db), ...question),
    ...programmesInUse(notices, given.notices, given.programmes, written),
    publicKeys: printedBy(notices),
    rosterRows: rows,
  }
}
