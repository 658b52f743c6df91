import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { pilotBase, pilotNotice } from '../../services/eligibility/pilot-base.ts'
import { talk } from '../../services/interview/interview-talk.ts'
import { jsonOf } from '../../support/app.ts'
import { databaseEnvironment } from '../../support/run-command.ts'
import { staffApp } from '../../support/staff-app.ts'
import { startCommand } from '../../support/start-command.ts'

vi.setConfig({ testTimeout: 120_000 })

const shipped = { notices: [...loadNotices(), pilotNotice], programmes: shippedProgrammes() }
const { as, say, url, database } = await staffApp({ shipped })
const path = '/api/staff/programmes/pilot-base-2027'

const save = (version: number, document: object = pilotBase) =>
  as('editor', 'PUT', path, { body: { version, document } })
const publish = (version: number) => as('editor', 'POST', `${path}/publish`, { body: { version } })
const offered = async () =>
  (await jsonOf(fetch(`${url}/api/programmes`))).map(({ id }: { id: string }) => id) as string[]

describe('a programme that staff write', () => {
  test('is kept with what is wrong with it, and put in use by nobody before that is mended', async () => {
    expect((await as('editor', 'GET', path)).status).toBe(404)
    const [first] = pilotBase.criteria
    const wrong = {
      ...pilotBase,
      criteria: [{ ...first, quote: '满五年', review: '几年？' }, ...pilotBase.criteria.slice(1)],
    }
    const saved = await jsonOf(save(0, wrong))
    expect(saved).toMatchObject({ version: 1, state: 'draft' })
    expect(saved.faults.map((one: { path: string }) => one.path)).toEqual(['criteria.0.quote', 'criteria.0.review'])
    const refused = await publish(1)
    expect(refused.status).toBe(400)
    expect((await jsonOf(refused)).errors[0].message).toContain('满五年')
    expect(await offered()).not.toContain('pilot-base-2027')
  })

  test('is refused where it has not the shape of one, with each place', async () => {
    const response = await save(1, { ...pilotBase, year: '2027', extra: 1 })
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).errors.map((one: { path: string }) => one.path)).toEqual(['year', 'extra'])
  })

  test('is not written over by who has an older one before them', async () => {
    const response = await save(0)
    expect(response.status).toBe(409)
    expect(await jsonOf(response)).toMatchObject({
      stored: { version: 1 },
      submitted: { document: { id: 'pilot-base-2027' } },
    })
    expect((await save(1)).status).toBe(200)
    expect((await publish(1)).status).toBe(409)
  })

  test('is for editors alone', async () => {
    expect((await as('reviewer', 'PUT', path, { body: { version: 2, document: pilotBase } })).status).toBe(403)
    expect((await as('reviewer', 'GET', path)).status).toBe(200)
  })

  test('is in use once it is published, on its page, in the interface and in the chat', async () => {
    expect(await jsonOf(publish(2))).toMatchObject({ version: 3, state: 'published', faults: [] })
    expect((await offered())[0]).toBe('pilot-base-2027')
    const page = await (await fetch(`${url}/programmes/pilot-base-2027`)).text()
    for (const words of ['为国有企业的，需', '不超过300人（含300人）', '2023年11月21日', '至少符合2项'])
      expect(page).toContain(words)

    const one = await talk(say, '/check pilot-base-2027')
    expect(one.reply.text).toContain('贵单位是在江陵市注册的企业吗')
    await one.say('是')
    expect(one.reply.text).toContain('哪一天成立')
    expect((await one.say('2021年')).text).toContain('哪一天成立')
    expect(one.replies[0]!.text).toContain('请写明到日')
    await one.say('2021年3月5日')
    await one.say('没有')
    await one.say('120人')
    await one.say('1500万元')
    expect(one.reply.text).toContain('国有企业')
    await one.say('不是')
    expect(one.reply.text).toContain('有效发明专利')
    await one.say('12件')
    await one.say('6%')
    expect(one.reply.text).toContain('设备购置费用')
    await one.say('200万元')
    await one.say('确认')
    expect(one.reply.assessment).toMatchObject({ verdict: 'eligible', support: { estimates: [{ amountWan: 60 }] } })
    expect(one.reply.text).toContain('按所填的回答为60万元：设备购置费用的30%，最多100万元')
  })

  test('is held in English, a day too', async () => {
    const one = await talk(say, 'hello there, I want to be checked')
    await one.say('/check pilot-base-2027')
    await one.say('yes, we are')
    await one.say('5 March 2021')
    await one.say('no')
    await one.say('we have 120')
    expect(one.reply.asks?.key).toBe('revenueWan')
  })

  test('goes on as it is while it is written on, and has its history', async () => {
    const renamed = { ...pilotBase, title: '江陵市中试验证基地' }
    expect(await jsonOf(save(3, renamed))).toMatchObject({ version: 4, state: 'changed' })
    const listed = await jsonOf(fetch(`${url}/api/programmes`))
    expect(listed[0].title).toBe('江陵市中试基地')
    const { changes } = await jsonOf(as('reviewer', 'GET', `${path}/changes`))
    expect(changes.map(({ action }: { action: string }) => action)).toEqual([
      'programme-saved',
      'programme-published',
      'programme-saved',
      'programme-saved',
    ])
  })
})

describe.skipIf(database.url !== undefined)('npm run programmes, while the assistant runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'programmes-'))
  const write = (name: string, document: object): string => {
    writeFileSync(join(folder, name), JSON.stringify(document))
    return join(folder, name)
  }
  async function run(...args: string[]) {
    const { ended, printed } = startCommand('programmes', databaseEnvironment(database), { args })
    return { code: await ended, ...printed }
  }

  test('lists, drafts, checks and publishes', async () => {
    expect((await run('list')).out).toContain('medical-center-2025  2025年上海市医疗卫生系统知识产权运营中心')
    const wrong = await run('check', write('wrong.json', { ...pilotBase, notice: 'none' }))
    expect(wrong).toMatchObject({ code: 1, err: 'notice: 没有收录通知 none\n' })
    const right = write('right.json', { ...pilotBase, title: '江陵市中试基地二期' })
    expect(await run('check', right)).toMatchObject({ code: 0, out: '没有问题，可以发布。\n' })
    expect(await run('publish', right)).toMatchObject({ code: 0, out: '已发布 pilot-base-2027\n' })
    expect((await jsonOf(fetch(`${url}/api/programmes`)))[0].title).toBe('江陵市中试基地二期')
    const drafted = await run('draft', 'jiangling-2026')
    expect(drafted.code).toBe(0)
    expect(JSON.parse(drafted.out)).toMatchObject({ notice: 'jiangling-2026' })
    expect((await run('draft', 'none')).code).toBe(1)
    expect((await run('publish')).code).toBe(64)
  })
})
