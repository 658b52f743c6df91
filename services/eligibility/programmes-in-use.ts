import { isDeepStrictEqual } from 'node:util'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import type { ProgrammeDocument } from './document.ts'
import { type ResolvedProgramme, resolveProgramme, resolveProgrammes } from './resolve-programmes.ts'
import { reviseProgramme } from './revise-programme.ts'
import { pendingAmendments } from '../amending/pending-amendments.ts'
import { amendProgramme } from './amend-programme.ts'
import { newestFirst, shippedProgrammes } from './shipped-programmes.ts'
import { titleOf } from './title-of.ts'
import { changedParts, type SuspendedProgramme, type SuspensionReason } from './warning.ts'

export type ProgrammesInUse = { programmes: ResolvedProgramme[]; suspended: SuspendedProgramme[] }

/**
 * A programme that staff have put in use, with the notice that it quotes as it was then, and perhaps taken out again; or one
 * that waits to be read, of a notice that came `after` that of another programme.
 */
export type PublishedProgramme =
  | { document: ProgrammeDocument; original: Notice; isWithdrawn?: boolean }
  | { document: ProgrammeDocument; after: ProgrammeDocument['id'] }

/**
 * Resolves the programmes against the notices in use. Where a notice is not as it came with the rules, what it still says
 * is checked, what it says no longer is left unsettled and named; where that isn't possible the programme is suspended.
 *
 * @param bundled The notices that the rules quote.
 * @param published What staff have put in use; beside the programmes that ship, or in place of the one of that id.
 * @returns Newest first.
 * @throws {Error} An author's mistake in a programme that ships, where its notice is as it came.
 */
export function programmesInUse(
  notices: readonly Notice[],
  bundled: readonly Notice[],
  declared: readonly ProgrammeDocument[] = shippedProgrammes(),
  published: readonly PublishedProgramme[] = [],
): ProgrammesInUse {
  const written = new Set(published.map(({ document }) => document.id))
  const shipped = declared.filter(({ id }) => !written.has(id))
  const originalOf = (document: ProgrammeDocument) => bundled.find(({ id }) => id === document.notice)
  const own = published.filter((one) => 'original' in one)
  const known = [...shipped.map((document) => ({ document, original: originalOf(document) })), ...own]
  const found = [
    ...shipped.map((document) => ({ document, resolved: fitShipped(document, notices, bundled) })),
    ...own.map(({ document, original, isWithdrawn }) => ({
      document,
      resolved: isWithdrawn ? ('withdrawn' as const) : fit(document, notices, original),
    })),
    ...published.flatMap((one) => {
      if (!('after' in one)) return []
      const before = known.find(({ document }) => document.id === one.after)
      return [
        { document: one.document, resolved: before ? follow(one.document, before, notices) : ('in-review' as const) },
      ]
    }),
  ].sort((a, b) => newestFirst(a.document, b.document))
  const inUse: ProgrammesInUse = { programmes: [], suspended: [] }
  for (const { document, resolved } of found) {
    const { id, title, year, notice, english, facts } = document
    if (typeof resolved === 'string')
      inUse.suspended.push({ id, title, year, notice, ...(english && { english }), facts, reason: resolved })
    else inUse.programmes.push(resolved)
  }
  return inUse
}

function fitShipped(
  document: ProgrammeDocument,
  notices: readonly Notice[],
  bundled: readonly Notice[],
): ResolvedProgramme | SuspensionReason {
  const [used, original] = [notices, bundled].map((list) => list.find(({ id }) => id === document.notice))
  const isAsItCame = used && (!original || isDeepStrictEqual(used, original))
  if (isAsItCame && pendingAmendments(used, notices, document.amendments).length === 0)
    return resolveProgrammes(notices, [document])[0]!
  return fit(document, notices, original)
}

function fit(
  document: ProgrammeDocument,
  notices: readonly Notice[],
  original: Notice | undefined,
): ResolvedProgramme | SuspensionReason {
  const used = notices.find(({ id }) => id === document.notice)
  if (!used || !original) return 'notice-removed'
  const revised = reviseProgramme(document, original, used, notices)
  if (typeof revised === 'string') return revised
  const pending = pendingAmendments(revised.notice, notices, document.amendments)
  const amended = amendProgramme(revised.document, revised.notice, pending)
  if (typeof amended === 'string') return amended
  const changes = [...revised.changes, ...amended.changes]
  const others = notices.filter(({ id }) => id !== revised.notice.id)
  const resolved = resolveProgramme([revised.notice, ...others], amended.document)
  // What people have put in the notice's place is no author's mistake.
  if ('faults' in resolved) return 'unreadable'
  return changes.length === 0 ? resolved.programme : Object.freeze({ ...resolved.programme, changes })
}

/**
 * A programme of a newer notice that nobody has read yet, by the rules of the older one: what still stands word for word is
 * checked, the rest is left open and named.
 */
function follow(
  { id, title, year, notice }: ProgrammeDocument,
  { document, original }: { document: ProgrammeDocument; original: Notice | undefined },
  notices: readonly Notice[],
): ResolvedProgramme | SuspensionReason {
  const used = notices.find((one) => one.id === notice)
  if (!used || !original) return 'notice-removed'
  const { amendments: _, ...before } = document
  const resolved = fit({ ...before, title, year, notice }, notices, original)
  return typeof resolved === 'string' ? 'in-review' : Object.freeze({ ...resolved, id })
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
