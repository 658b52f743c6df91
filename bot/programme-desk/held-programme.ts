import { isDeepStrictEqual } from 'node:util'
import { programmePageTexts as words } from '../../prompts/programme-page-texts.ts'
import type { ProgrammeDocument } from '../../services/eligibility/document.ts'
import type { DocumentFault } from '../../services/eligibility/document-shapes.ts'
import type { Carried } from '../../services/staff/programmes/carried.ts'
import type { WrittenProgramme } from '../../services/staff/programmes/programme-store.ts'

/**
 * `shipped`: it comes with the assistant; `draft`: in use by nobody yet; `changed`: in use, and written on since; `carried`: its
 * notice has changed or was replaced, and somebody must read what became of it; `withdrawn`: taken out of use.
 */
export const programmeStates = ['shipped', 'draft', 'published', 'changed', 'carried', 'withdrawn'] as const
export type ProgrammeState = (typeof programmeStates)[number]

/** A document with how it stands; `version` is 0 where nobody has written on it yet. */
export type HeldProgramme = {
  id: string
  version: number
  state: ProgrammeState
  document: ProgrammeDocument
  /** What keeps it from being put in use. */
  faults: DocumentFault[]
  /** What became of the rules of an older text, while that is to be read. */
  carried?: Carried
}

export type ListedProgramme = Pick<HeldProgramme, 'id' | 'version' | 'state'> &
  Pick<ProgrammeDocument, 'title' | 'year' | 'notice'> & {
    author?: string
    updatedAt?: string
    open?: number
    wrong?: number
  }

export function stateOf({ document, published, carried, isWithdrawn }: WrittenProgramme): ProgrammeState {
  if (isWithdrawn) return 'withdrawn'
  if (carried) return 'carried'
  if (!published) return 'draft'
  return isDeepStrictEqual(document, published) ? 'published' : 'changed'
}

/** Rules whose words are gone must be let go by a person. */
export const goneFaults = (carried: Carried | undefined): DocumentFault[] =>
  (carried?.rules ?? [])
    .filter(({ outcome }) => outcome === 'gone')
    .map(({ part, id, title = id }) => ({ path: `${part}.${id}`, message: words.carried.settleGone(title) }))

/** How many rules of an older text nobody has settled yet. */
export function openRules({ carried, document }: Pick<HeldProgramme, 'carried' | 'document'>): Carried['rules'] {
  return (carried?.rules ?? []).filter(({ part, id, outcome }) => {
    if (outcome === 'gone') return true
    const rules: readonly { id: string; review?: string | undefined }[] = document[part]
    return rules.some((rule) => rule.id === id && rule.review !== undefined)
  })
}

export const listed = ({ id, title, year, notice }: ProgrammeDocument, version: number, state: ProgrammeState) => ({
  id,
  title,
  year,
  notice,
  version,
  state,
})
