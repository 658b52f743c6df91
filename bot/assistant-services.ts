import type { Database } from '../knowledge/database/schema.ts'
import { findReply } from '../services/conversations/conversation-store.ts'
import { recordFeedback } from '../services/conversations/feedback-store.ts'
import { type DownloadName, downloadNames, downloadsOf } from '../services/downloads/download.ts'
import { makeDownload } from '../services/downloads/make-download.ts'
import type { Assessment } from '../services/eligibility/assessment.ts'
import { heldOn } from '../services/eligibility/hold-on.ts'
import { holdWindow } from '../services/eligibility/window.ts'
import { findUnit } from '../services/roster/find-unit.ts'
import { preparationOf } from '../services/roster/preparation.ts'
import type { AppServices, Readiness, Units } from './app-services.ts'
import { readinessOf } from './readiness.ts'
import { describeLengths } from './describe-lengths.ts'
import { firstOffers } from './first-offers.ts'
import type { Lag } from './lags.ts'
import type { InUse } from './knowledge-in-use.ts'
import type { StaffDesk } from './staff/staff-desk.ts'
import type { Room } from './watch-room.ts'

type Parts = {
  conversation: AppServices['conversation']
  staff: StaffDesk
  lags(): Promise<Lag[]>
  room: Pick<Room, 'isFull'>
  embeddings: (() => Promise<{ done: number; total: number }>) | undefined
  /** Of an embedded database. */
  dataDir?: string | undefined
}

/** What channels need of what an assistant has opened. */
export function servicesOf(
  known: () => InUse,
  today: () => string,
  { conversation, staff, lags, room, embeddings, dataDir }: Parts,
): AppServices {
  const { db } = staff
  return {
    conversation,
    staff,
    colleagues: { db, known: () => heldOn(known(), today()), key: staff.sessionSecret },
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
    firstOffers: (language) => firstOffers(known().catalogue, known().programmes, today(), language),
    lengths: (text, language) => describeLengths(text, known(), language).text,
    search: (query) => known().search(query),
    units: (name) => unitsNamed(name, known()),
    get rosters() {
      const { catalogue, rosterRows } = known()
      return { catalogue, rows: rosterRows }
    },
    feedback: { record: (feedback) => recordFeedback(db, feedback) },
    downloads: { names: downloadNames, make: (reply, name) => makeDownloadOf(db, known(), today(), reply, name) },
    async ready() {
      const state = await readinessOf(db, room.isFull(), dataDir)
      // A database that is away is all there is to say.
      if (!state.database) return state
      const lagging = await lags()
      return {
        ...state,
        ...(lagging.length > 0 && { lags: lagging }),
        programmes: standingOf(known()),
        ...(embeddings && { embeddings: await embeddings() }),
      }
    },
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
