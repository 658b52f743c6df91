import { request } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import { realApp } from '../../support/real-app.ts'

const { assistant, url, say } = await realApp()
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const isConsole = (path: string) => path.startsWith('/staff') || path.startsWith('/api/staff')

/** The paths of all routes, as the app itself registers them. */
const paths = new Set<string>()
const shown = buildApp(assistant.services, { log: false })
shown.addHook('onRoute', ({ url: path }) => void paths.add(path))
await shown.ready()
await shown.close()
const consolePaths = [...paths].filter(isConsole).toSorted()

let turn = ''
beforeAll(async () => {
  await say('食堂几点开门？')
  await assistant.settle()
  turn = (await assistant.db.selectFrom('question').select('turn').executeTakeFirstOrThrow()).turn
})

/** Sends a path exactly as it is written: fetch would tidy it up. */
function statusOf(path: string, method: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject).end()
  })
}

test('the app tells of its routes, and those of the console are among them', () => {
  expect(paths.has('/api/chat')).toBe(true)
  for (const path of [
    '/staff',
    '/staff/questions/:id',
    '/api/staff/questions',
    '/api/staff/faqs',
    '/api/staff/export.xlsx',
  ])
    expect(consolePaths).toContain(path)
})

describe('without a session every path is refused, whatever the method', () => {
  const open = new Set(['GET /staff/login', 'HEAD /staff/login', 'POST /staff/login'])
  for (const path of consolePaths) {
    test(path, async () => {
      for (const method of methods) {
        if (open.has(`${method} ${path}`)) continue
        const status = await statusOf(path.replace(':id', encodeURIComponent(turn)), method)
        expect(status, `${method} ${path}`).toBe(401)
      }
    })
  }
})

const odd = [
  '/staff/nothing',
  '/api/staff/nothing',
  '/api/staff',
  '//staff',
  '//api//staff//questions',
  '/staff//questions',
  '/STAFF',
  '/Api/Staff/questions',
  '/staff/questions/',
  '/%73taff',
  '/%73taff/questions',
  '/api/%73taff/questions',
  '/api%2Fstaff%2Fquestions',
  '/staff%2fquestions',
  '/staff;x=1/questions',
  '/x/../staff/questions',
  '/staff/../api/staff/questions',
  '/staff?x=/staff/login',
  '/staff/login/../questions',
  '/api/staff/questions?status=new',
]
test.each(odd)('%s is refused however it is written', async (path) => {
  for (const method of methods) {
    const status = await statusOf(path, method)
    expect([400, 401], `${method} ${path}: ${status}`).toContain(status)
  }
})

const forged = [
  'zhixun-staff=1',
  'zhixun-staff=',
  'zhixun-staff=abc.def',
  `zhixun-staff=${'a'.repeat(43)}.${'b'.repeat(43)}`,
  'zhixun-staff=a; zhixun-staff=b',
  'zhixun-staff=%00',
]
test.each(forged)('the cookie %j is no session', async (cookie) => {
  expect(await statusOf('/api/staff/questions', 'GET', { cookie })).toBe(401)
})

test('a browser is shown where to sign in, and a program is told', async () => {
  const page = await fetch(`${url}/staff/questions`, { headers: { accept: 'text/html' }, redirect: 'manual' })
  expect([page.status, page.headers.get('location')]).toEqual([303, '/staff/login'])
  const api = await fetch(`${url}/api/staff/questions`)
  expect(api.headers.get('content-type')).toContain('application/problem+json')
  expect(await api.json()).toMatchObject({ status: 401, detail: '请先登录。' })
})

test('what is refused says nothing of what is there', async () => {
  const [there, missing] = await Promise.all(
    [turn, 'no-such-turn'].map(async (id) =>
      (await fetch(`${url}/api/staff/questions/${id}`, { method: 'PATCH' })).text(),
    ),
  )
  expect(there).toBe(missing)
})
