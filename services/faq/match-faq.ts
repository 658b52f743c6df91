import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Answer, Memory } from '../answering/answer.ts'
import type { Scope } from '../answering/understand/question.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import { areSame } from '../similarity/comparable.ts'
import { formsAgree } from '../similarity/question-form.ts'
import { senseOf } from '../similarity/question-sense.ts'
import type { QuestionSense, SpokenSense } from '../similarity/sense.ts'
import { readQuestionSense } from '../similarity/read-question-sense.ts'
import { mayShareAnswer, similarityLimits, similarityOf } from '../similarity/similarity.ts'
import {
  askOtherThings,
  type Grounds,
  groundsOf,
  heldForSeveral,
  isIdle,
  lacksOwnWords,
  openedFor,
  withoutOwnFigures,
} from './alike.ts'
import { scopeMeant, scopesOf, yearsOf } from './answer-scope.ts'
import type { AnsweringFaq } from './faq.ts'
import { faqAnswer } from './faq-answer.ts'
import { whyOutdated } from './pinned-clause.ts'
import { prefaceAndQuestion, withoutIdleCounts } from './plain-question.ts'

/** An answer that a question may be meant by, with the wording that is nearest and how likely both ask the same, 0 … 1. */
export type Near = { faq: AnsweringFaq; wording: string; similarity: number }

/** A question as it is held against answers; `plain` says how it and the wordings are put. */
type Asking = { knowledge: Knowledge; asked: string; memory: Memory; today: string; plain?: (text: string) => string }

/**
 * The answers by staff that hold for a question, the nearest first, however near.
 *
 * @param faqs Those in use. One whose clauses have changed, or whose time is over, is passed over, marked or not.
 * @param memory What the conversation was about; a wording stands for itself in what its answer holds for.
 */
export async function nearestFaqs(faqs: readonly AnsweringFaq[], asking: Asking): Promise<Near[]> {
  const inForce = faqs.filter((faq) => isInForce(asking.knowledge.catalogue, faq, asking.today))
  if (inForce.length === 0) return []
  let near: Near[] = []
  for (const { asking: way, least } of waysToAsk(asking)) {
    near = [...near, ...(await nearestTo(inForce, way)).filter(({ similarity }) => similarity >= least)]
    if (near.some(({ similarity }) => similarity >= similarityLimits.sameAnswer)) break
  }
  return near.sort((a, b) => b.similarity - a.similarity)
}

/** How a question is held against wordings: as it is put, without numbers that count nothing, without what is said before it. */
function waysToAsk(asking: Asking): { asking: Asking; least: number }[] {
  const { knowledge, asked, memory, today } = asking
  const plain = withoutIdleCounts(asked)
  const parts = prefaceAndQuestion(plain)
  const isAlone = parts && isIdle(readQuestionSense(knowledge, parts.preface, memory, today))
  return [
    { asking, least: 0 },
    ...(plain === asked ? [] : [{ asking: { ...asking, asked: plain, plain: withoutIdleCounts }, least: 0 }]),
    ...(isAlone
      ? [{ asking: { ...asking, asked: parts.question, plain: withoutIdleCounts }, least: beyondDoubt }]
      : []),
  ]
}

async function nearestTo(faqs: readonly AnsweringFaq[], asking: Asking): Promise<Near[]> {
  const { knowledge, asked, memory, today } = asking
  const spoken = readQuestionSense(knowledge, asked, memory, today)
  const possible = faqs.filter((faq) => faq.wordings.some((one) => mayMean(asking, spoken, faq, one)))
  if (possible.length === 0) return []
  const sense = await senseOf(knowledge, asked, memory, today)
  const near: Near[] = []
  for (const faq of possible) {
    const found = await nearnessOf(asking, sense, faq)
    if (found) near.push(found)
  }
  return near.sort((a, b) => b.similarity - a.similarity)
}

const asIs = (text: string): string => text

/** What is said to a question from the answers by staff; undefined where none is meant. */
export async function curatedAnswer(
  knowledge: Knowledge,
  faqs: readonly AnsweringFaq[],
  asked: string,
  memory: Memory,
  today: string,
): Promise<Answer | undefined> {
  if (faqs.length === 0) return undefined
  const [best] = await nearestFaqs(faqs, { knowledge, asked, memory, today })
  return best && best.similarity >= similarityLimits.sameAnswer ? faqAnswer(knowledge.catalogue, best.faq) : undefined
}

const isInForce = (catalogue: Catalogue, { clauses, expiresOn }: AnsweringFaq, today: string): boolean =>
  (expiresOn === undefined || expiresOn >= today) &&
  clauses.every((clause) => whyOutdated(catalogue, clause) === undefined)

/** What may be seen without asking the notices: whether words alone tell a question from a wording. */
function mayMean(
  { knowledge, plain = asIs }: Asking,
  spoken: SpokenSense,
  faq: AnsweringFaq,
  wording: string,
): boolean {
  const own = spokenOfWording(knowledge, plain(wording), faq)
  const isShared = Object.keys(own.terms).some((term) => term in spoken.terms)
  const isBare = Object.keys(own.terms).length === 0 || Object.keys(spoken.terms).length === 0
  return (isShared || isBare) && areSame(own.negations, spoken.negations) && formsAgree(own.value, spoken.value)
}

/** How like a wording a question must be that a clause of something else may answer too. */
const beyondDoubt = 0.9

/** How near the question comes to the wordings of an answer, where it is asked of what the answer holds for. */
async function nearnessOf(asking: Asking, sense: QuestionSense, faq: AnsweringFaq): Promise<Near | undefined> {
  const { knowledge, asked, memory, today } = asking
  const { catalogue } = knowledge
  const scopes = scopesOf(catalogue, { scope: faq.scope, clauses: faq.clauses })
  const meant = scopeMeant(catalogue, scopes, sense, memory.scope)
  if (scopes.length > 0 && !meant) return undefined
  const scope = meant?.scope
  const isThere = !scope || memory.scope?.notice === scope.notice
  const there = isThere ? sense : await senseOf(knowledge, asked, { scope }, today)
  const put = asking.plain ?? asIs
  const wordings = await Promise.all(faq.wordings.map((one) => senseOfWording(knowledge, put(one), faq, scope)))
  const grounds = groundsOf(faq.clauses.flatMap(({ notice, clause }) => catalogue.find(notice, clause) ?? []))
  const opened = openedFor(there, heldForSeveral(wordings))
  const years = yearsOf(catalogue, scopes)
  let best: Near | undefined
  for (const [at, wording] of faq.wordings.entries()) {
    const own = opened(wordings[at]!)
    const meaning = opened(withoutOwnFigures(there, own, grounds))
    if (!yearsAgree(meaning, own, years) || !meanTheSame(meaning, own, grounds)) continue
    const likeness = [meaning, { ...opened(sense), figures: meaning.figures, ...inScope(own) }]
    const similarity = Math.max(...likeness.map((one) => similarityOf(one, own)))
    if (meant?.isDoubtful && similarity < beyondDoubt) continue
    if (similarity > (best?.similarity ?? 0)) best = { faq, wording, similarity }
  }
  return best
}

const meanTheSame = (meaning: QuestionSense, own: QuestionSense, grounds: Grounds): boolean =>
  mayShareAnswer(meaning, own) && !askOtherThings(meaning, own) && !lacksOwnWords(meaning, own, grounds)

const inScope = ({ scope }: QuestionSense) => (scope === undefined ? {} : { scope })

/** Whether each year that either names is named by both, or is that of what the answer holds for. */
function yearsAgree(one: QuestionSense, other: QuestionSense, own: readonly number[]): boolean {
  const others = ({ years }: QuestionSense) => years.filter((year) => !own.includes(year))
  return areSame(others(one), others(other))
}

/** What wordings mean, worked out once for a set of notices. */
const known = new WeakMap<Catalogue, Map<string, Promise<QuestionSense>>>()
const knownSpoken = new WeakMap<Catalogue, Map<string, SpokenSense>>()

/** The value kept for a set of notices under a name, made where there is none yet. */
function kept<Value>(
  all: WeakMap<Catalogue, Map<string, Value>>,
  catalogue: Catalogue,
  name: string,
  make: () => Value,
) {
  const own = all.get(catalogue) ?? new Map<string, Value>()
  all.set(catalogue, own)
  const value = own.get(name) ?? make()
  own.set(name, value)
  return value
}

/** When it was reviewed says what 去年 in it means: the year before that one. */
const yearOf = ({ reviewedOn }: AnsweringFaq): string => reviewedOn.slice(0, 4)

const spokenOfWording = (knowledge: Knowledge, wording: string, faq: AnsweringFaq): SpokenSense =>
  kept(knownSpoken, knowledge.catalogue, `${yearOf(faq)} ${wording}`, () =>
    readQuestionSense(knowledge, wording, {}, faq.reviewedOn),
  )

const senseOfWording = (knowledge: Knowledge, wording: string, faq: AnsweringFaq, scope: Scope | undefined) =>
  kept(known, knowledge.catalogue, `${yearOf(faq)} ${scope?.notice} ${scope?.programme} ${wording}`, () =>
    senseOf(knowledge, wording, scope ? { scope } : {}, faq.reviewedOn),
  )
