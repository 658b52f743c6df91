import { z } from 'zod'
import { readTrustedProxies } from './trusted-proxies.ts'
import { singleSignOnOf, singleSignOnVariables } from './staff/single-sign-on-variables.ts'
import { wechatOf, wechatVariables } from './channels/wechat/variables.ts'
import { wecomOf, wecomVariables } from './channels/wecom/variables.ts'

const text = z.string().regex(/^\S+$/)
const webAddress = z.url({ protocol: /^https?$/ })

/** Each variable with what it takes, in the words of the error that names it. */
const variables = z
  .object({
    HOST: text.default('127.0.0.1').describe('a host name or address to listen at'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().max(65_535))
      .default(3000)
      .describe('a whole number from 0 to 65535'),
    METRICS_PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().max(65_535))
      .optional()
      .describe('a whole number from 0 to 65535'),
    OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional().describe('an http or https address'),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/ })
      .optional()
      .describe('a PostgreSQL address, postgres://user:password@host:port/database'),
    DATA_DIR: z.string().default('.data').describe('the path of a directory'),
    BACKUP_DIR: z.string().optional().describe('the path of a directory'),
    OPENAI_API_KEY: text.optional().describe('a key without blanks'),
    OPENAI_BASE_URL: webAddress.optional().describe('an http or https address'),
    OPENAI_MODEL: text.optional().describe('the name of a model, without blanks'),
    OPENAI_EMBEDDING_MODEL: text.optional().describe('the name of a model, without blanks'),
    OPENAI_LIMIT_MS: z
      .string()
      .regex(/^\d{3,5}$/)
      .transform(Number)
      .pipe(z.int().min(200).max(60_000))
      .optional()
      .describe('milliseconds, from 200 to 60000'),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .optional()
      .describe('a token as BotFather gives it, 123456:letters'),
    TELEGRAM_WEBHOOK_URL: webAddress.optional().describe('an http or https address'),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional()
      .describe('1 to 256 letters, digits, _ or -, and is needed where TELEGRAM_WEBHOOK_URL is set'),
    TELEGRAM_API_ROOT: webAddress.optional().describe('an http or https address'),
    ...wechatVariables,
    ...wecomVariables,
    PUBLIC_URL: webAddress
      .optional()
      .describe(
        'an http or https address, under which people reach this server, and is needed where OIDC_ISSUER is set',
      ),
    ...singleSignOnVariables,
    SESSION_SECRET: z.string().min(32).optional().describe('at least 32 characters'),
    SECOND_FACTOR_KEY: z.string().min(32).optional().describe('at least 32 characters'),
    FORMER_SECOND_FACTOR_KEY: z
      .string()
      .min(32)
      .optional()
      .describe('at least 32 characters, what SECOND_FACTOR_KEY was before'),
    TRUST_PROXY: z
      .string()
      .transform((given, context) => {
        const proxies = readTrustedProxies(given)
        if (proxies === undefined) context.addIssue('no proxies')
        return proxies ?? 0
      })
      .optional()
      .describe(
        'how many proxies stand before it (1), or their addresses separated by commas (127.0.0.1, 10.0.0.0/8, loopback)',
      ),
    TIME_ZONE: z
      .string()
      .refine(isTimeZone)
      .default('Asia/Shanghai')
      .describe('the name of a time zone, such as Asia/Shanghai'),
  })
  // A webhook that anybody may call would let anybody speak as anyone.
  .refine((env) => !env.TELEGRAM_WEBHOOK_URL || env.TELEGRAM_WEBHOOK_SECRET, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    when: () => true,
  })
  .refine((env) => env.WECHAT_TOKEN || !(env.WECHAT_AES_KEY || env.WECHAT_APP_SECRET), {
    path: ['WECHAT_TOKEN'],
    when: () => true,
  })
  .refine((env) => !env.OIDC_ISSUER || env.OIDC_CLIENT_ID, { path: ['OIDC_CLIENT_ID'], when: () => true })
  .refine((env) => !env.OIDC_ISSUER || env.OIDC_ROLES, { path: ['OIDC_ROLES'], when: () => true })
  .refine((env) => !env.OIDC_ISSUER || env.PUBLIC_URL, { path: ['PUBLIC_URL'], when: () => true })
  .refine((env) => env.WECOM_BOT_ID || !env.WECOM_BOT_SECRET, { path: ['WECOM_BOT_ID'], when: () => true })
  .refine((env) => env.WECOM_BOT_SECRET || !env.WECOM_BOT_ID, { path: ['WECOM_BOT_SECRET'], when: () => true })
  .refine((env) => env.WECHAT_APP_ID || !(env.WECHAT_AES_KEY || env.WECHAT_APP_SECRET), {
    path: ['WECHAT_APP_ID'],
    when: () => true,
  })

/** Every variable that is read. */
export const variableNames: readonly string[] = Object.keys(variables.shape)

/** Asked where a key is given and no model is named. */
const defaultModel = 'gpt-4.1-mini'

const configSchema = variables.transform((env) => ({
  host: env.HOST,
  port: env.PORT,
  metricsPort: env.METRICS_PORT,
  tracesTo: env.OTEL_EXPORTER_OTLP_ENDPOINT,
  databaseUrl: env.DATABASE_URL,
  dataDir: env.DATA_DIR,
  backupDir: env.BACKUP_DIR,
  openai: env.OPENAI_API_KEY
    ? {
        apiKey: env.OPENAI_API_KEY,
        baseUrl: env.OPENAI_BASE_URL,
        model: env.OPENAI_MODEL ?? defaultModel,
        embeddingModel: env.OPENAI_EMBEDDING_MODEL,
        ...(env.OPENAI_LIMIT_MS !== undefined && { limitMs: env.OPENAI_LIMIT_MS }),
      }
    : undefined,
  telegram: env.TELEGRAM_BOT_TOKEN
    ? {
        token: env.TELEGRAM_BOT_TOKEN,
        apiRoot: env.TELEGRAM_API_ROOT,
        webhook: env.TELEGRAM_WEBHOOK_URL
          ? { url: env.TELEGRAM_WEBHOOK_URL, secret: env.TELEGRAM_WEBHOOK_SECRET! }
          : undefined,
      }
    : undefined,
  wechat: wechatOf(env),
  wecom: wecomOf(env),
  publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
  sessionSecret: env.SESSION_SECRET,
  secondFactorKey: env.SECOND_FACTOR_KEY,
  formerSecondFactorKey: env.FORMER_SECOND_FACTOR_KEY,
  singleSignOn: singleSignOnOf(env),
  trustProxy: env.TRUST_PROXY,
  timeZone: env.TIME_ZONE,
}))

/**
 * What a person may set. `openai`, `telegram`, `wechat` and `wecom` are there when their key or token is; `publicUrl` has no slash at
 * its end.
 */
export type Config = z.output<typeof configSchema>

/** All that is wrong with the environment, one line a variable; no line shows a value, which may be a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the configuration from environment variables. An empty variable counts as not set.
 *
 * @throws {ConfigError} When anything is malformed.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const result = configSchema.safeParse(set)
  if (result.success) return result.data
  const faulty = new Set(result.error.issues.map((issue) => issue.path[0] as keyof typeof variables.shape))
  throw new ConfigError([...faulty].map((name) => `${name} takes ${variables.shape[name].description}`).join('\n'))
}

/** Variables that are secrets as a whole; of an address it is the password. */
const secretName = /_(?:KEY|TOKEN|SECRET|PASSWORD)$/

/** The secrets among the variables, however malformed the others are: none of them is ever printed. */
export function secretsIn(env: Record<string, string | undefined>): string[] {
  return Object.keys(variables.shape).flatMap((name) => {
    const value = env[name]?.trim()
    if (!value) return []
    if (secretName.test(name)) return [value]
    // A malformed address may hold one all the same.
    const [, password] = /^[a-z]+:\/\/[^/?#]*?:([^/?#]*)@/i.exec(value) ?? []
    return password ? [password, decoded(password)] : []
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/**
 * Keeps the libraries behind a model from reporting questions to a tracing service, which a variable meant for another
 * programme would switch on.
 */
export function forbidTracing(env: Record<string, string | undefined>): void {
  for (const name of Object.keys(env)) if (/^LANG(?:SMITH|CHAIN)_/.test(name)) delete env[name]
}
