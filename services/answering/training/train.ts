import { basename, extname } from 'node:path'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { loadNotices, newestFirst } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { buildLexicalIndex } from '../../../knowledge/searching/lexical-index.ts'
import { buildSpelling } from '../understand/repair-spelling.ts'
import type { Knowledge } from '../understand/understand.ts'
import type { TalkWeights } from '../understand/talk.ts'
import { storedForm, type StoredWeights, type Weights } from '../retrieve/weights.ts'
import { type Example, examplesOf } from './examples.ts'
import { learnWeights } from './learn-weights.ts'
import { learnTalk, reportOnTalk } from './learn-talk.ts'
import type { LabelledSet } from './read-set.ts'
import { reportOn } from './report.ts'

/** The day on which all questions are asked, so that the weights depend on nothing but the sets: 去年 is 2025. */
export const trainingDay = '2026-11-21'

/**
 * Learns the weights of the ranking and of the gate, and those that tell small talk, from labelled questions.
 *
 * @param onSet Hears of each set that has been read.
 * @returns The weights, and a report on what they are worth on sets that they were not learned from.
 * @throws {Error} When a set names a notice that it doesn't have.
 */
export async function train(
  sets: LabelledSet[],
  onSet: (set: LabelledSet, examples: number) => void = () => undefined,
): Promise<{ weights: StoredWeights; learned: Weights; talk: TalkWeights; report: string }> {
  const examples = await readAllExamples(sets, onSet)
  const weights = learnWeights(examples)
  const report = `${reportOn(examples, weights)}\n${reportOnTalk(sets)}\n`
  return { weights: storedForm(weights), learned: weights, talk: learnTalk(sets), report }
}

/** The examples of all sets, each asked over its own notices; those on the bundled ones also among all others'. */
export async function readAllExamples(
  sets: LabelledSet[],
  onSet: (set: LabelledSet, examples: number) => void,
): Promise<Example[]> {
  const examples: Example[] = []
  const crowd = sets.flatMap(({ files }) => files)
  for (const set of sets) {
    const own = await readExamples(set)
    // What is asked of the bundled notices is also asked among many others, which must not draw it away.
    const crowded = set.isOfBundled && crowd.length > 0 ? await readExamples({ ...set, files: crowd }) : []
    onSet(set, own.length + crowded.length)
    examples.push(...own, ...crowded)
  }
  return examples
}

/** The examples of a set, over the bundled notices and those of the set. */
async function readExamples(set: LabelledSet): Promise<Example[]> {
  const { knowledge, ids } = await knowledgeOf(set)
  return examplesOf(knowledge, set, ids, trainingDay)
}

/** What a set is asked over, and the ids of its own notices. */
export async function knowledgeOf(set: LabelledSet): Promise<{ knowledge: Knowledge; ids: Map<string, string> }> {
  const { notices, ids } = await noticesOf(set)
  const catalogue = buildCatalogue(notices)
  const { search } = buildLexicalIndex(notices)
  const knowledge: Knowledge = {
    catalogue,
    spelling: buildSpelling(catalogue),
    search: async (query) => search(query),
  }
  return { knowledge, ids }
}

async function noticesOf({
  files,
  notices: given = [],
}: LabelledSet): Promise<{ notices: Notice[]; ids: Map<string, string> }> {
  const bundled = loadNotices().filter(({ id }) => !given.some((one) => one.id === id))
  const added: Notice[] = [...given]
  const ids = new Map<string, string>()
  for (const file of files) {
    const notice = prepareNotice(await readNoticeFile(file), bundled, added)
    added.push(notice)
    ids.set(basename(file, extname(file)), notice.id)
  }
  return { notices: [...bundled, ...added].sort(newestFirst), ids }
}
