import { keptFor } from '../../../knowledge/kept.ts'
import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import type { Memory } from '../answer.ts'
import { quoteWithItems } from '../compose/quote-with-items.ts'
import { retrieve } from '../answer-question.ts'
import { entriesFor } from '../retrieve/entries-for.ts'
import { type Candidate, candidatesOf } from '../retrieve/features.ts'
import type { KnownQuestion, Recall } from '../retrieve/asked-before.ts'
import { keyOf, readFor, type Reading } from '../retrieve/reading.ts'
import { asksAnything } from '../understand/cues.ts'
import { scopeOf } from '../understand/scopes.ts'
import { type Knowledge, understand } from '../understand/understand.ts'
import type { Label, LabelledSet } from './read-set.ts'

/** A question as the ranking sees it, with what is known of its answer. */
export type Example = {
  set: string
  /** Whether its set is about the bundled notices. */
  ofBundled: boolean
  /** Whether the notices answer it. */
  isAnswered: boolean
  reading: Reading
  candidates: Candidate[]
  isRight(entry: Entry): boolean
}

/** What a set's notices are called in it, and their ids. */
export type Ids = ReadonlyMap<string, string>

/** The labels that say whether there is an answer; small talk and questions to be asked back teach nothing here. */
const decided = new Set(['answer', 'not-found'])

/**
 * Reads a set as the assistant would, turn by turn; after each turn of a dialogue the conversation remembers the right clause.
 *
 * @param knowledge The bundled notices and those of the set, indexed.
 * @param recall Likens a question to known ones, its own set not among them.
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export async function examplesOf(
  knowledge: Knowledge,
  set: LabelledSet,
  ids: Ids,
  recall: Recall,
  today: string,
): Promise<Example[]> {
  const examples: Example[] = []
  for (const turn of turnsOf(knowledge, set, ids, today)) examples.push(await exampleOf(knowledge, set, recall, turn))
  return examples
}

/** The questions of a set as known ones: as they are understood, with the clauses that answer them. */
export const knownQuestionsOf = (knowledge: Knowledge, set: LabelledSet, ids: Ids, today: string): KnownQuestion[] =>
  turnsOf(knowledge, set, ids, today).map(({ text, isAnswered, isRight, notice, memory }) => ({
    text: understand(knowledge, text, memory, today).text,
    notice,
    places: isAnswered ? knowledge.catalogue.entries.filter(isRight).map(keyOf) : [],
  }))

type Turn = {
  text: string
  memory: Memory
  today: string
  isAnswered: boolean
  /** Id of the notice that it is about, where the label names one. */
  notice: string | undefined
  isRight(entry: Entry): boolean
}

/** All that is said in a set and labelled, each with what the conversation remembers before it. */
function turnsOf(knowledge: Knowledge, set: LabelledSet, ids: Ids, today: string): Turn[] {
  const turns: Turn[] = []
  const read = (text: string, label: Label, memory: Memory): Turn => {
    const turn = { text, memory, today, ...judgeOf(knowledge, ids, label) }
    turns.push(turn)
    return turn
  }
  for (const label of set.questions) if (decided.has(label.expect)) read(label.question, label, {})
  for (const { notice, turns: said } of set.dialogues) {
    let memory: Memory = {}
    for (const { say, ...label } of said)
      if (decided.has(label.expect)) memory = remembered(knowledge, read(say, { notice, ...label }, memory))
  }
  return turns
}

function judgeOf({ catalogue }: Knowledge, ids: Ids, label: Label): Pick<Turn, 'isAnswered' | 'notice' | 'isRight'> {
  const notice = label.notice === undefined ? undefined : noticeMeant(catalogue, ids, label.notice)
  const quotes = label.quotes.map(fold)
  return {
    isAnswered: label.expect === 'answer',
    notice,
    isRight: (entry) =>
      (notice === undefined || entry.notice.id === notice) && quotes.some((quote) => quotedBy(entry).includes(quote)),
  }
}

async function exampleOf(
  knowledge: Knowledge,
  set: LabelledSet,
  recall: Recall,
  { text, memory, today, isAnswered, isRight }: Turn,
): Promise<Example> {
  const question = understand(knowledge, text, memory, today)
  const hits = await retrieve(knowledge, question)
  const reading = readFor(knowledge.catalogue, question, hits, memory.rests, recall)
  const candidates = candidatesOf(reading, entriesFor(reading))
  return { set: set.name, ofBundled: set.isOfBundled, isAnswered, reading, candidates, isRight }
}

/** What a citation of a clause quotes, folded. */
const quotedBy = keptFor((entry: Entry) => fold(quoteWithItems(entry)))

function noticeMeant(catalogue: Catalogue, ids: Ids, name: string): string {
  const id = ids.get(name.replace(/\.\w+$/u, '')) ?? name
  if (!catalogue.notices.some((notice) => notice.id === id)) throw new Error(`no notice ${name} among those of the set`)
  return id
}

function remembered(knowledge: Knowledge, { text, memory, today, isRight }: Turn): Memory {
  const right = knowledge.catalogue.entries.find(isRight)
  if (!right) return memory
  const { content, aspects, cues } = understand(knowledge, text, memory, today)
  return {
    ...memory,
    scope: scopeOf(right),
    rests: [{ notice: right.notice.id, clause: right.clause.id }],
    content: [...content].length > 1 ? content : memory.content,
    aspects: aspects.size > 0 ? [...aspects] : memory.aspects,
    cues: asksAnything(cues) ? [...cues] : memory.cues,
  }
}
