import { BlockList, isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Who sends a request, as far as limits go. */
export type Client = {
  /** Its IPv4 address, or its IPv6 network of 64 bits, which is what one household or one machine is given. */
  address: string
  /** The neighbourhood of the address: 24 bits of IPv4, 48 of IPv6. */
  network: string
  /** The peer speaks for itself: no proxy stands between. */
  isDirect: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    client: Client
  }
}

/** What proxies add to a request. */
const proxyHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

const nearby = new BlockList()
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  nearby.addSubnet(net, prefix)
nearby.addSubnet('fc00::', 7, 'ipv6')
nearby.addSubnet('fe80::', 10, 'ipv6')

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.')

/** Gives every request its `client`, and warns in the log, once, of a proxy that `TRUST_PROXY` does not name. */
export function recogniseClients(app: FastifyInstance): void {
  const clients = new WeakMap<object, Client>()
  let isWarned = false

  function recognise(request: FastifyRequest): Client {
    const peer = plainAddress(request.raw.socket.remoteAddress ?? '') ?? 'unknown'
    const told = plainAddress(request.ip) ?? peer
    const claimed = lastForwarded(request)
    const isDirect = proxyHeaders.every((name) => request.headers[name] === undefined)
    if (told !== peer || claimed === undefined) return { ...placeOf(told), isDirect }
    const isOwnMachine = isLoopback(peer)
    if (!isWarned && (isOwnMachine || nearby.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4'))) {
      isWarned = true
      request.log.warn(
        'X-Forwarded-For comes from a peer that TRUST_PROXY does not name: limits may hold for all together',
      )
    }
    // Whatever runs here may say for whom it asks, so that its clients are not all limited as one.
    return { ...placeOf(isOwnMachine ? claimed : peer), isDirect }
  }

  app.decorateRequest('client', {
    getter() {
      const client = clients.get(this.raw) ?? recognise(this)
      clients.set(this.raw, client)
      return client
    },
  })
}

/** The address that the nearest proxy has added; undefined where it has added none. */
function lastForwarded({ headers }: FastifyRequest): string | undefined {
  const all = [headers['x-forwarded-for']].flat().join(',')
  return plainAddress(all.slice(all.lastIndexOf(',') + 1).trim())
}

/** An address in its shortest usual form, IPv4 as such however it is written; without port and zone. */
export function plainAddress(text: string): string | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1')
  const address = bare.replace(/%.*$/, '')
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined
  const parts = hextetsOf(address)
  if (parts.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return new URL(`http://[${address}]`).hostname.slice(1, -1)
  return parts
    .slice(6)
    .map((part) => parseInt(part, 16))
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join('.')
}

/** The eight parts of an IPv6 address, in hexadecimal without leading zeros. */
function hextetsOf(address: string): string[] {
  const [before = [], after = []] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter((part) => part !== ''))
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}

function placeOf(address: string): Pick<Client, 'address' | 'network'> {
  if (isIP(address) !== 6) return { address, network: address.split('.').slice(0, 3).join('.') }
  const parts = hextetsOf(address)
  return { address: `${parts.slice(0, 4).join(':')}::/64`, network: `${parts.slice(0, 3).join(':')}::/48` }
}
