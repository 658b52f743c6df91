import { sql } from 'kysely'
import { findChanges } from '../knowledge/database/changes.ts'
import { type Connections, type OpenDatabase, openDatabase } from '../knowledge/database/connect.ts'
import { forLongWork } from '../knowledge/database/long-work.ts'
import type { Database } from '../knowledge/database/schema.ts'
import type { IndexReport } from '../knowledge/indexing/index-notices.ts'
import { purgeTurns } from '../services/conversations/conversation-store.ts'
import { purgeShared } from '../services/conversations/shared-interviews.ts'
import { faqsInUse } from '../services/faq/faq-store.ts'
import { returnFaqs } from '../services/faq/return-faqs.ts'
import { purgeChoices } from '../services/model/choice-cache.ts'
import { openSingleSignOn, type SingleSignOnOptions } from '../services/staff/single-sign-on.ts'
import { switchesInForce } from '../services/staff/switches.ts'
import { tell } from '../services/happenings.ts'
import { type EndpointInUse, useModel } from './model-in-use.ts'
import { every } from './every.ts'
import type { AppServices } from './app-services.ts'
import { servicesOf } from './assistant-services.ts'
import { serveSnapshots } from './commands/backup-socket.ts'
import { openAccountDesk, serveAccountDesk } from './commands/account-desk.ts'
import { serveProgrammeDesk } from './commands/programme-desk-socket.ts'
import { openProgrammeDesk } from './programme-desk/programme-desk.ts'
import { serveNoticeDesk } from './commands/notice-desk-socket.ts'
import type { Config } from './config.ts'
import { createConversation } from './conversation.ts'
import { type InUse, shipped, type Shipped, useKnowledge } from './knowledge-in-use.ts'
import { measureImpact } from './notice-desk/measure-impact.ts'
import { openStaffNotices } from './notice-desk/notice-desk.ts'
import { databaseOptions } from './open-options.ts'
import { upgradeDatabase } from './upgrade-database.ts'
import { type Behind, watchLags } from './lags.ts'
import { openQuestionEntry } from './question-entry.ts'
import { openReminders } from './reminders/open-reminders.ts'
import { giveUpLost, purgeReminders } from '../services/reminders/deliveries.ts'
import { checkWordings } from './staff/check-wordings.ts'
import { keptSessionSecret } from './session-secret.ts'
import { sealFactors } from './staff/seal-factors.ts'
import type { StaffDesk } from './staff/staff-desk.ts'
import { watchRoom } from './watch-room.ts'

/** How long a conversation is kept, in days. */
const retentionDays = 365
/** How long it is kept that somebody heard of something and no longer does, in days. */
const endedKeptDays = 30
/** How often notices whose day has come are put in use, in milliseconds. */
const scheduleEveryMs = 30_000
/** How often it is looked whether published wordings are to be asked again, in milliseconds. */
const wordingsEveryMs = 60_000
const purgeEveryMs = 24 * 60 * 60 * 1000

export type Assistant = {
  services: AppServices
  db: Database
  /** The connections to the database, as they are now. */
  connections(): Connections[]
  /** How far what nobody waits for is behind. */
  behind(): Promise<Behind>
  /** What the start did to the index. */
  report: IndexReport
  /** Works out while nobody waits what would else be worked out under the first who needs it. */
  makeReady(): Promise<void>
  /** Settles when all that was asked so far, in whatever process, stands in the log of the console. */
  settle(): Promise<void>
  /** Writes down what people asked to hear of and is so by now. */
  remind(): Promise<void>
  /** Asks what staff have published again, where something it rests on has changed. */
  checkWordings(): Promise<void>
  close(): Promise<void>
}

export type AssistantOptions = Pick<Config, 'databaseUrl' | 'dataDir'> & {
  /** The database, where it is being opened already. */
  database?: Promise<OpenDatabase>
  /** Where a backup is put before the tables are brought up to date; without one there is none. */
  backupDir?: string | undefined
  /** Signs the sessions of staff; without one it is made and kept in the data directory. */
  sessionSecret?: string | undefined
  /** Seals the second factors of accounts, and what sealed them before. */
  secondFactorKey?: string | undefined
  formerSecondFactorKey?: string | undefined
  /** Where the organisation signs its people in. */
  singleSignOn?: SingleSignOnOptions | undefined
  /** Where the times that staff read are told. Default Asia/Shanghai. */
  timeZone?: string
  /** The endpoint of a model; people are shown what it picks among what the notices say. */
  openai?: EndpointInUse | undefined
  /** The notices and programmes that come with the assistant; those of its folders unless told otherwise. */
  shipped?: Shipped
  /** The day on which deadlines are judged, YYYY-MM-DD. */
  today(): string
  /** Under which people reach this server, where that is known. */
  publicUrl?: string | undefined
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
  const { dataDir, onFault = () => undefined } = options
  const database = await (options.database ?? openDatabase(databaseOptions(options)))
  const { db } = database
  try {
    await upgradeDatabase(database, options)
    await sealFactors(db, options, options.onNote)
    const { today, shipped: given = shipped() } = options
    const knowledge = await useKnowledge(db, given, (inUse, notice) =>
      measureImpact({ db, inUse, shipped: given, today: today() }, notice),
    )
    // An embedded database has one process at a time.
    if (database.kind === 'embedded') await giveUpLost(db, true)
    const reminders = openReminders(db, knowledge.now, today, onFault)
    const refresh = async () => {
      await knowledge.refresh()
      await returnFaqs(db, knowledge.now().catalogue, today())
      void reminders.look().catch(() => undefined)
    }
    await refresh()
    // What every turn needs is at hand before the first.
    await Promise.all([switchesInForce(db), faqsInUse(db)])
    const entry = openQuestionEntry(db, knowledge.now, onFault)
    const purging = purge(db).catch(onFault)
    const stop = [
      every('purge', purgeEveryMs, () => purge(db), onFault),
      () => purging,
      whenKnowledgeChanges(db, refresh, onFault),
      entry.close,
      reminders.close,
    ]
    const model = options.openai && (await useModel(db, options.openai, knowledge.now, options))
    if (model) stop.push(model.close)
    const known = (): InUse => ({ ...knowledge.now(), ...model?.known })
    const notices = openStaffNotices({
      shelf: { db, bundled: given.notices },
      shipped: given,
      known: knowledge.now,
      refresh,
      today,
    })
    await notices.publishDue().catch(onFault)
    stop.push(every('publish-due', scheduleEveryMs, notices.publishDue, onFault))
    const askAgain = () => checkWordings(db, knowledge.now(), today())
    stop.push(every('wordings', wordingsEveryMs, askAgain, onFault))
    const programmes = openProgrammeDesk({
      db,
      known: knowledge.now,
      shipped: given.programmes,
      bundled: given.notices,
      refresh,
      today,
    })
    const staff: StaffDesk = {
      db,
      known,
      sessionSecret: options.sessionSecret ?? keptSessionSecret(dataDir),
      timeZone: options.timeZone ?? 'Asia/Shanghai',
      ...(options.singleSignOn && { singleSignOn: openSingleSignOn(options.singleSignOn) }),
      notices,
      programmes,
      draftProgrammes: async (notice) => (await programmes.draft(notice)).map(({ document }) => document),
    }
    const plainly = model && { knownPlainly: knowledge.now }
    const conversation = createConversation({
      db,
      known,
      today,
      onAsked: entry.wake,
      publicUrl: options.publicUrl,
      ...plainly,
    })
    const embedded = database.kind === 'embedded' ? { dataDir } : {}
    const vectors = model?.embeddings
    const lags = watchLags({ db, isCurrent: knowledge.isCurrent, vectors })
    const room = watchRoom()
    stop.push(
      async () => lags.close(),
      async () => room.close(),
    )
    const services = servicesOf(known, today, {
      conversation,
      staff,
      lags: lags.list,
      room,
      embeddings: vectors,
      ...embedded,
    })
    // Nobody else can open an embedded database, so that its notices and accounts are managed through this process.
    if (database.kind === 'embedded') {
      stop.push(await serveNoticeDesk(dataDir, knowledge.desk))
      stop.push(await serveProgrammeDesk(dataDir, programmes))
      stop.push(await serveAccountDesk(dataDir, openAccountDesk(db)))
      stop.push(await serveSnapshots(dataDir, database.copyTo!))
    }
    const close = async () => {
      await Promise.all(stop.map((end) => end()))
      await database.close()
    }
    const { connections } = database
    const { report } = knowledge
    return {
      services,
      db,
      connections,
      behind: lags.behind,
      report,
      makeReady: knowledge.makeReady,
      settle: entry.settle,
      remind: reminders.look,
      checkWordings: askAgain,
      close,
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Takes up what has been added, removed or put in use, by this process or another, as soon as it is told. */
function whenKnowledgeChanges(db: Database, refresh: () => Promise<void>, onFault: (error: unknown) => void) {
  let isFailing = false
  let last: Promise<void> = Promise.resolve()
  const renew = () => {
    const started = performance.now()
    const told = (isDone: boolean) => tell('work', { task: 'refresh', isDone, ms: performance.now() - started })
    last = refresh().then(
      () => {
        isFailing = false
        told(true)
      },
      (error: unknown) => {
        told(false)
        if (!isFailing) onFault(error)
        isFailing = true
      },
    )
  }
  const off = ['notice', 'programme'].map((table) => findChanges(db)?.on(table, renew))
  return async () => {
    for (const end of off) end?.()
    await last
  }
}

async function purge(db: Database): Promise<void> {
  const patient = forLongWork(db)
  await purgeChoices(patient)
  await purgeTurns(patient, retentionDays)
  await purgeShared(patient)
  await purgeReminders(patient, endedKeptDays)
  // The embedded database does not look by itself how its tables have grown, and plans by what it knows of them.
  await sql`analyze turn, reply, question, question_group`.execute(patient)
}
