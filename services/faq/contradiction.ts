import type { Knowledge } from '../answering/understand/understand.ts'
import { similarityLimits } from '../similarity/similarity.ts'
import { scopesOf } from './answer-scope.ts'
import type { AnsweringFaq, Faq, FaqContent } from './faq.ts'
import { nearestFaqs } from './match-faq.ts'

/** A wording of one answer to which another one in use says something else. */
export type Contradiction = { wording: string; other: Pick<Faq, 'id' | 'answer'> }

/** Wordings of others that are held against a new answer at most. */
const mostWordings = 300

/**
 * Where an answer would say one thing and one in use another to the same question about the same matter.
 *
 * @param inUse The others that are in use.
 */
export async function contradictionsOf(
  knowledge: Knowledge,
  content: FaqContent,
  inUse: readonly Faq[],
  today: string,
): Promise<Contradiction[]> {
  const others = inUse.filter((faq) => saysOtherwise(content, faq))
  const found: Contradiction[] = []
  for (const wording of content.wordings) {
    const other = await answering(knowledge, others, wording, content, today)
    if (other) found.push({ wording, other })
  }
  if (found.length > 0) return found
  const draft = { ...content, reviewedOn: today }
  const theirs = others.flatMap((other) => other.wordings.map((wording) => ({ wording, other })))
  for (const { wording, other } of theirs.slice(0, mostWordings))
    if (await answering(knowledge, [draft], wording, other, today)) found.push({ wording, other })
  return found
}

/** The answer that a wording gets, asked of what its own answer holds for. */
async function answering<One extends AnsweringFaq>(
  knowledge: Knowledge,
  among: readonly One[],
  asked: string,
  of: Pick<FaqContent, 'scope' | 'clauses'>,
  today: string,
): Promise<One | undefined> {
  const [scope] = scopesOf(knowledge.catalogue, of)
  const memory = scope ? { scope } : {}
  const [best] = await nearestFaqs(among, { knowledge, asked, memory, today })
  return best && best.similarity >= similarityLimits.sameAnswer ? among.find((one) => one === best.faq) : undefined
}

/** Two answers in the same words, or that point to the same clauses without any, don't contradict each other. */
function saysOtherwise(one: FaqContent, other: FaqContent): boolean {
  if (one.answer !== '' || other.answer !== '') return squeezed(one.answer) !== squeezed(other.answer)
  return placesOf(one) !== placesOf(other)
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

const placesOf = ({ clauses }: FaqContent): string =>
  clauses
    .map(({ notice, clause }) => `${notice}#${clause}`)
    .toSorted()
    .join(' ')
