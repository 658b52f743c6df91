import type { Database } from '../../knowledge/database/schema.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { draftOffThread } from '../../services/drafting/draft-off-thread.ts'
import type { ProgrammeDraft } from '../../services/drafting/draft-programmes.ts'
import type { CarriedRule } from '../../services/drafting/carry-rules.ts'
import { type ProgrammeDocument, readDocument } from '../../services/eligibility/document.ts'
import type { DocumentFault } from '../../services/eligibility/document-shapes.ts'
import { factsOf } from '../../services/eligibility/facts-of.ts'
import type { ProgrammesInUse } from '../../services/eligibility/programmes-in-use.ts'
import { validateProgramme } from '../../services/eligibility/validate-programme.ts'
import {
  findWritten,
  listWritten,
  type ProgrammeChange,
  saveProgramme,
  type WrittenProgramme,
} from '../../services/staff/programmes/programme-store.ts'
import { countWrong, readRemarks, remarkFaults } from '../../services/staff/programmes/remarks.ts'
import { publishProgramme, withdrawProgramme } from '../../services/staff/programmes/publish-programme.ts'
import { listVersions, type ProgrammeVersion } from '../../services/staff/programmes/versions.ts'
import type { Known } from '../known.ts'
import { programmeImpact, type ProgrammeImpact } from './programme-impact.ts'
import { goneFaults, type HeldProgramme, listed, type ListedProgramme, openRules, stateOf } from './held-programme.ts'

/** What became of a change that somebody asked for. */
export type Made =
  | { kind: 'made'; programme: HeldProgramme }
  | { kind: 'stale'; stored: HeldProgramme }
  | { kind: 'refused'; faults: DocumentFault[] }
  | { kind: 'missing' }

/** Where programmes are written and put in use. */
export type ProgrammeDesk = {
  list(): Promise<ListedProgramme[]>
  find(id: string): Promise<HeldProgramme | undefined>
  /** What a notice's own words would make a programme; nothing of it is kept. */
  draft(notice: Notice): Promise<ProgrammeDraft[]>
  /** The programmes as they are checked, and those that can't be for now. */
  inUse(): ProgrammesInUse
  /** The day it is, YYYY-MM-DD. */
  today(): string
  /** The notice in use of an id. */
  notice(id: string): Notice | undefined
  /** All that is wrong with what should be a document. */
  faultsOf(input: unknown): DocumentFault[]
  save(who: string, id: string, version: number, input: unknown): Promise<Made>
  publish(who: string, id: string, version: number): Promise<Made>
  /** What publishing it as it is written would change; undefined where there is none. */
  impact(who: string, id: string): Promise<ProgrammeImpact | undefined>
  /** Takes a programme out of use: people are told that staff are checking it. */
  withdraw(who: string, id: string, version: number): Promise<Made>
  /** What was in use of a programme before, the latest first, and what ships. */
  versions(id: string): Promise<ProgrammeVersion[]>
  /** Takes up a version that was in use as what staff work on. */
  restore(who: string, id: string, version: number, change: number): Promise<Made>
  /** Lets a rule go whose words the notice no longer has. */
  letGo(who: string, id: string, version: number, rule: GoneRule): Promise<Made>
}

export type GoneRule = Pick<CarriedRule, 'part' | 'id'>

type Parts = {
  db: Database
  known(): Pick<Known, 'catalogue' | 'programmes' | 'suspended'>
  shipped: readonly ProgrammeDocument[]
  /** The notices that these quote. */
  bundled: readonly Notice[]
  /** Takes up what is in use now. */
  refresh(): Promise<void>
  today(): string
}

export function openProgrammeDesk({ db, known, shipped, bundled, refresh, today }: Parts): ProgrammeDesk {
  const beside = (id: string) => ({
    notices: known().catalogue.notices,
    others: known().programmes.filter((one) => one.id !== id),
  })
  const validate = (document: ProgrammeDocument): DocumentFault[] => {
    const found = validateProgramme(document, beside(document.id))
    return 'faults' in found ? found.faults : []
  }
  const held = async (written: WrittenProgramme): Promise<HeldProgramme> => {
    const { id, version, document, carried } = written
    const said = remarkFaults(document, await readRemarks(db, id))
    const faults = [...goneFaults(carried), ...said, ...validate(document)]
    return { id, version, state: stateOf(written), document, faults, ...(carried && { carried }) }
  }
  const shippedAs = async (document: ProgrammeDocument): Promise<HeldProgramme> => ({
    id: document.id,
    version: 0,
    state: 'shipped',
    document,
    faults: [...remarkFaults(document, await readRemarks(db, document.id)), ...validate(document)],
  })

  async function find(id: string): Promise<HeldProgramme | undefined> {
    const written = await findWritten(db, id)
    if (written) return held(written)
    const own = shipped.find((one) => one.id === id)
    return own && shippedAs(own)
  }
  async function versions(id: string): Promise<ProgrammeVersion[]> {
    const own = shipped.find((one) => one.id === id)
    return [...(await listVersions(db, id)), ...(own ? [{ change: 0, document: own }] : [])]
  }
  const madeOf = async (change: ProgrammeChange | undefined): Promise<Made> => {
    if (!change) return { kind: 'missing' }
    if (change.kind === 'stale') return { kind: 'stale', stored: await held(change.stored) }
    return { kind: 'made', programme: await held(change.stored) }
  }

  return {
    find,
    today,
    draft: (notice) => draftOffThread(notice, factsOf(known().programmes)),
    inUse() {
      const { programmes, suspended = [] } = known()
      return { programmes: [...programmes], suspended: [...suspended] }
    },
    notice: (id) => known().catalogue.notices.find((notice) => notice.id === id),
    async list() {
      const written = await listWritten(db)
      const own = shipped.filter(({ id }) => !written.some((one) => one.id === id))
      const wrong = await countWrong(db, [...written.map(({ document }) => document), ...own])
      const marked = (id: string) => ((wrong.get(id) ?? 0) > 0 ? { wrong: wrong.get(id)! } : {})
      return [
        ...written.map((one) => ({
          ...listed(one.document, one.version, stateOf(one)),
          ...(one.carried && { open: openRules(one).length }),
          ...marked(one.id),
          author: one.author,
          updatedAt: one.updatedAt.toISOString(),
        })),
        ...own.map((document) => ({ ...listed(document, 0, 'shipped'), ...marked(document.id) })),
      ]
    },
    faultsOf(input) {
      const read = readDocument(input)
      return 'faults' in read ? read.faults : validate(read.document)
    },
    async save(who, id, version, input) {
      const read = readDocument(input)
      if ('faults' in read) return { kind: 'refused', faults: read.faults }
      if (read.document.id !== id) return { kind: 'refused', faults: [{ path: 'id', message: texts.idOtherwise(id) }] }
      return madeOf(await saveProgramme(db, who, { document: read.document, version }))
    },
    async impact(who, id) {
      const programme = await find(id)
      const parts = { db, known, shipped: { notices: [...bundled], programmes: shipped }, today: today(), who }
      return programme && programmeImpact(parts, programme)
    },
    async publish(who, id, version) {
      const written = await findWritten(db, id)
      if (!written) return { kind: 'missing' }
      if (written.version !== version) return { kind: 'stale', stored: await held(written) }
      const { faults } = await held(written)
      if (faults.length > 0) return { kind: 'refused', faults }
      const notice = known().catalogue.notices.find((one) => one.id === written.document.notice)!
      const made = await madeOf(await publishProgramme(db, who, { id, version }, notice))
      await refresh()
      return made
    },
    async withdraw(who, id, version) {
      const own = shipped.find((one) => one.id === id)
      const notice = own && bundled.find((one) => one.id === own.notice)
      const original = own && notice && { document: own, notice }
      const made = await madeOf(await withdrawProgramme(db, who, { id, version }, original))
      await refresh()
      return made
    },
    versions,
    async restore(who, id, version, change) {
      const found = (await versions(id)).find((one) => one.change === change)
      if (!found) return { kind: 'missing' }
      return madeOf(await saveProgramme(db, who, { document: found.document, version, carried: null }))
    },
    async letGo(who, id, version, rule) {
      const written = await findWritten(db, id)
      if (!written?.carried) return { kind: 'missing' }
      const { document, carried } = written
      const rules = carried.rules.filter((one) => one.part !== rule.part || one.id !== rule.id)
      return madeOf(await saveProgramme(db, who, { document, version, carried: { ...carried, rules } }))
    },
  }
}
