import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readZip } from '../../../knowledge/importing/zip.ts'
import { addAccount } from '../../../services/staff/accounts.ts'
import { post } from '../../support/app.ts'
import { temporaryDirectory } from '../../support/database.ts'
import { type Asked, laidOut, startModelEndpoint } from '../../support/model-endpoint.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'
import { password, signIn } from '../../support/staff-app.ts'
import { realApp } from '../../support/real-app.ts'
import { openChannel } from '../../support/telegram.ts'
import { openWeChat } from '../../support/wechat/wechat.ts'
import { openWeCom } from '../../support/wecom/open-wecom.ts'
import { talk } from '../../services/interview/interview-talk.ts'

/** Stands in every string that the endpoint sends, and nowhere else. */
const mark = '马可⾮MARKQ7Z'

/** A choice of which the numbers are such as were laid out; its strings are marks. */
function choiceOf(asked: Asked): object {
  const { kind, candidates } = laidOut(asked)
  const more = { [mark]: mark, text: mark, answer: [mark], question: mark, label: mark }
  if (kind === 'reading') return { about: [1], topic: 11, intent: 1, figures: [0], language: 1, ...more }
  return kind === 'pick' ? { say: [Math.min(2, candidates.length)], ask: 0, ...more } : { words: 1, ...more }
}

function chosen(asked: Asked, response: ServerResponse): void {
  const message = { role: mark, content: JSON.stringify(choiceOf(asked)), name: mark, refusal: mark, reasoning: mark }
  const choice = { index: 0, message, finish_reason: mark, logprobs: { content: [{ token: mark }] } }
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'x-mark': encodeURIComponent(mark),
      'x-request-id': 'MARKQ7Z',
    })
    .end(
      JSON.stringify({ id: mark, object: mark, model: mark, system_fingerprint: mark, choices: [choice], usage: {} }),
    )
}

const failed =
  (status: number, type: string, body: string) =>
  (_: Asked, response: ServerResponse): void =>
    void response.writeHead(status, { 'content-type': type, 'x-request-id': 'MARKQ7Z' }).end(body)

/** In what ways the endpoint answers, one after the other. */
const ways = [
  chosen,
  chosen,
  failed(400, 'application/json', JSON.stringify({ error: { message: mark, type: mark, param: mark, code: mark } })),
  failed(500, 'application/json', JSON.stringify({ error: { message: mark } })),
  failed(200, 'text/html', `<html>${mark}</html>`),
  failed(200, 'application/json', JSON.stringify({ choices: [{ message: { content: mark } }] })),
]

let turn = 0
const endpoint = await startModelEndpoint((asked, response) => ways[turn++ % ways.length]!(asked, response), afterAll)
const openai = { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 60_000 }
const { assistant, database, url, log, say } = await realApp({ openai })

/** Questions of which a model is asked: uncertain, colloquial, foreign. */
const questions = [
  '医院得有多少专利在手上',
  '2025年运营中心要多少件有效发明专利？',
  '家底要摸到啥程度啊',
  '有效的发明得有多少',
  '专利要攒够几个才轮得到我们',
  'Jusqu’à quand peut-on déposer un dossier ?',
  '服务过多少家机构才够',
  '盘点得弄到多少',
  '医院得有多少专利在手上',
]

/** All that somebody was sent, without what marks it up. */
const said = (sent: unknown): string => JSON.stringify(sent).replace(/<[^>]+>|\*\*/gu, '')

const shown: string[] = []
const show = (text: string) => void shown.push(text)

beforeAll(async () => {
  await addAccount(assistant.db, '王主任', password, 'admin')
})

test('the page is asked, and an endpoint that is heard: what it picks is said', async () => {
  for (const question of questions) {
    show(JSON.stringify(await say(question)))
    const response = await post(`${url}/api/chat`, { message: `${question}。` }, { accept: 'text/event-stream' })
    show(await response.text())
  }
  const one = await talk(say, '/check medical-center-2025')
  for (const words of ['是', '是', '是', '陆陆续续攒了好些年，去年底刚数过一回，拢共一百二十件，都还在交年费']) {
    show(JSON.stringify(await one.say(words)))
  }
  await assistant.settle()
  const rows = await assistant.db.selectFrom('turn').select('log').execute()
  expect(rows.filter(({ log: kept }) => (kept as { mode: string }).mode === 'chosen').length).toBeGreaterThan(3)
  expect(shown.join('\n')).toContain('100件')
})

test('Telegram is asked', async () => {
  const { api, told, log: logged, person } = await openChannel(assistant, { dataDir: database.dataDir })
  const somebody = person()
  for (const question of questions) await somebody.ask(`${question}！`)
  expect(said(somebody.heard)).toContain('100件')
  show(JSON.stringify([api.chats.messages, told, logged]))
})

test('WeChat is asked', async () => {
  const { account, told, log: logged } = await openWeChat(assistant, { publicUrl: 'https://zhixun.example' })
  const somebody = account.person()
  for (const question of questions) await somebody.say(`${question}~`)
  await somebody.say('依据')
  expect(said(somebody.heard)).toContain('100件')
  show(JSON.stringify([somebody.heard, told, logged]))
})

test('WeCom is asked', async () => {
  const { server, told, logged } = await openWeCom(assistant)
  await expect.poll(() => server.subscribed.length, { timeout: 30_000 }).toBe(1)
  for (const question of questions) {
    const request = server.text('staff-1', `${question}…`)
    await expect.poll(() => server.of(request).at(-1)?.body.stream?.finish, { timeout: 30_000 }).toBe(true)
  }
  expect(said(server.sent)).toContain('100件')
  show(JSON.stringify([server.sent, told, logged]))
})

test('the terminal is asked', async () => {
  const env = databaseEnvironment({ ...database, dataDir: temporaryDirectory() })
  const model = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: endpoint.url, OPENAI_MODEL: 'picker' }
  const { ended, printed } = runCommand('chat', { ...env, ...model }, { input: `${questions.join('\n')}\n/quit\n` })
  expect(await ended).toBe(0)
  show(`${printed.out}${printed.err}`)
  // Where the database is shared, so are the picks made above.
  expect(printed.out).toMatch(/\d+件/u)
})

test('pages, exports and figures of the console are read', async () => {
  const cookie = await signIn(url, '王主任')
  const get = async (path: string) => {
    const response = await fetch(url + path, { headers: { cookie } })
    expect(response.status, path).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }
  const { questions: listed } = JSON.parse((await get('/api/staff/questions')).toString()) as {
    questions: { id: string }[]
  }
  expect(listed.length).toBeGreaterThan(questions.length)
  for (const path of [
    '/',
    '/api/staff/questions',
    '/staff',
    '/metrics',
    '/readyz',
    `/staff/questions/${listed[0]!.id}`,
  ])
    show((await get(path)).toString())
  const workbook = await get('/api/staff/export.xlsx')
  for (const file of readZip(workbook, 10_000_000).values()) show(file.toString())
})

test('no byte of what the endpoint sent is anywhere: shown, sent, logged, kept or cached', async () => {
  expect(turn).toBeGreaterThan(ways.length * 2)
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(assistant.db)
  expect(tables.length).toBeGreaterThan(10)
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(
      assistant.db,
    )
    show(rows.map(({ row }) => row).join('\n'))
  }
  show(log.join('\n'))
  const files = readdirSync(database.dataDir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(database.dataDir, file))
    .filter((file) => statSync(file).isFile())
  const marks = [Buffer.from(mark), Buffer.from('MARKQ7Z'), Buffer.from(encodeURIComponent(mark))]
  expect(files.filter((file) => marks.some((one) => readFileSync(file).includes(one)))).toEqual([])
  const all = shown.join('\n')
  expect(all.length).toBeGreaterThan(10_000)
  expect(all).not.toMatch(/MARKQ7Z|马可/u)
})
