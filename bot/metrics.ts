import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { countWork, showState, type Watched } from './work-metrics.ts'
import { type ReplyKind, replyKinds } from '../services/reply.ts'

/** From a cached page (1 ms) to a turn that a model answers (25 s), in seconds. */
const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25]

export type Metrics = {
  request(labels: { method: string; route: string; status: number }, seconds: number): void
  reply(kind: ReplyKind): void
  /** How many programmes there are, by how their rules stand to their notices. */
  programmes(counts: Record<'current' | 'changed' | 'suspended', number>): void
  telegramUpdates(count: number): void
  /** A call to Telegram that was answered, with Telegram's code: 200 when it was taken, `none` where it has none. */
  telegramCall(method: string, code: number | 'none'): void
  /** Shows what is so whenever figures are collected. */
  show(watched: Watched): void
  contentType: string
  text(): Promise<string>
}

/** The figures of one app, in a registry of its own. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'zhixun_http_request_duration_seconds',
    help: 'Time from request to the end of the response.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  const replies = new Counter({
    name: 'zhixun_replies_total',
    help: 'Replies given over HTTP.',
    labelNames: ['kind'],
    registers,
  })
  for (const kind of replyKinds) replies.inc({ kind }, 0)
  const programmes = new Gauge({
    name: 'zhixun_programmes',
    help: 'Programmes for self-checks: as their notice, with conditions that it no longer states, or suspended.',
    labelNames: ['state'],
    registers,
  })
  const updates = new Counter({
    name: 'zhixun_telegram_updates_total',
    help: 'Updates taken from Telegram, each counted once.',
    registers,
  })
  const calls = new Counter({
    name: 'zhixun_telegram_calls_total',
    help: 'Calls to Telegram that were answered.',
    labelNames: ['method', 'code'],
    registers,
  })
  countWork(registry)
  return {
    show: (watched) => showState(registry, watched),
    request: (labels, seconds) => requests.observe(labels, seconds),
    reply: (kind) => replies.inc({ kind }),
    programmes(counts) {
      for (const [state, count] of Object.entries(counts)) programmes.set({ state }, count)
    },
    telegramUpdates: (count) => updates.inc(count),
    telegramCall: (method, code) => calls.inc({ method, code }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
