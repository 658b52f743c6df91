import { bareServerRate } from './bare-server.ts'
import { type Figure, latencies } from './figure.ts'
import { atOnce, oneByOne, residentMB, serve, stop } from './served.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const repliesOneByOne = 300
const conversations = 50
const turnsEach = 10

/**
 * Measures the assistant from outside: a process of its own as `npm start` makes it, asked over HTTP. Cold is the first
 * start on this machine's disk (database made, notices indexed), warm the next one; both until `/readyz` says yes.
 */
export async function measureServing(): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const cold = await serve({ DATA_DIR: directory })
    await stop(cold)
    const warm = await serve({ DATA_DIR: directory })
    const atStart = residentMB(warm)
    const one = await oneByOne(warm.url, repliesOneByOne)
    const many = await atOnce([warm.url], conversations, turnsEach)
    const afterTurns = residentMB(warm)
    const bare = await bareServerRate(warm.url, conversations, turnsEach)
    await stop(warm)
    return [
      { name: 'replies per reply of a bare Fastify with the same JSON', value: many.rate / bare, unit: '' },
      { name: 'cold start', value: cold.seconds, unit: 's' },
      { name: 'warm start', value: warm.seconds, unit: 's' },
      ...latencies('reply', one),
      { name: `replies with ${conversations} conversations at once`, value: many.rate, unit: '1/s' },
      { name: 'the same of a bare Fastify', value: bare, unit: '1/s' },
      ...latencies(`reply, ${conversations} conversations at once`, many.milliseconds),
      { name: 'resident memory after the start', value: atStart, unit: 'MB' },
      {
        name: `resident memory after ${repliesOneByOne + conversations * turnsEach} turns`,
        value: afterTurns,
        unit: 'MB',
      },
    ]
  })
}
