import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { openDatabase } from '../knowledge/database/connect.ts'
import { openChannels } from './channels/open-channels.ts'
import { type Config, forbidTracing, readConfig, secretsIn } from './config.ts'
import { exitCodeOf, explainFailure } from './explain-failure.ts'
import { hideSecrets } from './hide-secrets.ts'
import { databaseOptions } from './open-options.ts'
import { operationTexts } from '../prompts/operation-texts.ts'
import { today } from './today.ts'
import { version } from './version.ts'

/**
 * How long an ordered end may take before the process is ended anyhow, in milliseconds: a turn may take 25 s, and
 * Kubernetes kills after 30.
 */
const closingLimitMs = 28_000
/**
 * How long requests are still taken after the signal, in milliseconds: enough for clients that send one after the other
 * to be told to close, and for a balancer that asks `/readyz` every second; short for those who wait for the end.
 */
const graceMs = 1_000
/** A signal to a whole process group arrives here twice, npm passing its own on; within this time it counts as one. */
const sameSignalMs = 500

/** Whatever is printed goes through these: errors of others may repeat a secret. */
const secrets = secretsIn(process.env)
const printer = (to: NodeJS.WriteStream) => (line: string) => void to.write(`${hideSecrets(line, secrets)}\n`)
const print = printer(process.stdout)
const complain = printer(process.stderr)
const log = { write: (line: string) => void process.stdout.write(hideSecrets(line, secrets)) }
const complainOf = (error: unknown) => complain(explainFailure(error, secrets))

async function main(): Promise<void> {
  const config = readConfig(process.env)
  forbidTracing(process.env)
  const closers: (() => Promise<unknown>)[] = []
  const stopping = new AbortController()
  let stoppedAt = 0

  async function stop(exitCode: number): Promise<void> {
    if (stopping.signal.aborted) {
      if (performance.now() - stoppedAt > sameSignalMs) process.exit(exitCode || 1)
      return
    }
    stoppedAt = performance.now()
    stopping.abort()
    setTimeout(() => process.exit(exitCode || 1), closingLimitMs).unref()
    for (const close of closers.toReversed()) await close()
    process.exit(exitCode)
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))

  const options = {
    ...config,
    today: () => today(config.timeZone),
    onFailure(error: Error) {
      complain(error.message)
      void stop(1)
    },
    onNote: complain,
    onFault: complainOf,
  }
  // Its thread starts while the rest is being read in, which takes about as long.
  const database = openDatabase(databaseOptions(options))
  database.catch(() => undefined)
  const { buildApp, createMetrics, figuresOf, openAssistant, serveMetrics, startTracing } = await import('./whole.ts')
  const assistant = await openAssistant({ ...options, database })
  closers.push(assistant.close)
  const metrics = createMetrics()
  metrics.show({
    version,
    connections: assistant.connections,
    behind: assistant.behind,
    ready: () => assistant.services.ready(),
  })
  const tracing = config.tracesTo === undefined ? undefined : await startTracing(config.tracesTo, version)
  if (tracing) closers.push(tracing.close)
  const { dataDir, publicUrl } = config
  const channels = await openChannels(config, {
    ...assistant,
    dataDir,
    publicUrl,
    today: options.today,
    metrics,
    tell: print,
    complain,
  })
  const app: FastifyInstance = buildApp(assistant.services, {
    log,
    metrics,
    hasMetricsPort: config.metricsPort !== undefined,
    ...(tracing && { watch: tracing.watch }),
    stopping: stopping.signal,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(config.trustProxy !== undefined && { trustProxy: config.trustProxy }),
    chatLink: (kind, id) => channels.map(({ linkTo }) => linkTo?.(kind, id)).find((link) => link !== undefined),
    channelRoutes: channels.flatMap(({ routes = [] }) => routes),
  })
  if (config.metricsPort !== undefined) {
    const served = await serveMetrics(figuresOf(assistant.services, metrics), config.host, config.metricsPort)
    closers.push(served.close)
    print(operationTexts.metricsAt(served.port))
  }
  const address = await listen(app, config)
  closers.push(() => Promise.all([...channels.map(({ close }) => close()), pause(graceMs).then(() => app.close())]))
  const notices = assistant.services.notices.list().length
  const lines = [
    `收录通知 ${notices} 份，本次建立索引 ${assistant.report.indexed.length} 份`,
    `问答页面 ${address}/`,
    `自查项目 ${address}/programmes`,
    `审核后台 ${address}/staff`,
  ]
  print(lines.join('\n'))
  void assistant.makeReady()
  for (const channel of channels) await channel.start({ address, log: app.log })
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  await app.ready()
  try {
    return await app.listen({ host, port })
  } catch (error) {
    throw new Error(`HOST, PORT: ${(error as Error).message}`, { cause: error })
  }
}

function end(error: unknown): void {
  complainOf(error)
  process.exit(exitCodeOf(error))
}

process.on('uncaughtException', end)
main().catch(end)
