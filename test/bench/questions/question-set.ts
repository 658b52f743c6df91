import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Expectation } from '../../support/judge.ts'
import { readLines } from '../read-lines.ts'

const strings = z.array(z.string()).default([])
const expectationSchema = z.looseObject({
  notices: strings,
  /** The same for a single one. Both name an id or a file of the folder `files`. */
  notice: z.string().optional(),
  facts: strings,
  anyFacts: z.array(z.array(z.string())).default([]),
  quotes: strings,
  mustNot: strings,
  expect: z.enum(['answer', 'not-found', 'clarify-or-answer', 'smalltalk', 'interview']),
  alsoOk: strings,
})
const questionSchema = expectationSchema.extend({
  id: z.string(),
  question: z.string().min(1),
  category: z.string().optional(),
})
const turnSchema = expectationSchema.extend({ say: z.string().min(1) })
const dialogueSchema = z.looseObject({ id: z.string(), turns: z.array(turnSchema).min(1) })

/** One message with what a right reply to it holds; `id` is that of the question, or of the dialogue with the turn's number. */
export type Asked = Expectation & { id: string; question: string }

/** `dialogues` are conversations: their turns in order. */
export type QuestionSet = { questions: Asked[]; dialogues: Asked[][] }

/**
 * Reads every `questions*.jsonl` and `dialogues*.jsonl` of a folder. Unknown fields are let pass.
 *
 * @throws {Error} Naming file and line of what is malformed, or an id that stands twice.
 */
export function readQuestionSet(folder: string): QuestionSet {
  const questions = readAll(folder, 'questions', questionSchema).map((one) => ({ ...one, ...namingNotices(one) }))
  const dialogues = readAll(folder, 'dialogues', dialogueSchema).map(({ id, turns }) =>
    turns.map((turn, at) => ({ ...turn, ...namingNotices(turn), id: `${id}.${at + 1}`, question: turn.say })),
  )
  const all = [...questions, ...dialogues.flat()]
  if (all.length === 0) throw new Error(`${folder}: no questions*.jsonl or dialogues*.jsonl with a line in it`)
  const twice = all.find(({ id }, at) => all.findIndex((other) => other.id === id) !== at)
  if (twice) throw new Error(`${folder}: the id ${twice.id} stands twice`)
  return { questions, dialogues }
}

function readAll<T>(folder: string, name: string, schema: z.ZodType<T>): T[] {
  const files = globSync(`${name}*.jsonl`, { cwd: folder }).toSorted()
  return files.flatMap((file) => readLines(join(folder, basename(file)), schema))
}

const namingNotices = ({ notice, notices }: z.infer<typeof expectationSchema>): Pick<Asked, 'notices'> => ({
  notices: notice === undefined ? notices : [notice, ...notices],
})
