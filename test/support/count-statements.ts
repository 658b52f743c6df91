import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

export type Counter = {
  /** The statements that the driver sends on behalf of some work until it settles, and of nothing else that goes on. */
  count(work: () => Promise<unknown>): Promise<string[]>
  stop(): void
}

/** Hears what the driver of this process sends to databases. */
export function countStatements(): Counter {
  const underWay = new AsyncLocalStorage<string[]>()
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const [first] = sent as [string | { text: string }]
    underWay.getStore()?.push(typeof first === 'string' ? first : first.text)
    return (query as (...given: unknown[]) => unknown).apply(this, sent)
  } as typeof query
  return {
    async count(work) {
      const statements: string[] = []
      await underWay.run(statements, work)
      return [...statements]
    },
    stop: () => void (pg.Client.prototype.query = query),
  }
}
