import type { Figure } from './figure.ts'
import { atOnce, oneByOne, residentMB, serve, stop } from './served.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

/** After how many turns the plain benchmark looks. */
export const fewTurns = 1_000
/** Talks of ten turns, ten at once: nobody is told to slow down. */
const [conversations, turnsEach] = [10, 10]

/** Measures what a process holds after 1 turn, after 1,000 and after as many as told. */
export async function measureMemory(turns: number): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const served = await serve({ DATA_DIR: directory })
    try {
      const figures: Figure[] = []
      let done = 0
      for (const goal of new Set([1, Math.min(fewTurns, turns), turns])) {
        if (goal === 1) {
          await oneByOne(served.url, 1)
          done = 1
        }
        for (; done < goal; done += conversations * turnsEach) await atOnce([served.url], conversations, turnsEach)
        done = goal
        figures.push({ name: `resident memory after turns: ${goal}`, value: residentMB(served), unit: 'MB' })
      }
      return figures
    } finally {
      await stop(served)
    }
  })
}
