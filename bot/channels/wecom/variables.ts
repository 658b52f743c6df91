import { z } from 'zod'

/** The variables of a WeCom bot (智能机器人), as they stand in its settings under API 模式, 长连接. */
export const wecomVariables = {
  WECOM_BOT_ID: z
    .string()
    .regex(/^[\w-]{1,128}$/)
    .optional()
    .describe('the Bot ID, letters, digits, _ or -, and goes with WECOM_BOT_SECRET'),
  WECOM_BOT_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional()
    .describe('the Secret of the bot, letters, digits, _ or -, and goes with WECOM_BOT_ID'),
  WECOM_WS_URL: z
    .url({ protocol: /^wss?$/ })
    .optional()
    .describe('a ws or wss address'),
}

type Variables = z.output<z.ZodObject<typeof wecomVariables>>

export type WeComConfig = { botId: string; secret: string; url: string }

/** The bot; undefined without its id. */
export function wecomOf(env: Variables): WeComConfig | undefined {
  if (env.WECOM_BOT_ID === undefined || env.WECOM_BOT_SECRET === undefined) return undefined
  const url = env.WECOM_WS_URL ?? 'wss://openws.work.weixin.qq.com'
  return { botId: env.WECOM_BOT_ID, secret: env.WECOM_BOT_SECRET, url }
}
