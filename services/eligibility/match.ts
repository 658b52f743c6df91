import type { Assessment } from './assessment.ts'
import { checkProgramme } from './check-programme.ts'
import type { ResolvedProgramme } from './resolve-programmes.ts'
import type { Answers } from './rule.ts'

/**
 * Holds one set of answers against every programme that asks for one of them.
 *
 * @param answers Valid by themselves (see `readAnswers`); each programme reads its own. One that is unknown shares nothing.
 * @returns Best first: those one can apply to now, the other eligible ones, the undetermined ones by how many criteria
 *   are still unknown, the ineligible ones by how many are unmet; then those with the later deadline, then as declared.
 */
export function match(programmes: readonly ResolvedProgramme[], answers: Answers, asOf: string): Assessment[] {
  return programmes
    .filter(({ factKeys }) => factKeys.some((key) => answers[key] !== undefined && answers[key] !== null))
    .map((programme) => checkProgramme(programme, answers, asOf))
    .sort((a, b) => compareRanks(rankOf(a), rankOf(b)) || b.window.closes.localeCompare(a.window.closes))
}

/** Smaller is better, the first number that differs decides. */
function rankOf({ canApplyNow, verdict, criteria }: Assessment): number[] {
  const count = (status: string) => criteria.filter((criterion) => criterion.status === status).length
  const place = canApplyNow ? 0 : { eligible: 1, undetermined: 2, ineligible: 3 }[verdict]
  return [place, count('unmet'), count('unknown')]
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}
