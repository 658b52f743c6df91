import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables'
import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { promptHash } from '../../prompts/render-prompt.ts'
import { replies } from '../../prompts/replies.ts'
import { answerQuestion } from '../answering/answer-question.ts'
import type { Answer, Inquiry, Memory } from '../answering/answer.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import type { Written } from '../conversations/turn-log.ts'
import { type Grounded, groundSentence } from '../grounding/ground-sentence.ts'
import type { AnswerCache } from './answer-cache.ts'
import { cacheKey } from './answer-cache.ts'
import { chooseQuestion } from './choose-question.ts'
import type { Ask } from './endpoint.ts'
import { ModelFailure } from './failure.ts'
import { holdsTogether } from './hold-whole.ts'
import { redact } from './redact.ts'
import type { TimeLimits } from './time-limit.ts'
import { writeAnswer } from './write-answer.ts'

/** A question on its way to an answer; each step adds what it is named after. */
export type Passage = {
  knowledge: Knowledge
  asked: string
  memory: Memory
  today: string
  /** Hears the answer as it grows: all of it that holds so far. */
  onText(text: string): void
  /** What may be sent out of the question. */
  outgoing?: string
  /** One of the known questions to offer, where the one asked finds nothing. */
  offered?: string
  found?: { answer: Answer; memory: Memory; inquiry?: Inquiry }
  sentences?: Grounded[]
  written?: Written
}

export type PathParts = { ask: Ask; model: string; limits: TimeLimits; cache: AnswerCache }

/** The steps of an answer with a model, each with what takes its place where the model fails it. */
export function answeringPath(parts: PathParts) {
  return RunnableSequence.from<Passage, Passage>([
    step('redact', hideWhatIdentifies),
    step('understand', (passage) => understandWithModel(passage, parts)).withFallbacks([
      step('understand plainly', asAsked),
    ]),
    step('retrieve', retrieve),
    step('write', (passage) => writeWithModel(passage, parts)).withFallbacks([step('keep the clause', asAsked)]),
    step('ground', (passage) => keepIfWhole(passage, parts)),
    step('reply', compose),
  ])
}

const step = (name: string, take: (passage: Passage) => Passage | Promise<Passage>) =>
  RunnableLambda.from<Passage, Passage>(take).withConfig({ runName: name })

const asAsked = (passage: Passage): Passage => passage

const hideWhatIdentifies = (passage: Passage): Passage => ({
  ...passage,
  outgoing: redact(passage.asked, passage.knowledge.catalogue),
})

const answerPlainly = ({ knowledge, memory, today }: Passage, question: string) =>
  answerQuestion(knowledge, question, memory, today)

const unfound: readonly Answer['status'][] = ['not-found', 'clarify']
const foundStatuses: readonly Answer['status'][] = ['answered', 'listed', 'deadline-passed', 'compared']

/** Only where the words as they are find nothing is a model asked what they mean; what it chooses is offered. */
async function understandWithModel(passage: Passage, { ask, limits }: PathParts): Promise<Passage> {
  const { knowledge, asked, memory } = passage
  const found = await answerPlainly(passage, asked)
  if (!found.inquiry || found.inquiry.question.english || !unfound.includes(found.answer.status))
    return { ...passage, found }
  const offered = await chooseQuestion(ask, asked, memory, knowledge, limits.reading).catch(() => undefined)
  if (offered === undefined) return { ...passage, found }
  const { answer } = await answerPlainly(passage, offered)
  return foundStatuses.includes(answer.status) ? { ...passage, found, offered } : { ...passage, found }
}

async function retrieve(passage: Passage): Promise<Passage> {
  return passage.found ? passage : { ...passage, found: await answerPlainly(passage, passage.asked) }
}

/** Sentences are shown once one of them rests on the clause found best; a failure after that keeps what was shown. */
async function writeWithModel(passage: Passage, parts: PathParts): Promise<Passage> {
  const { retelling } = passage.found!.answer
  if (!retelling) return passage
  const sentences: Grounded[] = []
  const show = (sentence: Grounded) => {
    sentences.push(sentence)
    if (sentences.some(({ rests }) => rests.includes(retelling.entries[0]!))) passage.onText(textOf(sentences))
  }
  const key = keyOf(passage, retelling.entries, parts.model)
  const kept = regrounded(await parts.cache.find(key).catch(() => undefined), retelling.entries)
  kept?.forEach(show)
  if (sentences.length === 0) {
    try {
      for await (const one of writeAnswer(parts.ask, passage.outgoing!, retelling.entries, parts.limits)) show(one)
    } catch (error) {
      if (sentences.length === 0) throw error
    }
  }
  if (sentences.length === 0) throw new ModelFailure('ungrounded')
  const hash = promptHash('write-answer')
  const written = {
    model: parts.model,
    prompt: 'write-answer',
    promptHash: hash,
    sentences: sentences.length,
    fromCache: kept !== undefined,
  }
  return { ...passage, sentences, written }
}

/** What was kept is held against the clauses like what a model writes; where any of it doesn't hold, none of it is used. */
function regrounded(kept: readonly string[] | undefined, entries: readonly Entry[]): Grounded[] | undefined {
  const held = kept?.map((text) => groundSentence(text, entries)).filter((one) => one !== undefined)
  return held?.length === kept?.length ? held : undefined
}

const keyOf = ({ outgoing, found, asked }: Passage, entries: readonly Entry[], model: string): string =>
  cacheKey({ outgoing: outgoing!, read: found?.inquiry?.question.text ?? asked }, entries, model)

const textOf = (sentences: readonly Grounded[]): string => sentences.map(({ text }) => text).join('')

/** What was written stands alone only where it answers as a whole. */
async function keepIfWhole(passage: Passage, { cache, model }: PathParts): Promise<Passage> {
  const { sentences, found, written } = passage
  const { retelling, text } = found!.answer
  if (!sentences || !retelling || !found!.inquiry) return passage
  if (!holdsTogether(found!.inquiry.question, text, retelling.entries[0]!, sentences)) return withoutWhole(passage)
  const key = keyOf(passage, retelling.entries, model)
  if (!written!.fromCache)
    await cache
      .keep(
        key,
        sentences.map((one) => one.text),
      )
      .catch(() => undefined)
  return passage
}

/** The clause itself follows what was shown already; what was not shown is left out. */
function withoutWhole({ sentences = [], written: _, ...passage }: Passage): Passage {
  const { answer, ...found } = passage.found!
  const main = answer.retelling?.entries[0]
  const wasShown = sentences.some(({ rests }) => rests.includes(main!))
  const text = wasShown ? `${textOf(sentences)}\n${answer.text}` : answer.text
  return { ...passage, found: { ...found, answer: { ...answer, text } } }
}

/** The answer as it is given: the sentences, where they stand, and what the notices demand to be said after them. */
function compose(passage: Passage): Passage {
  const { sentences, offered } = passage
  const { answer, ...found } = passage.found!
  const { retelling } = answer
  if (sentences && retelling) {
    const text = [textOf(sentences), replies.restsOn(retelling.source), ...retelling.after].join('\n')
    return { ...passage, found: { ...found, answer: { ...answer, text } } }
  }
  if (offered === undefined) return passage
  const offer = { label: replies.didYouMean(offered), send: offered }
  return { ...passage, found: { ...found, answer: { ...answer, actions: [offer, ...(answer.actions ?? [])] } } }
}
