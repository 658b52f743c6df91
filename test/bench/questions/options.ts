import { parseArgs } from 'node:util'
import { z } from 'zod'
import { today } from '../../../bot/today.ts'

/** What `npm run bench -- questions` is asked to do. */
export type QuestionsOptions = {
  /** Holds the questions, and in `files` the notices to be added. */
  folder: string
  /** Folders whose `files` are added first and whose questions are not asked. */
  load: string[]
  /** The day on which deadlines are judged, YYYY-MM-DD. */
  asOf: string
  /** Where the failed questions are written, a line of JSON each. */
  failures?: string
  /** Such a file of an earlier run, to be compared with. */
  before?: string
  /** A file of words that are replaced in notices and questions alike. */
  rename?: string
}

export const questionsUsage =
  'questions DIR [--load DIR]… [--as-of YYYY-MM-DD] [--failures FILE] [--before FILE] [--rename FILE.json]'

const options = {
  load: { type: 'string', multiple: true },
  'as-of': { type: 'string' },
  failures: { type: 'string' },
  before: { type: 'string' },
  rename: { type: 'string' },
} as const

/** @throws {Error} Saying which argument is wrong. */
export function readQuestionsOptions(args: string[]): QuestionsOptions {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0) throw new Error(`npm run bench -- ${questionsUsage}`)
  const { load = [], 'as-of': asOf = today('Asia/Shanghai'), ...files } = values
  if (!z.iso.date().safeParse(asOf).success) throw new Error(`--as-of takes a day YYYY-MM-DD, not ${asOf}`)
  return { folder, load, asOf, ...files }
}
