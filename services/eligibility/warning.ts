import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import type { ProgrammeDocument } from './document.ts'
import type { ResolvedProgramme } from './resolve-programmes.ts'
import { titleOf } from './title-of.ts'

/** Why a programme can't be checked against what its notice says now. */
export type SuspensionReason = keyof typeof texts.reasons

/** A programme that can't be checked for now, and why. */
export type SuspendedProgramme = Pick<ProgrammeDocument, 'id' | 'title' | 'year' | 'notice' | 'english' | 'facts'> & {
  reason: SuspensionReason
}

/** The parts of a programme that wait for somebody to look at them, by name. */
export const changedParts = ({ changes = [] }: Pick<ResolvedProgramme, 'changes'>): string =>
  [...new Set(changes.map(({ title }) => title))].join('、')

/** What is said above whatever rests on a programme whose notice has changed; undefined where nothing has. */
export const warningOf = (programme: Pick<ResolvedProgramme, 'changes'>): string | undefined =>
  programme.changes && texts.warning(changedParts(programme))

/** Why a programme can't be checked for now, in one sentence. */
export const describeSuspension = (suspended: SuspendedProgramme): string =>
  texts.suspended(titleOf(suspended), texts.reasons[suspended.reason])
