import { z } from 'zod'
import { cutTo } from '../../knowledge/language/characters.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import { mask } from '../privacy/mask.ts'
import type { Ask } from './ask.ts'
import { ModelFailure } from './failure.ts'
import { numbered } from './laid-out.ts'
import { type LaidOut, type Proposal, proposalsIn, type Written } from './proposed.ts'
import { jsonIn } from './read-completion.ts'
import { before } from './time-limit.ts'

/** What is laid before a model at most: clauses, and words of the notice. */
const mostClauses = 80
const mostWords = 60
/** Characters of a clause by which a question names it. */
const quoted = 120
/** How long staff wait for proposals, in milliseconds, and what they may cost. */
const limitMs = 45_000
const maxTokens = 1_500

const read = new Set(['item', 'paragraph', 'row'])
const text = z.string()
const formSchema = z.object({
  questions: z.array(z.object({ clause: z.int(), question: text })),
  names: z.array(text),
  equivalents: z.array(z.object({ said: text, written: z.int() })),
})
/** The same as it is read: whatever has another form is as if it were not there. */
const writtenSchema = z.object({
  questions: listOf(z.object({ clause: z.coerce.number(), question: text })),
  names: listOf(text),
  equivalents: listOf(z.object({ said: text, written: z.coerce.number() })),
}) satisfies z.ZodType<Written>

function listOf<Item>(schema: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []))
}

/** Proposals for a notice, with the model and the state of the prompt that they come of. */
export type Proposed = { model: string; promptHash: string; proposals: Proposal[] }

/**
 * Asks a model how people may speak of a notice. This is the one place where words of a model are kept: bounded, apart from
 * all else, for staff to take or to refuse (`services/staff/notices/proposals.ts`).
 *
 * @param inUse The notices in use: what is theirs already is not proposed.
 * @throws {ModelFailure}
 */
export async function proposeSpoken(
  ask: Ask,
  model: string,
  notice: Notice,
  inUse: readonly Notice[],
): Promise<Proposed> {
  const laid = laidOut(notice, inUse)
  const prompt = renderPrompt('propose-spoken', {
    title: notice.title,
    words: numbered(laid.words),
    clauses: numbered(laid.clauses.map(({ quote }) => mask(quote))),
  })
  const { $schema: _, ...form } = z.toJSONSchema(formSchema)
  const task = { prompt, schema: { name: 'spoken', schema: form }, maxTokens }
  const { text: written } = await before(performance.now() + limitMs, (signal) => ask(task, signal))
  const { data } = writtenSchema.safeParse(jsonIn(written))
  if (!data) throw new ModelFailure('unreadable')
  return { model, promptHash: prompt.hash, proposals: proposalsIn(data, laid) }
}

function laidOut(notice: Notice, inUse: readonly Notice[]): LaidOut {
  const clauses = notice.clauses
    .filter(({ kind, text: own }) => read.has(kind) && own.length > 6)
    .slice(0, mostClauses)
    .map(({ id, quote }) => ({ id, quote: cutTo(quote, quoted) }))
  const headings = notice.clauses.map(({ heading }) => heading)
  const inQuotes = [...notice.source.matchAll(/[“「]([^”」]+)[”」]/gu)].map(([, word = '']) => word)
  const words = [...headings, ...inQuotes].filter((word) => /^\p{Unified_Ideograph}{2,12}$/u.test(word))
  return { notice, inUse, clauses, words: [...new Set(words)].slice(0, mostWords) }
}
