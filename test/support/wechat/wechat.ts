import { onTestFinished } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import type { AppServices } from '../../../bot/app-services.ts'
import type { Assistant } from '../../../bot/assistant.ts'
import { type Pace, wechatPace } from '../../../bot/channels/wechat/answer-once.ts'
import { createWeChat } from '../../../bot/channels/wechat/create-wechat.ts'
import type { WeChatConfig } from '../../../bot/channels/wechat/variables.ts'
import { createMetrics } from '../../../bot/metrics.ts'
import { OfficialAccount, setup, type Setup } from './official-account.ts'

export type WeChatOptions = {
  /** Plain messages, as an account without a key sends them. */
  isPlain?: boolean
  config?: Partial<WeChatConfig>
  pace?: Partial<Pace>
  publicUrl?: string
  services?: Partial<AppServices>
} & Pick<Setup, 'hangUpMs' | 'tellsMenuId'>

/** The channel as `npm start` opens it, with an account of WeChat before it, for one test. */
export async function openWeChat(assistant: Assistant, options: WeChatOptions = {}) {
  const { isPlain = false, config, pace, publicUrl, services: others, ...behaviour } = options
  const { aesKey, ...rest } = setup
  const told: string[] = []
  const log: string[] = []
  const services = { ...assistant.services, ...others }
  const metrics = createMetrics()
  const parts = {
    db: assistant.db,
    services,
    metrics,
    dataDir: '',
    publicUrl,
    today: assistant.services.today,
    tell: (line: string) => void told.push(line),
    complain: (line: string) => void told.push(line),
  }
  const key = isPlain ? {} : { aesKey }
  const whole = { aesKey: undefined, appSecret: undefined, apiRoot: 'http://127.0.0.1:9', ...rest, ...key, ...config }
  const channel = createWeChat(whole, parts, { ...wechatPace, ...pace })
  const app = buildApp(services, {
    log: { write: (line) => void log.push(line) },
    metrics,
    channelRoutes: [channel.routes!],
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  await channel.start({ address: url, log: app.log })
  onTestFinished(async () => {
    await channel.close()
    await app.close()
  })
  return {
    account: new OfficialAccount(url, { ...rest, ...key, ...behaviour }),
    url,
    told,
    log,
    channel,
    db: assistant.db,
  }
}
