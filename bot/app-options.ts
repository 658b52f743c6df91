import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { AppServices } from './app-services.ts'
import type { Metrics } from './metrics.ts'
import type { TrustedProxies } from './trusted-proxies.ts'

export type AppOptions = {
  /** Where log lines (JSON) go; false for none. Default: standard output. */
  log?: { write(line: string): void } | false
  /** Chat messages an address (IPv4, or IPv6 network of 64 bits) may send per minute. Default 120. */
  turnsPerMinute?: number
  /** Chat messages a conversation may send per minute: one person can't type faster. Default 60. */
  conversationTurnsPerMinute?: number
  /** Other requests to the API an address may send per minute. Default 1200. */
  requestsPerMinute?: number
  /** Peers that are never limited where they speak for themselves. Default: this machine, where terminals and benchmarks are. */
  unlimitedAddresses?: string[]
  /** How long a turn, a search or a note may take before it is answered with 503, in milliseconds. Default 25 000. */
  timeLimitMs?: number
  /** Whose `X-Forwarded-For` is believed. Default: nobody's. */
  trustProxy?: TrustedProxies
  /** Under which people reach this server; as they are seen to unless told. */
  publicUrl?: string
  /** What channels are called by. Default: none. */
  channelRoutes?: readonly FastifyPluginAsync[]
  /** The link that opens a chat elsewhere with a self-check or a notice; undefined where there is none. Default: none. */
  chatLink?: (kind: 'check' | 'n', id: string) => string | undefined
  /** Aborted when the process is about to end: nobody is to be sent here any more. Default: never. */
  stopping?: AbortSignal
  /** Where the figures are kept. Default: in the app's own. */
  metrics?: Metrics
  /** Whether metrics are served elsewhere, and not at `/metrics`. Default false. */
  hasMetricsPort?: boolean
  /** Sees each request before anything else. */
  watch?: (app: FastifyInstance) => void
}

export const defaultOptions = {
  turnsPerMinute: 120,
  conversationTurnsPerMinute: 60,
  requestsPerMinute: 1200,
  unlimitedAddresses: ['127.0.0.1', '::1'],
  timeLimitMs: 25_000,
  trustProxy: 0,
  channelRoutes: [],
  chatLink: () => undefined,
  hasMetricsPort: false,
  stopping: new AbortController().signal,
} satisfies AppOptions

export type ChosenOptions = AppOptions & Required<Omit<AppOptions, 'log' | 'metrics' | 'watch' | 'publicUrl'>>

/** What a route module is registered with. */
export type RouteOptions = { services: AppServices; metrics: Metrics; options: ChosenOptions }
