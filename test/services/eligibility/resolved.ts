import { loadNotices } from '../../../knowledge/load-notices.ts'
import { factsOf } from '../../../services/eligibility/facts-of.ts'
import { resolveProgrammes, type ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'

export const notices = loadNotices()
export const resolved = resolveProgrammes(notices)

/** What the programmes ask, by key. */
export const facts = factsOf(resolved)
export const factKeys = Object.keys(facts)

export function programmeOf(id: string): ResolvedProgramme {
  const programme = resolved.find((one) => one.id === id)
  if (!programme) throw new Error(`there is no programme ${id}`)
  return programme
}

/** Where a comparison of text has to look past the layout of the page. */
export const squeeze = (text: string): string => text.replace(/\s/gu, '')
