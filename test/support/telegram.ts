import type { FastifyInstance } from 'fastify'
import { afterAll, onTestFinished } from 'vitest'
import { buildApp } from '../../bot/app.ts'
import type { AppServices } from '../../bot/app-services.ts'
import type { Assistant, AssistantOptions } from '../../bot/assistant.ts'
import { openAssistant } from '../../bot/assistant.ts'
import { createMetrics } from '../../bot/metrics.ts'
import { telegramRoutes } from '../../bot/channels/telegram/routes.ts'
import { createTelegram, type Telegram, type TelegramParts } from '../../bot/channels/telegram/create-telegram.ts'
import { BotApiServer } from './bot-api/bot-api-server.ts'
import { Person } from './bot-api/person.ts'
import { temporaryDirectory, testDatabaseOptions } from './database.ts'
import { dayOfTests } from './real-app.ts'

export const webhookSecret = 'loopback-secret'

export type Channel = {
  api: BotApiServer
  app: FastifyInstance
  telegram: Telegram
  url: string
  /** What was told to those who run it. */
  told: string[]
  log: string[]
  /** A person in a private chat, a new one each time. */
  person(): Person
  stop(): Promise<void>
}

export type ChannelOptions = {
  webhook?: boolean
  /** Called before the channel connects. */
  prepare?(api: BotApiServer): void
  services?: Partial<AppServices>
  token?: string
  pace?: TelegramParts['pace']
  publicUrl?: string
  api?: BotApiServer
  /** Where it keeps its journal; that of `telegramAssistant` unless told otherwise. */
  dataDir?: string
}

let people = 5_000
let directory = ''

/** Everything behind the channel, for one test file; called at its top. */
export async function telegramAssistant(more: Partial<AssistantOptions> = {}): Promise<Assistant> {
  const { dataDir, url } = await testDatabaseOptions()
  directory = temporaryDirectory()
  const assistant = await openAssistant({ dataDir, databaseUrl: url, today: () => dayOfTests, ...more })
  afterAll(() => assistant.close())
  return assistant
}

/** Opens the channel as `npm start` does, against a Bot API server of its own, for one test. */
export async function openChannel(assistant: Assistant, options: ChannelOptions = {}): Promise<Channel> {
  const api = options.api ?? (await new BotApiServer().open())
  if (!options.api) onTestFinished(() => api.close())
  options.prepare?.(api)
  const metrics = createMetrics()
  const told: string[] = []
  const log: string[] = []
  const services = { ...assistant.services, ...options.services }
  const port = options.webhook ? await freePort() : 0
  const webhook = options.webhook ? { url: `http://127.0.0.1:${port}/telegram`, secret: webhookSecret } : undefined
  const telegram = createTelegram({
    config: { token: options.token ?? BotApiServer.token, apiRoot: api.root, webhook },
    db: assistant.db,
    dataDir: options.dataDir ?? directory,
    services,
    tell: (line) => told.push(line),
    complain: (line) => told.push(line),
    metrics,
    ...(options.pace && { pace: options.pace }),
    publicUrl: options.publicUrl,
  })
  const app = buildApp(services, {
    log: { write: (line) => void log.push(line) },
    metrics,
    ...(webhook && { channelRoutes: [telegramRoutes({ secret: webhookSecret, receive: telegram.receive })] }),
  })
  const url = await app.listen({ host: '127.0.0.1', port })
  await telegram.start({ log: app.log })
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= telegram.close().then(() => app.close()))
  onTestFinished(stop)
  return { api, app, telegram, url, told, log, person: () => new Person(api, (people += 1)), stop }
}

async function freePort(): Promise<number> {
  const server = await new BotApiServer().open()
  await server.close()
  return Number(new URL(server.root).port)
}
