import { readdirSync, readFileSync } from 'node:fs'
import type { Figure } from './figure.ts'
import { atOnce, computedMs, oneByOne, type Served, serve, stop } from './served.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

/** Turns before it is measured: what runs often is compiled by then. */
const warmingUp = 400
const conversations = 50

/** What a process has computed, in milliseconds: all its threads, and the first one, which answers. */
type Computed = { all: number; first: number }

/**
 * Measures what a turn computes, which neighbours on the same machine do not change as they change the time that it takes: one
 * turn after the other, and 50 conversations at once. The embedded database's thread is part of it, and told apart.
 */
export async function measureTurnCost(turns: number): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const served = await serve({ DATA_DIR: directory })
    try {
      await oneByOne(served.url, warmingUp)
      const one = await computedIn(served, () => oneByOne(served.url, turns))
      await atOnce([served.url], conversations, warmingUp / conversations)
      const many = await computedIn(served, () => atOnce([served.url], conversations, turns / conversations))
      return [...figures('a turn', one, turns), ...figures(`a turn, ${conversations} at once`, many, turns)]
    } finally {
      await stop(served)
    }
  })
}

function figures(name: string, { all, first }: Computed, turns: number): Figure[] {
  return [
    { name: `${name}, computed`, value: all / turns, unit: 'ms' },
    { name: `${name}, computed by the thread that answers`, value: first / turns, unit: 'ms' },
  ]
}

async function computedIn(served: Served, work: () => Promise<unknown>): Promise<Computed> {
  const before = { all: computedMs(served), first: firstThreadMs(served) }
  await work()
  return { all: computedMs(served) - before.all, first: firstThreadMs(served) - before.first }
}

/** What the first thread of a process has computed so far, in milliseconds. */
function firstThreadMs({ running }: Served): number {
  const { pid } = running.child
  const task = readdirSync(`/proc/${pid}/task`).find((id) => Number(id) === pid)!
  const [nanoseconds] = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')
  return Number(nanoseconds) / 1e6
}
