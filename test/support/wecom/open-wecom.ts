import { onTestFinished } from 'vitest'
import type { AppServices } from '../../../bot/app-services.ts'
import type { Assistant } from '../../../bot/assistant.ts'
import { type WeComPace, wecomPace } from '../../../bot/channels/wecom/connection.ts'
import { createWeCom } from '../../../bot/channels/wecom/create-wecom.ts'
import { createMetrics } from '../../../bot/metrics.ts'
import { bot, WeComServer } from './wecom-server.ts'

const quick = { pingMs: 200, ackMs: 1_000, againMs: 20, thrownOutMs: 1_000, waitingMs: 200 }

export type WeComOptions = {
  pace?: Partial<WeComPace>
  services?: Partial<AppServices>
  secret?: string
  publicUrl?: string
}

/** The channel as `npm start` opens it, connected to WeCom, for one test. */
export async function openWeCom(assistant: Assistant, options: WeComOptions = {}, given?: WeComServer) {
  const { pace, services, secret = bot.secret, publicUrl } = options
  const server = given ?? (await new WeComServer().open())
  const told: string[] = []
  const logged: string[] = []
  const log = (line: object) => void logged.push(JSON.stringify(line))
  const parts = {
    db: assistant.db,
    services: { ...assistant.services, ...services },
    metrics: createMetrics(),
    dataDir: '',
    publicUrl,
    today: assistant.services.today,
    tell: (line: string) => void told.push(line),
    complain: (line: string) => void told.push(line),
  }
  const channel = createWeCom({ botId: bot.botId, secret, url: server.url }, parts, { ...wecomPace, ...quick, ...pace })
  await channel.start({ address: '', log: { warn: log, error: log } })
  onTestFinished(channel.close)
  return { server, channel, told, logged }
}
