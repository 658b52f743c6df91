import { sql } from 'kysely'
import type { Database } from '../knowledge/database/schema.ts'
import { operationTexts as words } from '../prompts/operation-texts.ts'
import { hear } from '../services/happenings.ts'

/** A part that isn't where it should be while answers go on: which, and what that means, in words for whoever runs it. */
export type Lag = { part: 'background' | 'index' | 'model'; name: string; message: string }

/** What can be behind, and by how much: questions not in the log yet, whether notices have been taken up, missing vectors. */
export type Behind = { questions: number; notices: 0 | 1; vectors: number }

export type Lags = {
  list(): Promise<Lag[]>
  behind(): Promise<Behind>
  close(): void
}

type Watched = {
  db: Database
  /** Whether what has been put in use is taken up here. */
  isCurrent(): Promise<boolean>
  vectors?: (() => Promise<{ done: number; total: number }>) | undefined
}

/** Everything is behind for a moment; for as many seconds it is nothing to tell of. */
const patienceSeconds = 60

/** Watches over the parts of this process that nobody waits for. */
export function watchLags({ db, isCurrent, vectors }: Watched): Lags {
  const failing = new Set<string>()
  let isModelLeft = false
  let isBudgetSpent = false
  let behindSince: number | undefined
  const ends = [
    hear('work', ({ task, isDone }) => void (isDone ? failing.delete(task) : failing.add(task))),
    hear('circuit', ({ isOpen }) => void (isModelLeft = isOpen)),
    hear('modelCall', ({ outcome }) => {
      if (outcome === 'budget' || outcome === 'answered') isBudgetSpent = outcome === 'budget'
    }),
  ]

  async function noticesBehind(): Promise<0 | 1> {
    if (await isCurrent()) behindSince = undefined
    else behindSince ??= performance.now()
    return behindSince !== undefined && performance.now() - behindSince >= patienceSeconds * 1000 ? 1 : 0
  }

  async function behind(): Promise<Behind> {
    const { done, total } = (await vectors?.()) ?? { done: 0, total: 0 }
    return { questions: await lateQuestions(db), notices: await noticesBehind(), vectors: total - done }
  }

  async function list(): Promise<Lag[]> {
    const { questions, notices, vectors: missing } = await behind()
    return [
      ...[...failing].map((name): Lag => ({ part: 'background', name, message: words.workFails(name) })),
      ...(questions > 0 ? [indexLag('questions', words.questionsWait(questions))] : []),
      ...(notices > 0 ? [indexLag('notices', words.noticesBehind)] : []),
      ...(missing > 0 ? [indexLag('vectors', words.vectorsMissing(missing))] : []),
      ...(isBudgetSpent ? [{ part: 'model' as const, name: 'budget', message: words.budgetSpent }] : []),
      ...(isModelLeft ? [{ part: 'model' as const, name: 'circuit', message: words.modelLeft }] : []),
    ]
  }

  return { list, behind, close: () => ends.forEach((end) => end()) }
}

const indexLag = (name: keyof Behind, message: string): Lag => ({ part: 'index', name, message })

/** Questions that have waited too long to be entered into the log of the console. */
async function lateQuestions(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('turn_queue')
    .select(sql<number>`count(*)`.as('count'))
    .where('queued_at', '<=', sql<Date>`clock_timestamp() - make_interval(secs => ${patienceSeconds})`)
    .executeTakeFirstOrThrow()
  return count
}
