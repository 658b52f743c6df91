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
import {
  type KnownQuestion,
  type Recall,
  recallAmong,
  storedQuestions,
  type StoredQuestions,
} from '../retrieve/asked-before.ts'
import { type Example, examplesOf, knownQuestionsOf } from './examples.ts'
import { learnWeights } from './learn-weights.ts'
import { learnTalk, reportOnTalk } from './learn-talk.ts'
import type { LabelledSet } from './read-set.ts'
import { reportOn } from './report.ts'

/** The day on which all questions are asked, so that the weights depend on nothing but the sets: 去年 is 2025. */
export const trainingDay = '2026-11-21'

/** All that training leaves: what is kept as files, the weights as they are used, and what they are worth as text. */
export type Learned = {
  weights: StoredWeights
  learned: Weights
  known: StoredQuestions
  talk: TalkWeights
  report: string
}

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
): Promise<Learned> {
  const examples = await readAllExamples(sets, onSet)
  const weights = learnWeights(examples)
  const known = (await knownBySet(sets)).flatMap(({ questions }) => questions)
  return {
    weights: storedForm(weights),
    learned: weights,
    known: storedQuestions(known),
    talk: learnTalk(sets),
    report: `${reportOn(examples, weights)}\n${reportOnTalk(sets)}\n`,
  }
}

/** The examples of all sets, each asked over its own notices; those on the bundled ones also among all others'. */
export async function readAllExamples(
  sets: LabelledSet[],
  onSet: (set: LabelledSet, examples: number) => void,
): Promise<Example[]> {
  const examples: Example[] = []
  const crowd = sets.flatMap(({ files }) => files)
  const recallBeside = await recallOfOthers(sets)
  for (const set of sets) {
    const recall = recallBeside(set)
    const own = await readExamples(set, recall)
    // What is asked of the bundled notices is also asked among many others, which must not draw it away.
    const crowded = set.isOfBundled && crowd.length > 0 ? await readExamples({ ...set, files: crowd }, recall) : []
    onSet(set, own.length + crowded.length)
    examples.push(...own, ...crowded)
  }
  return examples
}

/** The examples of a set, over the bundled notices and those of the set. */
async function readExamples(set: LabelledSet, recall: Recall): Promise<Example[]> {
  const { knowledge, ids } = await knowledgeOf(set)
  return examplesOf(knowledge, set, ids, recall, trainingDay)
}

/** Likens the questions of a set to those known from the others. */
export async function recallOfOthers(sets: LabelledSet[]): Promise<(set: LabelledSet) => Recall> {
  const known = await knownBySet(sets)
  return (set) => recallAmong(known.flatMap(({ name, questions }) => (name === set.name ? [] : questions)))
}

/** What is asked of the samples is only judged by: they would say nothing any more. */
const judgedAlone = 'samples'

/** The questions on the bundled notices that are kept as known, set by set. */
async function knownBySet(sets: LabelledSet[]): Promise<{ name: string; questions: KnownQuestion[] }[]> {
  const ofBundled = sets.filter(({ isOfBundled, name }) => isOfBundled && name !== judgedAlone)
  const { knowledge, ids } = await knowledgeOf({ name: '', files: [], isOfBundled: true, questions: [], dialogues: [] })
  return ofBundled.map((set) => ({ name: set.name, questions: knownQuestionsOf(knowledge, set, ids, trainingDay) }))
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
