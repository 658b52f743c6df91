import { createServer, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { groupMessages } from './message-groups.ts'

type Work = { of: Socket; run: () => Promise<void> }

/**
 * Serves an embedded PostgreSQL at a unix socket. It has one session: whoever is in a transaction goes first, and leaves it
 * rolled back when he goes. The messages of one statement are executed at once and answered in one write; between two threads
 * each write costs more than most statements do.
 *
 * @returns Ends it, and every connection.
 */
export async function serveEmbedded(postgres: PGlite, path: string): Promise<() => Promise<void>> {
  const connections = new Set<Socket>()
  const waiting: Work[] = []
  let owner: Socket | undefined
  let isBusy = false

  /** Of the one in a transaction, else the first that waits. */
  function next(): Work | undefined {
    const at = owner ? waiting.findIndex(({ of }) => of === owner) : 0
    return at < 0 ? undefined : waiting.splice(at, 1)[0]
  }
  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let one = next(); one; one = next()) {
      // An SQL error is an answer; what is thrown is told by whoever opened the engine, which is broken.
      await one.run().catch(() => one.of.destroy())
      owner = postgres.isInTransaction() ? one.of : undefined
    }
    isBusy = false
  }
  function queue(of: Socket, run: () => Promise<void>): void {
    waiting.push({ of, run })
    void work()
  }
  async function execute(socket: Socket, group: Uint8Array): Promise<void> {
    if (socket.destroyed) return
    const parts: Buffer[] = []
    await postgres.runExclusive(() =>
      postgres.execProtocolRawStream(group, { onRawData: (data) => void parts.push(Buffer.from(data)) }),
    )
    if (!socket.destroyed && parts.length > 0) socket.write(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
  }
  async function rollBack(socket: Socket): Promise<void> {
    if (owner === socket && postgres.isInTransaction()) await postgres.exec('rollback')
  }

  const server = createServer((socket) => {
    connections.add(socket)
    socket.on(
      'data',
      groupMessages((group) => queue(socket, () => execute(socket, group))),
    )
    // A connection may break at any time; what comes of it is told by 'close'.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      connections.delete(socket)
      queue(socket, () => rollBack(socket))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  return async () => {
    for (const socket of connections) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
}
