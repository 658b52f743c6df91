import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { DraftJson } from '../../../bot/notice-desk/draft-json.ts'
import type { Shelf } from '../../../bot/notice-desk/shelf-json.ts'
import type { Impact } from '../../../knowledge/importing/impact.ts'
import type { Waiting } from '../../../services/staff/notices/proposals.ts'
import { shenjiangText } from '../../knowledge/importing/shenjiang.ts'
import { jsonOf } from '../../support/app.ts'
import { type Asked, choosing, complete, startModelEndpoint, unhelpful } from '../../support/model-endpoint.ts'
import { staffApp } from '../../support/staff-app.ts'
import type { Role } from '../../../services/staff/role.ts'

/** Words that nobody but the model says; they pass what bounds it. */
const mark = '魑魅魍魉'
const written = {
  questions: [
    { clause: 1, question: `${mark}的做检测能报多少？` },
    { clause: 999, question: '没有这一条，能报多少？' },
    { clause: 2, question: '详情请打13900001111问谁？' },
  ],
  names: ['科创券', `${mark}券`],
  equivalents: [{ said: mark, written: 1 }],
  [mark]: mark,
}

const proposes = (asked: Asked): boolean => asked.system.includes('办事的人会怎么问')
const idle = choosing(unhelpful)
/** Where the clause is that the question of the model is for. */
const clauseOf = ({ system }: Asked): number =>
  Number(/^\[(\d+)\] 2\.检验检测类/mu.exec(system.split('通知的条款：')[1] ?? '')?.[1])
const proposing = (asked: Asked, response: ServerResponse) => {
  if (!proposes(asked)) return idle(asked, response)
  const [first, ...rest] = written.questions
  const questions = [{ ...first!, clause: clauseOf(asked) }, ...rest]
  complete(response, JSON.stringify({ ...written, questions }))
}
const endpoint = await startModelEndpoint(proposing, afterAll)
const openai = { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 60_000 }
const { as, say, url, cookies, assistant, database, log } = await staffApp({ openai })
const { db } = assistant

const notice = 'shenjiangkewei-2026-18'
beforeEach(async () => {
  endpoint.behave(proposing)
  await db.deleteFrom('notice_draft').execute()
  const { inUse }: Shelf = await jsonOf(as('editor', 'GET', '/api/staff/notices'))
  const own = inUse.find(({ id }) => id === notice)
  if (own) await as('editor', 'DELETE', `/api/staff/notices/${notice}?version=${own.version}`)
})

async function drafted(): Promise<DraftJson> {
  const form = new FormData()
  form.append('file', new File([shenjiangText], '创新券.txt'))
  const headers = { cookie: cookies.get('editor')! }
  return jsonOf(fetch(`${url}/api/staff/notices`, { method: 'POST', headers, body: form }))
}
const now = (id: string): Promise<DraftJson> => jsonOf(as('editor', 'GET', `/api/staff/notices/${id}`))
const ask = (id: string, role: Role = 'editor') => as(role, 'POST', `/api/staff/notices/${id}/proposals`, { body: {} })
const proposed = async (id: string): Promise<Waiting[]> => (await jsonOf(ask(id))).proposals
const decide = async (id: string, proposal: number, take: boolean) =>
  as('editor', 'POST', `/api/staff/notices/${id}/proposals/${proposal}`, {
    body: { version: (await now(id)).version, take },
  })
const spoken = async (id: string, given: object | null) => {
  const { version } = await now(id)
  return as('editor', 'PATCH', `/api/staff/notices/${id}/draft`, { body: { version, metadata: { spoken: given } } })
}
const publish = async (id: string) =>
  as('editor', 'POST', `/api/staff/notices/${id}/publish`, { body: { version: (await now(id)).version } })
const pageOf = async (id: string, role: Role) => (await as(role, 'GET', `/staff/notices/${id}`)).text()

/** Every row of every table, by table. */
async function allRows(): Promise<Map<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db)
  const rows = new Map<string, string>()
  for (const { name } of tables) {
    const { rows: own } = await sql<{
      row: string
    }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(db)
    rows.set(name, own.map(({ row }) => row).join('\n'))
  }
  return rows
}
const holding = (rows: Map<string, string>) => [...rows].filter(([, text]) => text.includes(mark)).map(([name]) => name)

describe('what a model proposes for a draft', () => {
  test('is bounded, marked as the model’s, and shown only to those who may take it', async () => {
    const { id } = await drafted()
    const proposals = await proposed(id)
    expect(proposals.map(({ proposal, model }) => [proposal, model])).toEqual([
      [
        expect.objectContaining({ kind: 'question', question: written.questions[0]!.question, clause: '3.2' }),
        'picker',
      ],
      [{ kind: 'name', name: '科创券' }, 'picker'],
      [{ kind: 'equivalent', said: mark, written: expect.any(String) }, 'picker'],
    ])
    expect(await pageOf(id, 'editor')).toContain('picker 提议')
    expect(await pageOf(id, 'editor')).toContain(mark)
    expect(await pageOf(id, 'reviewer')).not.toContain(mark)
    expect((await ask(id, 'reviewer')).status).toBe(403)
    expect((await as('reviewer', 'GET', `/api/staff/notices/${id}/proposals`)).status).toBe(403)
    const sent = endpoint.asked.find(proposes)!
    expect(sent.system).toContain('最高不超过10万元')
    expect(`${sent.system}${sent.user}`).not.toMatch(/55550118|陆文静/u)
  })

  test('and nobody has taken reaches nobody, in nothing, and goes with the draft', async () => {
    const { id } = await drafted()
    await proposed(id)
    expect(holding(await allRows())).toEqual(['notice_proposal'])
    const impact: Impact = await jsonOf(as('editor', 'GET', `/api/staff/notices/${id}/impact`))
    expect(JSON.stringify(impact)).not.toContain(mark)
    const draft = await as('editor', 'GET', `/api/staff/notices/${id}`)
    expect(await draft.text()).not.toContain(mark)
    expect((await publish(id)).status).toBe(200)
    const shown: string[] = []
    for (const path of ['/', '/api/notices', `/notices/${notice}`, `/api/notices/${notice}`])
      shown.push(await (await fetch(url + path)).text())
    for (const path of ['/staff/notices', '/api/staff/notices', '/staff/audit', '/metrics'])
      shown.push(await (await as('admin', 'GET', path)).text())
    for (const question of ['申江区创新券检测能报多少', '科创券怎么申请', `${[...mark].join('，')}能报多少`])
      shown.push(JSON.stringify(await say(question)))
    shown.push(
      await (
        await fetch(`${url}/api/search`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '检测能报多少' }),
        })
      ).text(),
      log.join('\n'),
    )
    expect(shown.join('\n')).not.toContain(mark)
    expect([...(await allRows())].filter(([name]) => name === 'notice_proposal')).toEqual([['notice_proposal', '']])
    expect(holding(await allRows())).toEqual([])
    const files = readdirSync(database.dataDir, { recursive: true, encoding: 'utf8' })
      .filter((file) => !/pg_wal|base\//u.test(file))
      .map((file) => join(database.dataDir, file))
      .filter((file) => statSync(file).isFile() && readFileSync(file).includes(mark))
    expect(files).toEqual([])
  }, 120_000)

  test('and is refused is deleted', async () => {
    const { id } = await drafted()
    for (const { id: one } of await proposed(id)) expect((await decide(id, one, false)).status).toBe(204)
    expect(holding(await allRows())).toEqual([])
    expect((await now(id)).spoken).toEqual({ names: [], equivalents: [], questions: [] })
    expect((await decide(id, 1, true)).status).toBe(404)
  })

  test('is made anew in place of what was there', async () => {
    const { id } = await drafted()
    await proposed(id)
    expect(await proposed(id)).toHaveLength(3)
    const { count } = await db
      .selectFrom('notice_proposal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('draft', '=', id)
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(3)
  })

  const silent: [string, (asked: Asked, response: ServerResponse) => void, number][] = [
    ['nothing of the form', (_, response) => complete(response, '{"questions":"能报多少？","names":1}'), 200],
    ['no JSON', (_, response) => complete(response, '当然可以！'), 503],
    ['HTML', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), 503],
    ['an error', (_, response) => void response.writeHead(500).end(mark), 503],
  ]
  test.each(silent)('comes to nothing where the endpoint answers %s', async (_, behaviour, status) => {
    const { id } = await drafted()
    endpoint.behave(behaviour)
    const response = await ask(id)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain(mark)
    expect(await pageOf(id, 'editor')).not.toContain('picker 提议')
  })
})

describe('what staff take of it, or say themselves', () => {
  test('is theirs: shown in the draft, asked when its impact is measured, and used to find the notice', async () => {
    const { id } = await drafted()
    const proposals = await proposed(id)
    for (const { id: one } of proposals) expect((await decide(id, one, true)).status).toBe(204)
    const { spoken: said } = await now(id)
    expect(said.names).toEqual(['科创券'])
    expect(said.questions).toEqual([
      { question: written.questions[0]!.question, quote: expect.stringContaining('检验检测类') },
    ])
    expect(await jsonOf(as('editor', 'GET', `/api/staff/notices/${id}/proposals`))).toEqual({ proposals: [] })
    const impact: Impact = await jsonOf(as('editor', 'GET', `/api/staff/notices/${id}/impact`))
    const own = impact.answers.find(({ question }) => question === written.questions[0]!.question)
    expect([own?.after.source, ...impact.missed.map(({ question }) => question)].join()).toMatch(
      /支持标准 › 2$|检验检测|做检测/u,
    )
    expect((await publish(id)).status).toBe(200)
    const open = await (await fetch(`${url}/api/notices/${notice}`)).text()
    expect(open).not.toMatch(/spoken|魑魅魍魉/u)
    const { replies } = await say('科创券要什么条件')
    expect(replies[0]!.citations[0]?.notice).toBe(notice)
  }, 120_000)

  test('must stand in the notice where it says so', async () => {
    const { id } = await drafted()
    const refused = await spoken(id, { questions: [{ question: '能报多少？', quote: '最高不超过99万元' }] })
    expect(refused.status).toBe(400)
    expect((await jsonOf(refused)).detail).toBe('通知里没有“最高不超过99万元”。')
    expect((await spoken(id, { equivalents: [{ said: '门槛', written: '准入门槛' }] })).status).toBe(400)
    expect((await spoken(id, { names: ['券'] })).status).toBe(400)
    expect((await spoken(id, { names: ['创新券'], equivalents: [{ said: '门槛', written: '申报条件' }] })).status).toBe(
      200,
    )
    expect((await spoken(id, null)).status).toBe(200)
  })

  test('is no figure alone, reaches nobody, and is kept once', async () => {
    const { id } = await drafted()
    const detail = async (given: object) => (await jsonOf(spoken(id, given))).detail
    expect(await detail({ names: ['2025'] })).toBe('简称里要有文字：“2025”。')
    const question = { question: '打13812345678问谁？', quote: '申报条件' }
    expect(await detail({ questions: [question] })).toBe('请去掉电话、邮箱、人名这样的个人信息。')
    const equivalent = { said: '门槛', written: '申报条件' }
    await spoken(id, { names: ['创新券', '创新券'], equivalents: [equivalent, equivalent] })
    expect((await now(id)).spoken).toEqual({ names: ['创新券'], equivalents: [equivalent], questions: [] })
  })

  test('holds for the next edition as far as its text does', async () => {
    const first = await drafted()
    await spoken(first.id, { names: ['券儿'], questions: [{ question: '报销几成？', quote: '按机时费的40%给予支持' }] })
    expect((await publish(first.id)).status).toBe(200)
    const form = new FormData()
    form.append('file', new File([shenjiangText.replace('40%', '45%')], '更正.txt'))
    const headers = { cookie: cookies.get('editor')! }
    const next: DraftJson = await jsonOf(fetch(`${url}/api/staff/notices`, { method: 'POST', headers, body: form }))
    expect(next.notice).toBe(first.notice)
    expect(next.spoken).toEqual({ names: ['券儿'], equivalents: [], questions: [] })
  })
})
