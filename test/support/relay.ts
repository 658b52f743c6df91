import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A relay on loopback before a server; it can fall silent, as a network that drops every packet does. */
export type Relay = {
  /** The address given, by way of the relay. */
  url: string
  /** How many connections pass. */
  count(): number
  /** From now on nothing passes on any connection, old or new; none is closed. */
  silence(): void
  /** New connections pass again; those of before stay silent for ever. */
  failOver(): void
  /** What waited on the old connections passes too. */
  wake(): void
}

/** Opens a relay for one test to the server of a PostgreSQL address. */
export async function openRelay(url: string): Promise<Relay> {
  const target = new URL(url)
  const pairs: [Socket, Socket][] = []
  let isSilent = false

  function take(near: Socket): void {
    const far = connect(Number(target.port || 5432), target.hostname)
    pairs.push([near, far])
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => to.destroy()).on('close', () => to.destroy())
      from.pipe(to)
    }
    if (isSilent) hush([near, far])
  }
  function hush([near, far]: [Socket, Socket]): void {
    near.unpipe(far).pause()
    far.unpipe(near).pause()
  }

  const server = createServer(take)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of pairs.flat()) socket.destroy()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    count: () => pairs.filter(([near]) => !near.destroyed).length,
    silence() {
      isSilent = true
      pairs.forEach(hush)
    },
    failOver() {
      isSilent = false
    },
    wake() {
      isSilent = false
      for (const [near, far] of pairs) {
        near.pipe(far)
        far.pipe(near)
      }
    },
  }
}
