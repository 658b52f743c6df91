import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openNoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { shippedProgrammes } from '../../services/eligibility/shipped-programmes.ts'
import { jsonOf, post } from '../support/app.ts'
import { temporaryDirectory } from '../support/database.ts'
import { databaseEnvironment } from '../support/run-command.ts'
import { startRealApp } from '../support/real-app.ts'
import { changeNotice, staffApp } from '../support/staff-app.ts'
import { startCommand } from '../support/start-command.ts'
import { talk } from '../services/interview/interview-talk.ts'

const { assistant, say, url, as } = await staffApp()
const desk = () => openNoticeDesk(assistant.db, loadNotices())
const originalOf = (id: string) => loadNotices().find((notice) => notice.id === id)!

const programmes = shippedProgrammes()

type Ready = { programmes: { changed: string[]; suspended: string[] } }
const ready = async (): Promise<Ready['programmes']> => ((await jsonOf(fetch(`${url}/readyz`))) as Ready).programmes

/** Until the running assistant has taken up what has changed. */
const taken = (expected: Partial<Ready['programmes']>) =>
  expect.poll(ready, { timeout: 30_000 }).toEqual({ changed: [], suspended: [], ...expected })

async function restore(id: string): Promise<void> {
  const { source, clauses: _, ...given } = originalOf(id)
  await desk().add({ fileName: `${id}.txt`, source, given, hints: {} })
  await taken({})
}

const refusal = /没有找到|没有写明|无法答复|没有这个项目/u

async function begun(id: string) {
  const one = await talk(say, `/check ${id}`)
  await one.say('是')
  return one
}

describe('a figure of the notice corrected while somebody is in the self-check', () => {
  test('is answered as it is now, and nowhere as it was', { timeout: 120_000 }, async () => {
    const questions = [
      '2025年医疗卫生系统运营中心要多少件有效发明专利',
      '院里有效发明86件，够不够报2025年医疗卫生系统运营中心',
    ]
    const answers = async () => {
      const said = []
      for (const question of questions) said.push((await say(question)).replies[0]!.text)
      return said.join('\n')
    }
    expect(await answers()).toMatch(/100\s*件/u)
    await changeNotice(assistant.db, 'medical-2025', '有效发明专利达到 100 件以上', '有效发明专利达到 150 件以上')
    await taken({ changed: ['medical-center-2025'] })
    expect(await answers()).toMatch(/150\s*件/u)
    expect(await answers()).not.toMatch(/100\s*件/u)
    await restore('medical-2025')
    expect(await answers()).toMatch(/至少100\s*件/u)
  })

  test('is said, asks again, keeps the answers, and judges all but that', { timeout: 120_000 }, async () => {
    const one = await begun('medical-center-2025')
    const open = one.reply.asks!.key
    await changeNotice(assistant.db, 'medical-2025', '有效发明专利达到 100 件以上', '有效发明专利达到 150 件以上')
    await taken({ changed: ['medical-center-2025'] })

    const reply = await one.say('是')
    expect(one.replies[0]!.text).toMatch(/通知原文已有改动.*有效发明专利.*都还保留/u)
    expect(reply.asks!.key).toBe(open)
    expect(JSON.stringify(one.replies)).not.toMatch(refusal)
    for (let count = 0; one.reply.kind === 'question' && count < 12; count += 1) {
      expect(one.reply.asks!.key).not.toBe('validInventionPatents')
      await one.say(
        /percent|率/u.test(one.reply.text.split('\n')[0]!) ? '100%' : /金额/u.test(one.reply.text) ? '600万元' : '是',
      )
    }
    expect(one.reply.kind).toBe('summary')
    const { assessment, text } = await one.say('/confirm')
    expect(assessment).toMatchObject({ verdict: 'undetermined', canApplyNow: false })
    expect(text).toContain('有效发明专利')
    expect(text).toMatch(
      /这一条通知已改，正在核对，本项先不作判断。原来：“[^”]*达到 ?100 ?件以上”。现在：“[^”]*达到 ?150 ?件以上/u,
    )

    const checked = await jsonOf(
      post(`${url}/api/programmes/medical-center-2025/check`, { answers: { validInventionPatents: 120 } }),
    )
    expect(checked).toMatchObject({ verdict: 'undetermined', warning: expect.stringContaining('有效发明专利') })
    const listed = (await jsonOf(fetch(`${url}/api/programmes`))) as { id: string; warning?: string }[]
    expect(listed.filter(({ warning }) => warning).map(({ id }) => id)).toEqual(['medical-center-2025'])
    expect(listed.map(({ id }) => id)).toEqual(programmes.map(({ id }) => id))
    for (const path of ['/programmes', '/programmes/medical-center-2025'])
      expect(await (await fetch(url + path)).text(), path).toContain('通知原文已有改动')
    expect(await (await as('reviewer', 'GET', '/staff')).text()).toContain('部分条件待核实')
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toContain('zhixun_programmes{state="changed"} 1')
    expect(metrics).toContain('zhixun_programmes{state="current"} 3')
    expect((await say('/check')).replies[0]!.text).toContain('部分条件待核实')
    await restore('medical-2025')
    expect((await one.say('/status')).text).not.toMatch(refusal)
  })
})

describe.each(programmes.map(({ id, notice }) => [id, notice] as const))(
  '%s, whose notice is removed',
  (id, notice) => {
    test('is said to anybody in its self-check, and goes on when it is back', { timeout: 120_000 }, async () => {
      const one = await begun(id)
      const asked = one.reply.asks?.key
      const affected = programmes.filter((other) => other.notice === notice).map((other) => other.id)
      await desk().remove(notice)
      await taken({ suspended: affected })
      for (const words of ['是', '120', '/status', '/back', '是的']) {
        await one.say(words)
        expect(one.replies[0]!.text, words).toMatch(/自查暂停了：它所依据的通知已经移除.*都还保留/u)
        expect(JSON.stringify(one.replies)).not.toMatch(refusal)
      }
      expect((await say(`/check ${id}`)).replies[0]!.text).toContain('自查已经暂停')
      expect((await fetch(`${url}/api/programmes`)).status).toBe(200)
      const { detail } = await jsonOf(post(`${url}/api/programmes/${id}/check`, { answers: {} }))
      expect(detail).toContain('自查已经暂停')
      expect(await (await as('reviewer', 'GET', '/staff')).text()).toContain('自查已暂停')
      expect((await fetch(`${url}/readyz`)).status).toBe(200)
      expect(await (await fetch(`${url}/metrics`)).text()).toContain(
        `zhixun_programmes{state="suspended"} ${affected.length}`,
      )

      await restore(notice)
      await one.say('是')
      expect(one.replies[0]!.text).toContain('已按现在的原文更新')
      expect(one.reply.asks?.key).toBe(asked)
      await one.say('/status')
      expect(one.replies[0]!.text).toMatch(/已回答：\n1\. /u)
    })

    test('can be given up meanwhile', { timeout: 120_000 }, async () => {
      const one = await begun(id)
      await desk().remove(notice)
      await taken({ suspended: programmes.filter((other) => other.notice === notice).map((other) => other.id) })
      expect((await one.say('/cancel')).text).toContain('已退出自查')
      await restore(notice)
      expect((await one.say('/status')).text).toContain('没有')
    })
  },
)

describe('the first start with a corrected notice, and those who correct it', () => {
  test('are told which condition waits for somebody', { timeout: 120_000 }, async () => {
    const directory = temporaryDirectory()
    const file = join(directory, 'medical-2025.txt')
    const { source } = originalOf('medical-2025')
    writeFileSync(file, source.replace('服务医疗卫生机构数量不少于 20 家', '服务医疗卫生机构数量不少于 25 家'))
    const fresh = { dataDir: join(directory, 'data') }
    const env = databaseEnvironment(fresh)
    const run = async (...args: string[]) => {
      const { ended, printed } = startCommand('notices', env, { args })
      expect(await ended, printed.err).toBe(0)
      return printed.out
    }
    expect(await run('add', file)).toMatch(
      /已替换 medical-2025：[^]*注意：2025年.*促进中心（medical-promotion-2025）部分条件待核实：/u,
    )
    const app = await startRealApp(fresh)
    try {
      const { replies } = await app.say('/check medical-promotion-2025')
      expect(replies.map(({ text }) => text).join('\n')).toContain('通知原文已有改动')
      const answers = { institutionsServed: 22 }
      const checked = await jsonOf(post(`${app.url}/api/programmes/medical-promotion-2025/check`, { answers }))
      expect(checked.criteria.find(({ id }: { id: string }) => id === 'institutions-served').status).toBe('unknown')
      expect(await run('remove', 'medical-2025')).toMatch(
        /已移除 medical-2025\n(?: {2}注意：.*自查已暂停：.*已经移除\n){2}$/u,
      )
    } finally {
      await app.close()
    }
  })
})
