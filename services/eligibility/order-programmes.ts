import type { Assessment } from './assessment.ts'
import type { ResolvedProgramme } from './resolve-programmes.ts'
import { holdWindow } from './window.ts'

export type ProgrammeOfDay = { programme: ResolvedProgramme; window: Assessment['window'] }

const ranks: Record<Assessment['window']['status'], number> = { open: 0, 'not-yet-open': 1, closed: 2 }

/**
 * Programmes with their windows on a day: those that are open first, then those still to open, then those that are over;
 * among them the one that closes last first, which is the newest.
 *
 * @param asOf A day, YYYY-MM-DD.
 */
export function orderProgrammes(programmes: readonly ResolvedProgramme[], asOf: string): ProgrammeOfDay[] {
  return programmes
    .map((programme) => ({ programme, window: holdWindow(programme.window, asOf) }))
    .sort(
      (a, b) =>
        ranks[a.window.status] - ranks[b.window.status] ||
        b.programme.window.closes.localeCompare(a.programme.window.closes),
    )
}
