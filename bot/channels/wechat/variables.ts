import { z } from 'zod'

/** The variables of a WeChat official account, as they stand in its console under 基本配置. */
export const wechatVariables = {
  WECHAT_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/)
    .optional()
    .describe('3 to 32 letters and digits, and is needed where WECHAT_AES_KEY or WECHAT_APP_SECRET is set'),
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx[A-Za-z0-9]{8,40}$/)
    .optional()
    .describe('the AppID of the account, wx…, and is needed where WECHAT_AES_KEY or WECHAT_APP_SECRET is set'),
  WECHAT_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/)
    .optional()
    .describe('the EncodingAESKey of the account, 43 letters and digits'),
  WECHAT_APP_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9]{16,64}$/)
    .optional()
    .describe('the AppSecret of the account, letters and digits'),
  WECHAT_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('an http or https address'),
}

type Variables = z.output<z.ZodObject<typeof wechatVariables>>

export type WeChatConfig = {
  token: string
  appId: string | undefined
  /** EncodingAESKey; with it only encrypted messages are taken. */
  aesKey: string | undefined
  /** Only for the menu and for messages that nobody waits for. */
  appSecret: string | undefined
  apiRoot: string
}

/** The account; undefined without a token. */
export function wechatOf(env: Variables): WeChatConfig | undefined {
  if (env.WECHAT_TOKEN === undefined) return undefined
  return {
    token: env.WECHAT_TOKEN,
    appId: env.WECHAT_APP_ID,
    aesKey: env.WECHAT_AES_KEY,
    appSecret: env.WECHAT_APP_SECRET,
    apiRoot: (env.WECHAT_API_ROOT ?? 'https://api.weixin.qq.com').replace(/\/+$/, ''),
  }
}
