import { sql } from 'kysely'
import { openDatabase } from '../knowledge/database/connect.ts'
import { forLongWork } from '../knowledge/database/long-work.ts'
import { migrateToLatest } from '../knowledge/database/migrate.ts'
import type { Database } from '../knowledge/database/schema.ts'
import type { IndexReport } from '../knowledge/indexing/index-notices.ts'
import { findReply, purgeTurns } from '../services/conversations/conversation-store.ts'
import { purgeShared } from '../services/conversations/shared-interviews.ts'
import { operationTexts } from '../prompts/operation-texts.ts'
import { recordFeedback } from '../services/conversations/feedback-store.ts'
import { type DownloadName, downloadNames, downloadsOf } from '../services/downloads/download.ts'
import { makeDownload } from '../services/downloads/make-download.ts'
import type { Assessment } from '../services/eligibility/assessment.ts'
import { holdWindow } from '../services/eligibility/window.ts'
import { returnFaqs } from '../services/faq/return-faqs.ts'
import { findUnit } from '../services/roster/find-unit.ts'
import { preparationOf } from '../services/roster/preparation.ts'
import { purgeAnswers } from '../services/model/answer-cache.ts'
import { useModel } from './model-in-use.ts'
import { every } from './every.ts'
import type { AppServices, Readiness, Units } from './app-services.ts'
import { openAccountDesk, serveAccountDesk } from './commands/account-desk.ts'
import { serveNoticeDesk } from './commands/notice-desk-socket.ts'
import type { Config } from './config.ts'
import { firstOffers } from './first-offers.ts'
import { createConversation } from './conversation.ts'
import { type InUse, type Shipped, useKnowledge } from './knowledge-in-use.ts'
import { keptSessionSecret } from './session-secret.ts'
import type { StaffDesk } from './staff/staff-desk.ts'

/** How long a conversation is kept, in days. */
const retentionDays = 365
const purgeEveryMs = 24 * 60 * 60 * 1000
const refreshEveryMs = 3_000

export type Assistant = {
  services: AppServices
  db: Database
  /** What the start did to the index. */
  report: IndexReport
  close(): Promise<void>
}

export type AssistantOptions = Pick<Config, 'databaseUrl' | 'dataDir'> & {
  /** Signs the sessions of staff; without one it is made and kept in the data directory. */
  sessionSecret?: string | undefined
  /** Where the times that staff read are told. Default Asia/Shanghai. */
  timeZone?: string
  /** The endpoint of a model; without one answers are in the notices' own words. */
  openai?: Config['openai']
  /** The notices and programmes that come with the assistant; those of its folders unless told otherwise. */
  shipped?: Shipped
  /** The day on which deadlines are judged, YYYY-MM-DD. */
  today(): string
  /** Hears when the database breaks for good. */
  onFailure?: (error: Error) => void
  /** Hears how far a task in the background has come. */
  onNote?: (note: string) => void
  /** Hears when a task in the background begins to fail; it is tried again and again. */
  onFault?: (error: unknown) => void
}

/**
 * Opens all that stands behind a channel: database → tables → notices → conversation. Every channel of a process shares one.
 *
 * @throws {Error} One clear sentence when the database or a notice can't be read.
 */
export async function openAssistant(options: AssistantOptions): Promise<Assistant> {
  const { databaseUrl, dataDir, onFailure, onFault = () => undefined } = options
  const database = await openDatabase({
    dataDir,
    ...(databaseUrl !== undefined && { url: databaseUrl }),
    ...(onFailure && { onFailure }),
    onOpenDirectory: (mode) => options.onNote?.(operationTexts.directoryOpen(dataDir, mode)),
  })
  const { db } = database
  try {
    await migrateToLatest(db)
    const knowledge = await useKnowledge(db, options.shipped)
    await purge(db)
    const refresh = async () => {
      await knowledge.refresh()
      await returnFaqs(db, knowledge.now().catalogue)
    }
    await refresh()
    const stop = [every(purgeEveryMs, () => purge(db), onFault), every(refreshEveryMs, refresh, onFault)]
    const model = options.openai && (await useModel(db, options.openai, knowledge.now, options))
    if (model) stop.push(model.close)
    const known = (): InUse => ({ ...knowledge.now(), ...model?.known })
    const staff: StaffDesk = {
      db,
      known,
      sessionSecret: options.sessionSecret ?? keptSessionSecret(dataDir),
      timeZone: options.timeZone ?? 'Asia/Shanghai',
    }
    const { today } = options
    const conversation = createConversation({ db, known, today, ...(model && { knownPlainly: knowledge.now }) })
    const services = servicesOf(known, today, { conversation, staff, embeddings: model?.embeddings })
    // Nobody else can open an embedded database, so that its notices and accounts are managed through this process.
    if (database.kind === 'embedded') {
      stop.push(await serveNoticeDesk(dataDir, knowledge.desk))
      stop.push(await serveAccountDesk(dataDir, openAccountDesk(db)))
    }
    const close = async () => {
      await Promise.all(stop.map((end) => end()))
      await database.close()
    }
    return { services, db, report: knowledge.report, close }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function purge(db: Database): Promise<void> {
  const patient = forLongWork(db)
  await purgeAnswers(patient)
  await purgeTurns(patient, retentionDays)
  await purgeShared(patient)
  // The embedded database does not look by itself how its tables have grown, and plans by what it knows of them.
  await sql`analyze turn, reply, question, question_group`.execute(patient)
}

type Parts = {
  conversation: AppServices['conversation']
  staff: StaffDesk
  embeddings: (() => Promise<{ done: number; total: number }>) | undefined
}

function servicesOf(known: () => InUse, today: () => string, { conversation, staff, embeddings }: Parts): AppServices {
  const { db } = staff
  return {
    conversation,
    staff,
    notices: {
      list: () => known().catalogue.notices,
      find: (id) => known().catalogue.notices.find((notice) => notice.id === id),
    },
    get programmes() {
      return known().programmes
    },
    get suspended() {
      return known().suspended ?? []
    },
    today,
    firstOffers: () => firstOffers(known().catalogue, known().programmes, today()),
    search: (query) => known().search(query),
    units: (name) => unitsNamed(name, known()),
    get rosters() {
      const { catalogue, rosterRows } = known()
      return { catalogue, rows: rosterRows }
    },
    feedback: { record: (feedback) => recordFeedback(db, feedback) },
    downloads: { names: downloadNames, make: (reply, name) => makeDownloadOf(db, known(), today(), reply, name) },
    ready: async () => ({
      ...(await readiness(db)),
      programmes: standingOf(known()),
      ...(embeddings && { embeddings: await embeddings() }),
    }),
  }
}

/** A file of the assessment that a reply gave, as it was given; nothing where its programme is not known any more. */
async function makeDownloadOf(db: Database, known: InUse, asOf: string, id: string, name: DownloadName) {
  const reply = await findReply(db, id)
  const assessment = reply?.assessment as Assessment | undefined
  const programme = known.programmes.find((one) => one.id === assessment?.programme)
  const notice = known.catalogue.notices.find((one) => one.id === programme?.notice)
  if (!assessment || !programme || !notice) return undefined
  if (!downloadsOf({ window: holdWindow(programme.window, asOf) }).includes(name)) return 'over'
  const unit = reply?.topic?.unit
  return makeDownload(name, { assessment, programme, notice, ...(unit !== undefined && { unit }) })
}

function unitsNamed(name: string, { rosterRows, catalogue }: InUse): Units {
  const rows = findUnit(rosterRows, name)
  const entries = rows.map(({ entry, roster, unit, batch, project, seq, action, match }) => ({
    notice: entry.notice.id,
    list: `${roster.label.annex} ${roster.label.title}`.trim(),
    unit,
    project,
    match,
    ...(batch === undefined ? {} : { batch }),
    ...(seq === undefined ? {} : { seq }),
    ...(action === undefined ? {} : { action }),
  }))
  return { entries, prepare: preparationOf(rows, catalogue).map(({ clause }) => clause.text) }
}

/** Which programmes somebody should look at. */
const standingOf = ({ programmes, suspended = [] }: InUse): Readiness['programmes'] => ({
  changed: programmes.filter(({ changes }) => changes).map(({ id }) => id),
  suspended: suspended.map(({ id }) => id),
})

async function readiness(db: Database): Promise<{ database: boolean; notices: number }> {
  try {
    const { count } = await db
      .selectFrom('notice')
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow()
    return { database: true, notices: count }
  } catch {
    return { database: false, notices: 0 }
  }
}
