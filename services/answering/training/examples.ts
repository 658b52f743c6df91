import { keptFor } from '../../../knowledge/kept.ts'
import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import type { Memory } from '../answer.ts'
import { quoteWithItems } from '../compose/quote-with-items.ts'
import { retrieve } from '../answer-question.ts'
import { entriesFor } from '../retrieve/entries-for.ts'
import { type Candidate, candidatesOf } from '../retrieve/features.ts'
import { readFor, type Reading } from '../retrieve/reading.ts'
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
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export async function examplesOf(knowledge: Knowledge, set: LabelledSet, ids: Ids, today: string): Promise<Example[]> {
  const examples: Example[] = []
  for (const label of set.questions)
    if (decided.has(label.expect))
      examples.push(await exampleOf(knowledge, set, ids, { text: label.question, label, memory: {}, today }))
  for (const { notice, turns } of set.dialogues) {
    let memory: Memory = {}
    for (const { say: text, ...turn } of turns) {
      if (!decided.has(turn.expect)) continue
      const label = { notice, ...turn }
      const example = await exampleOf(knowledge, set, ids, { text, label, memory, today })
      examples.push(example)
      memory = remembered(knowledge, text, example, memory, today)
    }
  }
  return examples
}

type Turn = { text: string; label: Label; memory: Memory; today: string }

async function exampleOf(knowledge: Knowledge, set: LabelledSet, ids: Ids, turn: Turn): Promise<Example> {
  const { catalogue } = knowledge
  const { label, memory } = turn
  const question = understand(knowledge, turn.text, memory, turn.today)
  const hits = await retrieve(knowledge, question)
  const reading = readFor(catalogue, question, hits, memory.rests)
  const notice = label.notice === undefined ? undefined : noticeMeant(catalogue, ids, label.notice)
  const quotes = label.quotes.map(fold)
  return {
    set: set.name,
    ofBundled: set.isOfBundled,
    isAnswered: label.expect === 'answer',
    reading,
    candidates: candidatesOf(reading, entriesFor(reading)),
    isRight: (entry) =>
      (notice === undefined || entry.notice.id === notice) && quotes.some((quote) => quotedBy(entry).includes(quote)),
  }
}

/** What a citation of a clause quotes, folded. */
const quotedBy = keptFor((entry: Entry) => fold(quoteWithItems(entry)))

function noticeMeant(catalogue: Catalogue, ids: Ids, name: string): string {
  const id = ids.get(name.replace(/\.\w+$/u, '')) ?? name
  if (!catalogue.notices.some((notice) => notice.id === id)) throw new Error(`no notice ${name} among those of the set`)
  return id
}

function remembered(knowledge: Knowledge, text: string, { isRight }: Example, memory: Memory, today: string): Memory {
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
