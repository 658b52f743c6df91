import { z } from 'zod'
import type { WeChatConfig } from './variables.ts'

/** WeChat's own number for what happened, 0 where it is done; `none` where nothing came back. */
export type ApiOutcome = { code: number | 'none'; body?: Record<string, unknown> }

export type Api = {
  /** Calls an address of the account's API with its token; with a body by POST. */
  call(path: string, body?: object): Promise<ApiOutcome>
}

const timeLimitMs = 5_000
/** A token is fetched anew so long before it ends, in milliseconds. */
const earlyMs = 5 * 60_000
/** The token is wrong, or no longer good. */
const staleToken = new Set([40001, 40014, 42001])

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number() })
const answerSchema = z.looseObject({ errcode: z.number().default(0) })

/** The API of an official account. Nothing it does rejects, and neither secret nor token is ever said. */
export function createApi({ apiRoot, appId, appSecret }: WeChatConfig): Api {
  let kept: { token: string; until: number } | undefined

  /** By `stable_token`, which leaves the token of other processes good. */
  async function tokenOf(isForced: boolean): Promise<ApiOutcome | string> {
    if (!isForced && kept && kept.until > Date.now()) return kept.token
    const asked = {
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
      ...(isForced && { force_refresh: true }),
    }
    const outcome = await request(`${apiRoot}/cgi-bin/stable_token`, asked)
    const read = tokenSchema.safeParse(outcome.body)
    if (!read.success) return outcome.code === 0 ? { code: 'none' } : outcome
    kept = { token: read.data.access_token, until: Date.now() + read.data.expires_in * 1000 - earlyMs }
    return kept.token
  }

  async function callOnce(path: string, body: object | undefined, isForced: boolean): Promise<ApiOutcome> {
    const token = await tokenOf(isForced)
    if (typeof token !== 'string') return token
    return request(`${apiRoot}${path}?access_token=${encodeURIComponent(token)}`, body)
  }

  return {
    async call(path, body) {
      const outcome = await callOnce(path, body, false)
      if (typeof outcome.code !== 'number' || !staleToken.has(outcome.code)) return outcome
      return callOnce(path, body, true)
    },
  }
}

async function request(url: string, body: object | undefined): Promise<ApiOutcome> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeLimitMs),
      redirect: 'error',
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const answered = answerSchema.parse(await response.json())
    return { code: answered.errcode, body: answered }
  } catch {
    // Its words may repeat the address, and so the token.
    return { code: 'none' }
  }
}
