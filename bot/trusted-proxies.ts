import { isIP } from 'node:net'

/** How many proxies stand between a client and this process (0: none), or at which addresses and networks they are. */
export type TrustedProxies = number | string[]

/** Networks that Fastify knows by name. */
const named = new Set(['loopback', 'linklocal', 'uniquelocal'])
const longestPrefix: Record<number, number> = { 4: 32, 6: 128 }

function isNetwork(text: string): boolean {
  if (named.has(text)) return true
  const [address = '', prefix, ...more] = text.split('/')
  const longest = address.includes('%') ? undefined : longestPrefix[isIP(address)]
  if (longest === undefined || more.length > 0) return false
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= longest)
}

/** Reads a count up to 99, or addresses and networks separated by commas; undefined for anything else. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^\s*\d{1,2}\s*$/.test(text)) return Number(text)
  const networks = text.split(',').map((part) => part.trim())
  return networks.every(isNetwork) ? networks : undefined
}

/**
 * What Fastify's `trustProxy` takes. It believes no count by itself, for a count can't tell a proxy from a client that
 * gets past it: whoever gives one says that nobody does.
 */
export function fastifyTrust(proxies: TrustedProxies): string[] | ((address: string, hop: number) => boolean) | false {
  if (typeof proxies !== 'number') return proxies
  return proxies === 0 ? false : (_address, hop) => hop < proxies
}
