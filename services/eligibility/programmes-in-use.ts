import { isDeepStrictEqual } from 'node:util'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import type { ProgrammeDocument } from './document.ts'
import { type ResolvedProgramme, resolveProgramme, resolveProgrammes } from './resolve-programmes.ts'
import { reviseProgramme } from './revise-programme.ts'
import { shippedProgrammes } from './shipped-programmes.ts'
import { titleOf } from './title-of.ts'
import { changedParts, type SuspendedProgramme, type SuspensionReason } from './warning.ts'

export type ProgrammesInUse = { programmes: ResolvedProgramme[]; suspended: SuspendedProgramme[] }

/**
 * Resolves the programmes against the notices in use. Where a notice is not as it came with the rules, what it still says
 * is checked, what it says no longer is left unsettled and named; where that isn't possible the programme is suspended.
 *
 * @param bundled The notices that the rules quote.
 * @throws {Error} An author's mistake, where a notice is as it came.
 */
export function programmesInUse(
  notices: readonly Notice[],
  bundled: readonly Notice[],
  declared: readonly ProgrammeDocument[] = shippedProgrammes(),
): ProgrammesInUse {
  const inUse: ProgrammesInUse = { programmes: [], suspended: [] }
  for (const programme of declared) {
    const resolved = fit(programme, notices, bundled)
    const { id, title, year, notice, english, facts } = programme
    if (typeof resolved === 'string')
      inUse.suspended.push({ id, title, year, notice, ...(english && { english }), facts, reason: resolved })
    else inUse.programmes.push(resolved)
  }
  return inUse
}

function fit(
  programme: ProgrammeDocument,
  notices: readonly Notice[],
  bundled: readonly Notice[],
): ResolvedProgramme | SuspensionReason {
  const [used, original] = [notices, bundled].map((list) => list.find(({ id }) => id === programme.notice))
  if (!used) return 'notice-removed'
  if (!original || isDeepStrictEqual(used, original)) return resolveProgrammes(notices, [programme])[0]!
  const revised = reviseProgramme(programme, original, used)
  if (typeof revised === 'string') return revised
  const { changes } = revised
  const resolved = resolveProgramme([revised.notice], revised.document)
  // What people have put in the notice's place is no author's mistake.
  if ('faults' in resolved) return 'unreadable'
  return changes.length === 0 ? resolved.programme : Object.freeze({ ...resolved.programme, changes })
}

/** What those who run the assistant are told, a line for each programme that is not as it should be. */
export function describeConcerns({
  programmes: known,
  suspended,
}: ProgrammesInUse): { notice: string; text: string }[] {
  return [
    ...known
      .filter(({ changes }) => changes)
      .map((one) => ({
        notice: one.notice,
        text: texts.operator.changed(titleOf(one), one.id, changedParts(one)),
      })),
    ...suspended.map((one) => ({
      notice: one.notice,
      text: texts.operator.suspended(titleOf(one), one.id, texts.reasons[one.reason]),
    })),
  ]
}
