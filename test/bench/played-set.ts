import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { saidOf } from '../../services/answering/compose/said.ts'
import { knowledgeOf } from '../../services/answering/training/train.ts'
import type { Knowledge } from '../../services/answering/understand/understand.ts'
import { resolveProgrammes } from '../../services/eligibility/resolve-programmes.ts'
import { type Asked, readQuestionSet } from './questions/question-set.ts'

/** The questions of a folder, and what they are asked over; `idOf` gives the id of a notice that a question names. */
export type PlayedSet = { questions: Asked[]; knowledge: Knowledge; idOf(notice: string): string }

/** Reads a set: its questions, and the bundled notices with those of its own `files`. @throws {Error} Saying what can't be read. */
export async function readPlayedSet(folder: string): Promise<PlayedSet> {
  const own = join(folder, 'files')
  const files = existsSync(own) ? readdirSync(own).toSorted() : []
  const { knowledge, ids } = await knowledgeOf({
    name: folder,
    files: files.filter((file) => extname(file) !== '.json').map((file) => join(own, file)),
    isOfBundled: files.length === 0,
    questions: [],
    dialogues: [],
  })
  const { notices } = knowledge.catalogue
  return {
    questions: readQuestionSet(folder).questions,
    knowledge: { ...knowledge, programmes: resolveProgrammes(notices), said: saidOf(loadNotices(), notices) },
    idOf: (notice) => ids.get(notice) ?? notice,
  }
}
