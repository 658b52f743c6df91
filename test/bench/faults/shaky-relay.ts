import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A relay on loopback before a server, by way of which the network to it fails. */
export type ShakyRelay = {
  /** The address given, by way of the relay. */
  url: string
  /** What is sent either way arrives so many milliseconds later. */
  slowDown(ms: number): void
  /** Nothing arrives any more and nothing is closed, until it is woken. */
  silence(): void
  wake(): void
  /** Every connection breaks; new ones pass. */
  cut(): void
  close(): void
}

/** Opens a relay to the server of a PostgreSQL address. */
export async function openShakyRelay(url: string): Promise<ShakyRelay> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let delayMs = 0
  let awake = Promise.withResolvers<void>()
  awake.resolve()

  function pass(from: Socket, to: Socket): void {
    let before: Promise<unknown> = Promise.resolve()
    const inTurn = (work: () => void) => {
      const { promise } = awake
      before = before.then(async () => {
        await promise
        if (delayMs > 0) await pause(delayMs)
        if (!to.destroyed) work()
      })
    }
    from.on('data', (chunk: Buffer) => inTurn(() => void to.write(chunk)))
    from.on('end', () => inTurn(() => void to.end()))
    from.on('error', () => to.destroy())
    from.on('close', () => sockets.delete(from))
  }

  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      pass(from, to)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const cut = () => sockets.forEach((socket) => socket.destroy())
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    slowDown: (ms) => void (delayMs = ms),
    silence: () => void (awake = Promise.withResolvers<void>()),
    wake: () => awake.resolve(),
    cut,
    close() {
      server.close()
      cut()
    },
  }
}
