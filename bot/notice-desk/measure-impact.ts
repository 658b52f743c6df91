import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Impact, SaidTo } from '../../knowledge/importing/impact.ts'
import { newestFirst } from '../../knowledge/load-notices.ts'
import { runThread } from '../../knowledge/parsing/parse-thread.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { accountTexts } from '../../prompts/account-texts.ts'
import type { ProgrammeDocument } from '../../services/eligibility/document.ts'
import type { PublishedProgramme } from '../../services/eligibility/programmes-in-use.ts'
import { countShared } from '../../services/conversations/shared-interviews.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { publishedQuestions } from '../../services/faq/published-questions.ts'
import { reviewedQuestions } from '../../services/staff/list-groups.ts'
import { readPublished } from '../../services/staff/programmes/in-use.ts'
import { heavyWorkOf } from '../../services/staff/heavy-work.ts'
import type { Shipped } from '../knowledge-in-use.ts'
import type { ImpactFound, ImpactTask } from './impact-data.ts'

/** Milliseconds spent on questions, and what the thread may take in all. */
const questionsMs = 12_000
const limits = { ms: 120_000, megabytes: 2_048 }
/** Questions of people that are asked at most, the latest first. */
const mostReviewed = 200

const examples = fileURLToPath(new URL('../../knowledge/questions', import.meta.url))
const worker = new URL('./impact-worker.ts', import.meta.url)

/** What is said now and would be, as long as nothing changes: whoever asks again goes on from there. */
let before: { key: string; said: Record<string, SaidTo> } = { key: '', said: {} }
let after: { key: string; said: Record<string, SaidTo> } = { key: '', said: {} }
/** What is in use, as far as an impact is measured against it; and who asks. */
export type Measured = { db: Database; inUse: Notice[]; shipped: Shipped; today: string; who?: string }

/** What may be put in use: a notice, or a programme with the text that its rules quote. */
export type Coming = { notice: Notice } | { document: ProgrammeDocument; original: Notice }

/**
 * What would change if a notice were in use, found out in a thread of its own and without touching what is, when no other heavy
 * work is done: it keeps a processor busy.
 *
 * @param inUse The notices in use.
 * @throws {TooMuchWork} When too much waits already.
 */
export async function measureImpact(measured: Measured, notice: Notice, limitMs = questionsMs): Promise<Impact> {
  const found = await measureComing(measured, { notice }, limitMs)
  const touched = found.programmes.map(({ id }) => id)
  return { ...found, savedChecks: await countShared(measured.db, touched) }
}

/** The same for whatever may be put in use, but for what people have saved. */
export function measureComing(
  measured: Measured,
  coming: Coming,
  limitMs = questionsMs,
): Promise<Omit<ImpactFound, 'known'>> {
  const { db, who = accountTexts.terminal } = measured
  return heavyWorkOf(db).run({ who, what: 'impact' }, () => measure(measured, coming, limitMs))
}

async function measure({ db, inUse, shipped, today }: Measured, coming: Coming, limitMs: number) {
  const inForce = await listFaqs(db, ['published'])
  const faqs = inForce.map(({ updatedAt: _, group: __, returnedBecause: ___, ...faq }) => faq)
  const published = await readPublished(db)
  const key = keyOf([...inUse.map(contentOf), ...published.map(ruleOf), faqs, today])
  const keyAfter = keyOf([key, 'notice' in coming ? contentOf(coming.notice) : ruleOf(coming)])
  const task: ImpactTask = {
    before: inUse,
    bundled: shipped.notices,
    programmes: shipped.programmes,
    published,
    ...afterwards(coming, inUse, published),
    faqs,
    reviewed: [
      ...(await publishedQuestions(db, inForce)).map(({ question }) => question),
      ...(await reviewedQuestions(db, mostReviewed)),
    ],
    examples,
    known: { before: before.key === key ? before.said : {}, after: after.key === keyAfter ? after.said : {} },
    today,
    limitMs,
  }
  const { result } = await runThread<ImpactFound>(worker, task, ({ message }) => new Error(message), limits)
  const { known, ...found } = result
  before = { key, said: known.before }
  after = { key: keyAfter, said: known.after }
  return found
}

type Afterwards = Pick<ImpactTask, 'after' | 'notice' | 'publishedAfter' | 'first'>

/** What is in use once it is, and the notices that are touched. */
function afterwards(coming: Coming, inUse: Notice[], published: PublishedProgramme[]): Afterwards {
  if ('document' in coming) {
    const others = published.filter(({ document }) => document.id !== coming.document.id)
    return { after: inUse, notice: undefined, publishedAfter: [...others, coming], first: [coming.document.notice] }
  }
  const { notice } = coming
  return {
    after: [...inUse.filter(({ id }) => id !== notice.id), notice].sort(newestFirst),
    notice,
    publishedAfter: published,
    first: [...new Set([notice.id, ...notice.replaces, ...(notice.amends ?? [])])],
  }
}

const ruleOf = ({ document }: Pick<PublishedProgramme, 'document'>): ProgrammeDocument => document
const contentOf = ({ clauses: _, ...notice }: Notice) => notice

const keyOf = (content: unknown[]): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
