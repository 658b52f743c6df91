import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { loadNotices, newestFirst } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { buildLexicalIndex } from '../../../knowledge/searching/lexical-index.ts'
import { saidOf } from '../../answering/compose/said.ts'
import { readSets } from '../../answering/training/read-set.ts'
import { buildSpelling } from '../../answering/understand/repair-spelling.ts'
import type { Knowledge } from '../../answering/understand/understand.ts'
import { resolveProgrammes } from '../../eligibility/resolve-programmes.ts'
import { senseOf } from '../question-sense.ts'
import type { QuestionSense } from '../sense.ts'
import type { LabelledPair } from './pair-sets.ts'

export type ReadPair = LabelledPair & { senses: [QuestionSense, QuestionSense] }

/** The day on which all questions are asked. */
const asked = '2026-11-21'

/**
 * Reads both questions of each pair as the assistant does, over the bundled notices and those of its set.
 *
 * @param questions The folder of labelled questions, whose sets hold the notices.
 */
export async function readAllPairs(questions: string, pairs: readonly LabelledPair[]): Promise<ReadPair[]> {
  const sets = readSets(questions)
  const known = new Map<string, Knowledge>()
  const senses = new Map<string, QuestionSense>()
  const read: ReadPair[] = []
  for (const pair of pairs) {
    const files = sets.find(({ name }) => name === pair.about)?.files ?? []
    const knowledge = known.get(pair.about) ?? (await knowledgeWith(files))
    known.set(pair.about, knowledge)
    const senseFor = async (question: string): Promise<QuestionSense> => {
      const key = `${pair.about} ${question}`
      const sense = senses.get(key) ?? (await senseOf(knowledge, question, {}, asked))
      senses.set(key, sense)
      return sense
    }
    read.push({ ...pair, senses: [await senseFor(pair.one), await senseFor(pair.other)] })
  }
  return read
}

async function knowledgeWith(files: readonly string[]): Promise<Knowledge> {
  const bundled = loadNotices()
  const added: Notice[] = []
  for (const file of files) added.push(prepareNotice(await readNoticeFile(file), bundled, added))
  const notices = [...bundled, ...added].sort(newestFirst)
  const catalogue = buildCatalogue(notices)
  const { search } = buildLexicalIndex(notices)
  return {
    catalogue,
    spelling: buildSpelling(catalogue),
    programmes: resolveProgrammes(bundled),
    said: saidOf(notices),
    search: async (query) => search(query),
  }
}
