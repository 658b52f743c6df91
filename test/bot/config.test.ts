import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, secretsIn } from '../../bot/config.ts'

const secret = 'x'.repeat(32)

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({ host: '127.0.0.1', port: 3000, dataDir: '.data', timeZone: 'Asia/Shanghai' })
})

test('a variable that is set but empty counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', TIME_ZONE: '' })).toEqual(readConfig({}))
})

test('variables of others are none of its business', () => {
  expect(readConfig({ PATH: '?', EDITOR: 'ed' })).toEqual(readConfig({}))
})

describe('well-formed values are taken', () => {
  const cases: [env: Record<string, string>, config: Record<string, unknown>][] = [
    [
      { HOST: '::', PORT: '0' },
      { host: '::', port: 0 },
    ],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ DATABASE_URL: 'postgres://app@127.0.0.1:5432/app' }, { databaseUrl: 'postgres://app@127.0.0.1:5432/app' }],
    [{ DATABASE_URL: 'postgresql://db/app?sslmode=require' }, { databaseUrl: 'postgresql://db/app?sslmode=require' }],
    [{ DATA_DIR: '/var/lib/知询 data' }, { dataDir: '/var/lib/知询 data' }],
    [{ OPENAI_API_KEY: 'k' }, { openai: { apiKey: 'k' } }],
    [
      { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm', OPENAI_EMBEDDING_MODEL: 'e' },
      { openai: { apiKey: 'k', baseUrl: 'http://127.0.0.1:9/v1', model: 'm', embeddingModel: 'e' } },
    ],
    [{ OPENAI_API_KEY: 'k', OPENAI_LIMIT_MS: '20000' }, { openai: { limitMs: 20_000 } }],
    [{ OPENAI_MODEL: 'm' }, { openai: undefined }],
    [{ TELEGRAM_BOT_TOKEN: '42:TEST' }, { telegram: { token: '42:TEST' } }],
    [
      {
        TELEGRAM_BOT_TOKEN: '42:T',
        TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram',
        TELEGRAM_WEBHOOK_SECRET: 's-3',
      },
      { telegram: { token: '42:T', webhook: { url: 'https://bot.example/telegram', secret: 's-3' } } },
    ],
    [
      { TELEGRAM_BOT_TOKEN: '42:T', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' },
      { telegram: { token: '42:T', apiRoot: 'http://127.0.0.1:8081' } },
    ],
    [{ WECHAT_TOKEN: 'abc' }, { wechat: { token: 'abc', apiRoot: 'https://api.weixin.qq.com' } }],
    [
      { WECHAT_TOKEN: 'abc', WECHAT_APP_ID: 'wx0123456789', WECHAT_AES_KEY: 'k'.repeat(43) },
      { wechat: { token: 'abc', appId: 'wx0123456789', aesKey: 'k'.repeat(43) } },
    ],
    [
      { WECOM_BOT_ID: 'bot-1', WECOM_BOT_SECRET: 's_3' },
      { wecom: { botId: 'bot-1', secret: 's_3', url: 'wss://openws.work.weixin.qq.com' } },
    ],
    [{ PUBLIC_URL: 'https://zhixun.example/' }, { publicUrl: 'https://zhixun.example' }],
    [{ SESSION_SECRET: secret }, { sessionSecret: secret }],
    [
      { SECOND_FACTOR_KEY: secret, FORMER_SECOND_FACTOR_KEY: secret },
      { secondFactorKey: secret, formerSecondFactorKey: secret },
    ],
    [
      {
        OIDC_ISSUER: 'https://id.example/realms/city',
        OIDC_CLIENT_ID: 'zhixun',
        OIDC_CLIENT_SECRET: 's',
        OIDC_ROLES: 'admin=领导, editor=office,editor = patent office, reviewer=*',
        PUBLIC_URL: 'https://zhixun.example/',
      },
      {
        singleSignOn: {
          issuer: 'https://id.example/realms/city',
          clientId: 'zhixun',
          clientSecret: 's',
          scope: 'openid profile email',
          nameClaim: 'preferred_username',
          roleClaim: 'groups',
          roles: [
            { role: 'admin', value: '领导' },
            { role: 'editor', value: 'office' },
            { role: 'editor', value: 'patent office' },
            { role: 'reviewer', value: '*' },
          ],
          returnTo: 'https://zhixun.example/staff/sso/callback',
        },
      },
    ],
    [{ OIDC_CLIENT_ID: 'zhixun' }, { singleSignOn: undefined }],
    [{ TRUST_PROXY: '1' }, { trustProxy: 1 }],
    [{ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8' }, { trustProxy: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'] }],
    [{ TRUST_PROXY: 'loopback,uniquelocal' }, { trustProxy: ['loopback', 'uniquelocal'] }],
    [{ TIME_ZONE: 'UTC' }, { timeZone: 'UTC' }],
  ]
  for (const [env, config] of cases) {
    test(JSON.stringify(env), () => expect(readConfig(env)).toMatchObject(config))
  }
})

describe('a malformed value is named with what the variable takes, and not shown', () => {
  const cases: [name: string, value: string, takes: RegExp][] = [
    ['HOST', 'two words', /host name/],
    ['PORT', '65536', /0 to 65535/],
    ['PORT', '-1', /0 to 65535/],
    ['PORT', '80.5', /0 to 65535/],
    ['PORT', '0x50', /0 to 65535/],
    ['PORT', 'eighty', /0 to 65535/],
    ['DATABASE_URL', 'localhost', /postgres:\/\//],
    ['DATABASE_URL', 'mysql://db/app', /postgres:\/\//],
    ['OPENAI_API_KEY', 'with blank', /without blanks/],
    ['OPENAI_BASE_URL', 'ftp://models.example', /http/],
    ['OPENAI_MODEL', 'with blank', /without blanks/],
    ['OPENAI_EMBEDDING_MODEL', 'with blank', /without blanks/],
    ['TELEGRAM_BOT_TOKEN', 'no-number', /BotFather/],
    ['TELEGRAM_WEBHOOK_URL', 'bot.example', /http/],
    ['TELEGRAM_WEBHOOK_SECRET', 'with blank', /letters, digits/],
    ['TELEGRAM_WEBHOOK_SECRET', 'x'.repeat(257), /letters, digits/],
    ['TELEGRAM_API_ROOT', 'api.example', /http/],
    ['WECHAT_TOKEN', 'with-hyphen', /letters and digits/],
    ['WECHAT_APP_ID', 'gh_0123456789', /wx/],
    ['WECHAT_AES_KEY', 'k'.repeat(42), /43/],
    ['WECHAT_APP_SECRET', 'short', /letters and digits/],
    ['WECHAT_API_ROOT', 'api.weixin.qq.com', /http/],
    ['WECOM_WS_URL', 'http://a.example', /ws/],
    ['PUBLIC_URL', 'zhixun.example', /http/],
    ['SESSION_SECRET', 'x'.repeat(31), /32 characters/],
    ['SECOND_FACTOR_KEY', 'x'.repeat(31), /32 characters/],
    ['OIDC_ISSUER', 'http://id.example', /https/],
    ['OIDC_ISSUER', 'http://127.0.0.1.evil.example', /https/],
    ['OIDC_CLIENT_SECRET', 'with blank', /without blanks/],
    ['OIDC_SCOPE', 'profile', /openid/],
    ['OIDC_ROLES', 'king=leaders', /reviewer, editor, admin/],
    ['OIDC_ROLES', 'reviewer =', /reviewer, editor, admin/],
    ['OIDC_ROLES', 'boss', /reviewer, editor, admin/],
    ...['true', '-1', '1.5', 'nginx', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.1/8/8', '192.0.2.1,', 'fe80::1%eth0'].map(
      (value): [string, string, RegExp] => ['TRUST_PROXY', value, /how many proxies .* or their addresses/],
    ),
    ['TIME_ZONE', 'Mars/Olympus', /time zone/],
  ]
  for (const [name, value, takes] of cases) {
    test(`${name}=${value}`, () => {
      const { message } = failureOf({ [name]: value })
      expect(message.split('\n')[0]).toMatch(new RegExp(`^${name} takes `))
      expect(message).toMatch(takes)
      expect(message).not.toContain(value)
    })
  }
})

test('a webhook without a secret is refused', () => {
  const env = { TELEGRAM_BOT_TOKEN: '42:T', TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram' }
  expect(failureOf(env).message).toMatch(/^TELEGRAM_WEBHOOK_SECRET takes .*needed where TELEGRAM_WEBHOOK_URL is set$/)
})

test('a key of WeChat without its token and its account is refused', () => {
  const names = failureOf({ WECHAT_AES_KEY: 'k'.repeat(43) }).message.match(/^\w+/gm)
  expect(names).toEqual(['WECHAT_TOKEN', 'WECHAT_APP_ID'])
})

test('a provider of single sign-on without a client, roles and an address to come back to is refused', () => {
  const names = failureOf({ OIDC_ISSUER: 'https://id.example' }).message.match(/^\w+/gm)
  expect(names?.toSorted()).toEqual(['OIDC_CLIENT_ID', 'OIDC_ROLES', 'PUBLIC_URL'])
})

test('a bot of WeCom without its secret is refused', () => {
  expect(failureOf({ WECOM_BOT_ID: 'bot-1' }).message).toMatch(/^WECOM_BOT_SECRET takes .*goes with WECOM_BOT_ID$/)
})

test('all faults are named at once, each in a line of its own', () => {
  const env = { PORT: 'x', TIME_ZONE: 'x', TELEGRAM_WEBHOOK_URL: 'https://bot.example/telegram' }
  const names = failureOf(env)
    .message.split('\n')
    .map((line) => line.split(' ')[0])
  expect(names.toSorted()).toEqual(['PORT', 'TELEGRAM_WEBHOOK_SECRET', 'TIME_ZONE'])
})

function failureOf(env: Record<string, string>): ConfigError {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('read without a fault')
}

describe('secrets are known by their values', () => {
  const cases: [env: Record<string, string>, secrets: string[]][] = [
    [{}, []],
    [{ PORT: 'x', TIME_ZONE: 'y', OPENAI_MODEL: 'm' }, []],
    [{ OPENAI_API_KEY: ' sk-1 ' }, ['sk-1']],
    [{ TELEGRAM_BOT_TOKEN: 'malformed', TELEGRAM_WEBHOOK_SECRET: 'w' }, ['malformed', 'w']],
    [{ SESSION_SECRET: secret }, [secret]],
    [{ SECOND_FACTOR_KEY: secret }, [secret]],
    [{ DATABASE_URL: 'postgres://app:p%40ss@db/app' }, ['p%40ss', 'p@ss']],
    [{ DATABASE_URL: 'postgres://app:p@ss:x@db/app' }, ['p@ss:x', 'p@ss:x']],
    [{ DATABASE_URL: 'postgres://app:50%@db/app' }, ['50%', '50%']],
    [{ DATABASE_URL: 'mysql://app:other@db' }, ['other', 'other']],
    [{ DATABASE_URL: 'postgres://app@db:5432/app?x=a@b' }, []],
    [{ OPENAI_BASE_URL: 'https://me:mine@model.example/v1' }, ['mine', 'mine']],
  ]
  for (const [env, secrets] of cases)
    test(`of ${JSON.stringify(env)}: ${secrets.join() || 'none'}`, () => {
      expect(secretsIn(env)).toEqual(secrets)
    })
})
