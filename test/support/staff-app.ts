import { randomBytes } from 'node:crypto'
import { beforeAll } from 'vitest'
import type { AssistantOptions } from '../../bot/assistant.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { openNoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { addAccount } from '../../services/staff/accounts.ts'
import type { Role } from '../../services/staff/role.ts'
import { post } from './app.ts'
import { realApp, type Said } from './real-app.ts'

/** People at the bureau, by what their accounts may do. */
export const people = { reviewer: '小周', editor: '老陈', admin: '王主任' } as const satisfies Record<Role, string>

export const password = randomBytes(12).toString('base64url')

type Given = { body?: unknown; headers?: Record<string, string>; redirect?: 'manual' }

/** All there is with an account of each role, for one test file: `const { as } = await staffApp()` at its top. */
export async function staffApp(more: Partial<AssistantOptions> = {}) {
  const app = await realApp(more)
  const cookies = new Map<Role, string>()
  beforeAll(async () => {
    for (const [role, name] of Object.entries(people) as [Role, string][]) {
      await addAccount(app.assistant.db, name, password, role)
      cookies.set(role, await signIn(app.url, name))
    }
  })

  /** Sends a request as somebody with a role. */
  function as(role: Role, method: string, path: string, { body, headers, ...more }: Given = {}): Promise<Response> {
    return fetch(app.url + path, {
      method,
      headers: {
        cookie: cookies.get(role)!,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...more,
    })
  }
  /** Sends a message; what it asks stands in the log of the console when this settles. */
  async function say(...message: Parameters<typeof app.say>): Promise<Said> {
    const said = await app.say(...message)
    await app.assistant.settle()
    return said
  }
  return { ...app, as, cookies, say }
}

/** Signs in and returns the cookie as it is sent back. */
export async function signIn(url: string, name: string, secret = password): Promise<string> {
  const response = await post(`${url}/staff/login`, { name, password: secret })
  if (response.status !== 204) throw new Error(`${response.status}: ${await response.text()}`)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

/** Puts another edition of a bundled notice in the place of the one in use, with one stretch of its text changed. */
export async function changeNotice(db: Database, id: string, from: string, to: string): Promise<void> {
  const notices = loadNotices()
  const { source } = notices.find((notice) => notice.id === id)!
  if (!source.includes(from)) throw new Error(`${id} does not say ${from}`)
  const changed = { fileName: `${id}.txt`, source: source.replace(from, to), given: { id }, hints: {} }
  await openNoticeDesk(db, notices).add(changed)
}
