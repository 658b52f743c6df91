import type { Figure } from '../figure.ts'
import { atOnce, computedMs, oneByOne, serve, type Served, stop } from '../served.ts'
import { inTemporaryDirectory, onServer } from '../temporary-database.ts'

const conversations = 50
const turnsEach = 10
const sizes = [1, 2]

/** Replies per second of so many processes on one database, and what the processes compute for each. */
async function measureOn(url: string, directory: string, count: number): Promise<{ rate: number; computed: number }> {
  const all: Served[] = []
  try {
    for (let at = 0; at < count; at++) all.push(await serve({ DATABASE_URL: url, DATA_DIR: `${directory}/${at}` }))
    for (const { url: own } of all) await oneByOne(own, 50)
    const spent = () => all.reduce((sum, one) => sum + computedMs(one), 0)
    const before = spent()
    const { rate } = await atOnce(
      all.map((one) => one.url),
      conversations,
      turnsEach,
    )
    return { rate, computed: (spent() - before) / (conversations * turnsEach) }
  } finally {
    for (const one of all) await stop(one)
  }
}

/** Measures one process and two on one PostgreSQL, on whatever cores this machine and its load leave to them and it. */
export async function measureProcesses(server: string): Promise<Figure[]> {
  return inTemporaryDirectory((directory) =>
    onServer(server, async (url) => {
      const measured = []
      for (const size of sizes) measured.push({ size, ...(await measureOn(url, directory, size)) })
      const [one, two] = measured
      return [
        { name: 'replies of two processes per reply of one', value: two!.rate / one!.rate, unit: '' },
        ...measured.flatMap(({ size, rate, computed }) => [
          { name: `processes: ${size}, replies`, value: rate, unit: '1/s' },
          { name: `processes: ${size}, computed by them for a reply`, value: computed, unit: 'ms' },
        ]),
      ]
    }),
  )
}
