import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { draftProgrammes, type ProgrammeDraft } from '../../services/drafting/draft-programmes.ts'
import { type ProgrammeDocument, readDocument } from '../../services/eligibility/document.ts'
import type { DocumentFault } from '../../services/eligibility/document-shapes.ts'
import { factsOf } from '../../services/eligibility/facts-of.ts'
import { validateProgramme } from '../../services/eligibility/validate-programme.ts'
import {
  findWritten,
  listWritten,
  type ProgrammeChange,
  publishProgramme,
  saveProgramme,
  type WrittenProgramme,
} from '../../services/staff/programmes/programme-store.ts'
import type { Known } from '../known.ts'

/** `shipped`: it comes with the assistant; `draft`: in use by nobody yet; `changed`: in use, and written on since. */
export type ProgrammeState = 'shipped' | 'draft' | 'published' | 'changed'

/** A document with how it stands; `version` is 0 where nobody has written on it yet. */
export type HeldProgramme = {
  id: string
  version: number
  state: ProgrammeState
  document: ProgrammeDocument
  /** What keeps it from being put in use. */
  faults: DocumentFault[]
}

export type ListedProgramme = Pick<HeldProgramme, 'id' | 'version' | 'state'> &
  Pick<ProgrammeDocument, 'title' | 'year' | 'notice'> & { author?: string; updatedAt?: string }

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
  draft(notice: Notice): ProgrammeDraft[]
  /** The notice in use of an id. */
  notice(id: string): Notice | undefined
  /** All that is wrong with what should be a document. */
  faultsOf(input: unknown): DocumentFault[]
  save(who: string, id: string, version: number, input: unknown): Promise<Made>
  publish(who: string, id: string, version: number): Promise<Made>
}

type Parts = {
  db: Database
  known(): Pick<Known, 'catalogue' | 'programmes'>
  shipped: readonly ProgrammeDocument[]
  /** Takes up what is in use now. */
  refresh(): Promise<void>
}

export function openProgrammeDesk({ db, known, shipped, refresh }: Parts): ProgrammeDesk {
  const beside = (id: string) => ({
    notices: known().catalogue.notices,
    others: known().programmes.filter((one) => one.id !== id),
  })
  const validate = (document: ProgrammeDocument): DocumentFault[] => {
    const found = validateProgramme(document, beside(document.id))
    return 'faults' in found ? found.faults : []
  }
  const held = (written: WrittenProgramme): HeldProgramme => {
    const { id, version, document } = written
    return { id, version, state: stateOf(written), document, faults: validate(document) }
  }
  const shippedAs = (document: ProgrammeDocument): HeldProgramme => ({
    id: document.id,
    version: 0,
    state: 'shipped',
    document,
    faults: validate(document),
  })

  async function find(id: string): Promise<HeldProgramme | undefined> {
    const written = await findWritten(db, id)
    if (written) return held(written)
    const own = shipped.find((one) => one.id === id)
    return own && shippedAs(own)
  }
  const madeOf = (change: ProgrammeChange | undefined): Made => {
    if (!change) return { kind: 'missing' }
    if (change.kind === 'stale') return { kind: 'stale', stored: held(change.stored) }
    return { kind: 'made', programme: held(change.stored) }
  }

  return {
    find,
    draft: (notice) => draftProgrammes(notice, factsOf(known().programmes)),
    notice: (id) => known().catalogue.notices.find((notice) => notice.id === id),
    async list() {
      const written = await listWritten(db)
      const own = shipped.filter(({ id }) => !written.some((one) => one.id === id))
      return [
        ...written.map((one) => ({
          ...listed(one.document, one.version, stateOf(one)),
          author: one.author,
          updatedAt: one.updatedAt.toISOString(),
        })),
        ...own.map((document) => listed(document, 0, 'shipped')),
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
      return madeOf(await saveProgramme(db, who, read.document, version))
    },
    async publish(who, id, version) {
      const written = await findWritten(db, id)
      if (!written) return { kind: 'missing' }
      if (written.version !== version) return { kind: 'stale', stored: held(written) }
      const faults = validate(written.document)
      if (faults.length > 0) return { kind: 'refused', faults }
      const notice = known().catalogue.notices.find((one) => one.id === written.document.notice)!
      const made = madeOf(await publishProgramme(db, who, { id, version }, notice))
      await refresh()
      return made
    },
  }
}

function stateOf({ document, published }: WrittenProgramme): ProgrammeState {
  if (!published) return 'draft'
  return isDeepStrictEqual(document, published) ? 'published' : 'changed'
}

const listed = ({ id, title, year, notice }: ProgrammeDocument, version: number, state: ProgrammeState) => ({
  id,
  title,
  year,
  notice,
  version,
  state,
})
