import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { readLines } from '../read-lines.ts'
import type { Judged } from './judged.ts'
import { spoiltBy } from './stages.ts'

const shownCharacters = 300

/** What went from right to wrong and back since an earlier run, of the questions that both asked: their ids in the order asked. */
export type Changes = { newlyFailing: string[]; newlyPassing: string[] }

/** Writes a line of JSON for each failed question or turn. */
export function writeFailures(file: string, judged: Judged[]): void {
  writeFileSync(
    file,
    judged
      .filter(hasFailed)
      .map((one) => `${JSON.stringify(failureOf(one))}\n`)
      .join(''),
  )
}

function failureOf({ asked, replies, trace, faults, stages }: Judged) {
  const { id, question, category, expect, alsoOk, notices, facts, anyFacts, quotes, mustNot } = asked
  const text = replies.map((reply) => reply.text).join('\n')
  return {
    id,
    category,
    question,
    stage: spoiltBy(stages),
    faults,
    expected: { expect, alsoOk, notices, facts, anyFacts, quotes, mustNot },
    got: {
      kind: replies.map(({ kind }) => kind).join('+'),
      lead: text.slice(0, shownCharacters),
      quotes: replies.flatMap(({ citations }) => citations.map(({ quote }) => quote)),
    },
    trace,
  }
}

/**
 * The ids in a file that `writeFailures` wrote.
 *
 * @throws {Error} Naming file and line, when it is no such file.
 */
export const readFailedIds = (file: string): string[] =>
  readLines(file, z.looseObject({ id: z.string() })).map(({ id }) => id)

export function compareRuns(failedBefore: string[], judged: Judged[]): Changes {
  const failed = new Set(failedBefore)
  const changed = judged.filter((one) => hasFailed(one) !== failed.has(one.asked.id))
  const ids = (ones: Judged[]) => ones.map(({ asked }) => asked.id)
  return { newlyFailing: ids(changed.filter(hasFailed)), newlyPassing: ids(changed.filter((one) => !hasFailed(one))) }
}

const hasFailed = ({ faults }: Judged): boolean => faults.length > 0
