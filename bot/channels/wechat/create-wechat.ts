import type { FastifyBaseLogger } from 'fastify'
import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import { purgeChats } from '../../../services/chats/chats.ts'
import type { Delivery } from '../../../services/reminders/deliveries.ts'
import { every } from '../../every.ts'
import type { Channel, ChannelParts } from '../channel.ts'
import { answerOnce, type Pace, wechatPace } from './answer-once.ts'
import { createApi } from './api.ts'
import { postDeliveries } from '../post.ts'
import { postToWeChat } from './post.ts'
import { setUpMenu } from './menu.ts'
import { openGate } from './read-request.ts'
import { wechatRoutes } from './routes.ts'
import type { WeChatConfig } from './variables.ts'

const keptDays = 2
const purgeEveryMs = 24 * 60 * 60 * 1000
const silent = { warn: () => undefined, error: () => undefined }

/** A WeChat official account: passive replies alone, and with an AppSecret a menu and answers that come late. */
export function createWeChat(config: WeChatConfig, parts: ChannelParts, pace: Pace = wechatPace): Channel {
  const { db, tell, complain, publicUrl } = parts
  const stop = new AbortController()
  let log: Pick<FastifyBaseLogger, 'warn' | 'error'> = silent
  const api = config.appSecret === undefined ? undefined : createApi(config)
  const gate = openGate(config, complain)
  const push = api && createPush(api, complain)
  const answer = answerOnce({ ...parts, log: () => log }, pace, push)
  const onFault = (error: unknown) => log.warn({ err: error }, 'wechat task failed')
  let endPurging: () => unknown = () => undefined
  let settingUp: Promise<unknown> = Promise.resolve()
  let endPosting: () => unknown = () => undefined

  return {
    routes: wechatRoutes({ gate, answer, stopping: stop.signal }),
    async start(given) {
      log = given.log
      endPurging = every('purge-wechat', purgeEveryMs, () => purgeChats(db, keptDays), onFault)
      tell(texts.up(config.aesKey !== undefined))
      if (config.aesKey === undefined) complain(texts.plain)
      const send = (delivery: Delivery) => postToWeChat(api, publicUrl, delivery)
      endPosting = postDeliveries({ db, channel: 'wechat', send, log: () => log })
      if (api) settingUp = setUpMenu(api, publicUrl, { tell, complain })
    },
    async close() {
      stop.abort()
      await Promise.all([endPurging(), settingUp, endPosting()])
    },
  }
}

/** Sends texts by customer-service messages, until WeChat says that the account may not. */
function createPush(api: ReturnType<typeof createApi>, complain: (line: string) => void) {
  return async (person: string, text: string): Promise<boolean> => {
    const outcome = await api.call('/cgi-bin/message/custom/send', {
      touser: person,
      msgtype: 'text',
      text: { content: text },
    })
    if (outcome.code === 0) return true
    complain(
      outcome.code === 'none' ? texts.apiUnreachable(texts.pushing) : texts.apiFailed(texts.pushing, outcome.code),
    )
    return false
  }
}
