import { posix } from 'node:path'
import type { FastifyRequest } from 'fastify'

const prefixes = /^\/(?:api\/)?staff(?:[/;?#]|$)/

/**
 * Whether a request is for the console, by the route it has found or, where it has found none, by its address however
 * that is written: `//staff`, `/STAFF/`, `/%73taff`, `/x/../staff`.
 */
export function isStaffPath({ routeOptions, raw }: FastifyRequest): boolean {
  if (routeOptions.url !== undefined && prefixes.test(routeOptions.url)) return true
  const [path = ''] = (raw.url ?? '').split(/[?#]/)
  return [path, decoded(path)].some((one) => prefixes.test(posix.normalize(one.replaceAll('\\', '/')).toLowerCase()))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
