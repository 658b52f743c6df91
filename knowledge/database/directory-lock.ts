import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer } from 'node:net'

/**
 * Holds a directory for this process alone, until the returned function is called or the process dies
 * (kill -9 included): the name of an abstract Linux socket is freed by the kernel and leaves no file behind.
 *
 * @param directory An existing directory; all its names (links, relative paths) mean the same lock.
 * @throws {Error} When another process, or another part of this one, holds it, and where there is no such socket.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  if (process.platform !== 'linux') throw new Error('the embedded database runs on Linux only: set DATABASE_URL')
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 32)
  const holder = createServer((connection) => connection.destroy())
  await new Promise<void>((resolve, reject) => {
    holder.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`${directory} is in use by another process`) : error),
    )
    holder.listen({ path: `\0zhixun-${name}` }, resolve)
  })
  holder.unref()
  return () => new Promise((resolve) => holder.close(() => resolve()))
}
