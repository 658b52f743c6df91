import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

const labelSchema = z.looseObject({
  /** The notice that answers: an id, or the name of a file of the set without its extension. */
  notice: z.string().optional(),
  expect: z.string(),
  /** Verbatim stretches of the notice, one of which the clause that answers holds. */
  quotes: z.array(z.string()).default([]),
})
const questionSchema = labelSchema.extend({ id: z.string(), question: z.string().min(1) })
const dialogueSchema = z.looseObject({
  id: z.string(),
  notice: z.string().optional(),
  turns: z.array(labelSchema.extend({ say: z.string().min(1) })).min(1),
})

export type Label = z.infer<typeof labelSchema>
export type LabelledQuestion = z.infer<typeof questionSchema>
export type LabelledDialogue = z.infer<typeof dialogueSchema>

/** A folder of labelled questions. `files` are the notices that they are about beside the bundled ones. */
export type LabelledSet = {
  name: string
  files: string[]
  /** Notices that are read already, beside those of the files. */
  notices?: Notice[]
  /** Whether it is about the bundled notices, and has none of its own. */
  isOfBundled: boolean
  questions: LabelledQuestion[]
  dialogues: LabelledDialogue[]
}

/**
 * Reads every set of a folder, by name.
 *
 * @throws {Error} Naming the file and line of what is malformed.
 */
export const readSets = (folder: string): LabelledSet[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readSet(folder, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

function readSet(folder: string, name: string): LabelledSet {
  const own = join(folder, name)
  const notices = join(own, 'files')
  const files = existsSync(notices) ? readdirSync(notices).toSorted() : []
  return {
    name,
    files: files.map((file) => join(notices, file)),
    isOfBundled: files.length === 0,
    questions: readLines(join(own, 'questions.jsonl'), questionSchema),
    dialogues: readLines(join(own, 'dialogues.jsonl'), dialogueSchema),
  }
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      try {
        return [schema.parse(JSON.parse(line))]
      } catch (error) {
        throw new Error(`${file}:${at + 1}: ${(error as Error).message}`, { cause: error })
      }
    })
}
