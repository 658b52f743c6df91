import type { Impact } from '../../knowledge/importing/impact.ts'
import { ImportError } from '../../knowledge/importing/import-error.ts'
import type { KnownNotice } from '../../knowledge/importing/prepare-notice.ts'
import { readUpload } from '../../knowledge/importing/read-upload.ts'
import { listNotices, noticesVersion } from '../../knowledge/notice-store.ts'
import { unheldBy } from '../../knowledge/parsing/spoken.ts'
import { noticeDeskTexts as words } from '../../prompts/notice-desk-texts.ts'
import { spokenTexts } from '../../prompts/spoken-texts.ts'
import { unfitIn } from './unfit-sayings.ts'
import { type Draft, type DraftChange, nothingTold, type Told } from '../../services/staff/notices/draft.ts'
import {
  addDraft,
  changeDraft,
  deleteDraft,
  dueDrafts,
  findDraft,
  keepTrouble,
} from '../../services/staff/notices/draft-store.ts'
import {
  type InUseOf,
  type RolledBack,
  publishDraft,
  rollBackNotice,
  type Shelf,
  takeOut,
} from '../../services/staff/notices/publish-draft.ts'
import { heavyWorkOf, TooMuchWork } from '../../services/staff/heavy-work.ts'
import { changeWordings, type WordingChange } from '../../services/staff/notices/wordings.ts'
import type { InUse, Shipped } from '../knowledge-in-use.ts'
import { type InputFault, Problem } from '../problem.ts'
import { type DraftReading, readDraft } from './draft-reading.ts'
import { measureImpact } from './measure-impact.ts'

/** What the desk is made with. */
export type DeskParts = {
  shelf: Shelf
  shipped: Shipped
  known(): InUse
  /** Takes up what has changed in this process, before anybody is told that it has. */
  refresh(): Promise<void>
  today(): string
}

/** Where staff read notices and put them in use. Methods throw a Problem that says what is wrong. */
export type StaffNotices = ReturnType<typeof openStaffNotices>

/** From so many bytes on, reading a file waits for other heavy work. */
const heavyBytes = 1024 * 1024

/** Readings that are kept at hand: each draft is shown many times between two changes. */
const mostReadings = 10

export function openStaffNotices({ shelf, shipped, known, refresh, today }: DeskParts) {
  const { db } = shelf
  const readings = new Map<string, Promise<DraftReading>>()

  async function read(draft: Pick<Draft, 'fileName' | 'source' | 'hints' | 'told'>): Promise<DraftReading> {
    const others: KnownNotice[] = await listNotices(db)
    return readDraft(draft, shelf.bundled, others, today()).catch((error: unknown) => {
      throw error instanceof ImportError ? new Problem(400, `${error.message}。`) : error
    })
  }

  /** What a reading depends on: the version of the draft, and of the notices in use. */
  const keyOf = ({ id, version }: Draft, inUse: string) => `${id} ${version} ${inUse} ${today()}`

  function keep(key: string, made: Promise<DraftReading>): Promise<DraftReading> {
    if (readings.size >= mostReadings) readings.delete(readings.keys().next().value!)
    readings.set(key, made)
    made.catch(() => readings.delete(key))
    return made
  }

  /** A draft as it is read now. */
  async function reading(draft: Draft): Promise<DraftReading> {
    const key = keyOf(draft, await noticesVersion(db))
    return readings.get(key) ?? keep(key, read(draft))
  }

  async function upload(who: string, fileName: string, bytes: Uint8Array): Promise<Draft> {
    const readFile = () => readUpload(fileName, bytes)
    const isHeavy = bytes.length >= heavyBytes
    const uploaded = isHeavy ? orTooMuch(heavyWorkOf(db).run({ who, what: 'import' }, readFile)) : readFile()
    const imported = await uploaded.catch((error: unknown) => {
      throw error instanceof ImportError
        ? new Problem(400, `${fileName}：${error.message}。`, [{ path: 'file', message: error.message }])
        : error
    })
    const { source, hints } = imported
    const inUse = await noticesVersion(db)
    const made = await read({ fileName, source, hints, told: nothingTold })
    const { title } = made.notice
    const draft = await addDraft(db, who, { fileName, source, hints, told: nothingTold, title })
    await keep(keyOf(draft, inUse), Promise.resolve(made))
    return draft
  }

  async function change(
    who: string,
    draft: Draft,
    version: number,
    told: Told,
    day?: null,
  ): Promise<DraftChange | undefined> {
    const { relation } = told
    if (relation && !(await listNotices(db)).some(({ id }) => id === relation.of))
      throw refusal('relation.of', words.noSuchNotice)
    const inUse = await noticesVersion(db)
    const made = await read({ ...draft, told })
    const { notice, unfit } = made
    const unheld = notice.spoken ? unheldBy(notice.source, notice.spoken) : []
    if (unheld.length > 0) throw refusal('metadata.spoken', spokenTexts.unheld(unheld[0]!))
    const unfitSaying = unfitIn(notice.spoken, draft.told.given.spoken)
    if (unfitSaying !== undefined) throw refusal('metadata.spoken', unfitSaying)
    if (unfit.length > 0 && told.edits !== draft.told.edits) throw refusal(`edits.${unfit.at(-1)}`, words.unfitEdit)
    const of = { id: draft.id, version }
    const scheduled = day === null ? { scheduledFor: day } : {}
    const outcome = await changeDraft(db, who, of, { told, title: notice.title, ...scheduled })
    if (outcome?.kind === 'changed') await keep(keyOf(outcome.draft, inUse), Promise.resolve(made))
    return outcome
  }

  /** Why a draft can't be put in use yet. */
  function obstaclesOf({ readings: { missing }, twin }: DraftReading, { told }: Draft): InputFault[] {
    const asks = twin && !told.relation ? [{ path: 'relation', message: words.twin(twin.title, twin.by) }] : []
    const fields = missing.filter(({ isRequired }) => isRequired)
    return [...asks, ...fields.map(({ field, label }) => ({ path: field, message: words.missing(label, true) }))]
  }

  async function publish(who: string, draft: Draft, version: number, day: string): Promise<DraftChange | undefined> {
    if (draft.version !== version) return { kind: 'stale', stored: draft }
    const prepared = await reading(draft)
    const obstacles = obstaclesOf(prepared, draft)
    if (obstacles.length > 0) {
      throw new Problem(400, `${words.notReady}：${obstacles.map(({ message }) => message).join('')}`, obstacles)
    }
    if (day > today()) return changeDraft(db, who, { id: draft.id, version }, { scheduledFor: day })
    const published = await publishDraft(shelf, who, { id: draft.id, version }, prepared)
    await refresh()
    return published
  }

  /** Puts in use what is for today or before; a draft that can't be is left, with the reason. */
  async function publishDue(): Promise<void> {
    for (const { id } of await dueDrafts(db, today())) {
      const draft = await findDraft(db, id)
      if (!draft) continue
      await publish(draft.author, draft, draft.version, today()).catch(async (error: unknown) => {
        if (!(error instanceof Problem)) throw error
        await keepTrouble(db, draft, error.detail)
      })
    }
  }

  const changed = async <T>(work: Promise<T>): Promise<T> => {
    const outcome = await work
    await refresh()
    return outcome
  }

  return {
    db,
    reading,
    upload,
    change,
    publish,
    publishDue,
    discard: (who: string, of: Pick<Draft, 'id' | 'version'>) => deleteDraft(db, who, of),
    impact: async (draft: Draft): Promise<Impact> => {
      const { notice } = await reading(draft)
      const { author: who } = draft
      const measured = { db, inUse: known().catalogue.notices, shipped, today: today(), who }
      return orTooMuch(measureImpact(measured, notice))
    },
    rollBack: (who: string, of: InUseOf): Promise<RolledBack | 'stale' | undefined> =>
      changed(rollBackNotice(shelf, who, of)),
    /** Lets wordings of a notice be said, or no more; in use when it answers. */
    word: (who: string, notice: string, change: WordingChange): Promise<number> =>
      changed(changeWordings(db, who, notice, change)),
    takeOut: (who: string, of: InUseOf): Promise<boolean | 'stale'> => changed(takeOut(shelf, who, of)),
  }
}

/** Tells whoever asks for more than can wait to come back. */
const orTooMuch = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw error instanceof TooMuchWork ? new Problem(503, words.tooMuchWork) : error
  })

const refusal = (path: string, message: string): Problem => new Problem(400, message, [{ path, message }])
