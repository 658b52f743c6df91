import type { FastifyRequest } from 'fastify'

/**
 * Whether a request that changes something comes from a page of our own, or from no page at all. Browsers say where it
 * comes from, in one header or the other, and no page can say otherwise.
 */
export function isOfOurOwn({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
