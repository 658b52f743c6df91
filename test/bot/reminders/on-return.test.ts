import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Reply } from '../../../services/reply.ts'
import { sends, type Talk, talk, talkThrough } from '../../services/interview/interview-talk.ts'
import { jsonOf, post } from '../../support/app.ts'
import { asItCame, limitedTo, pilotCheck, publishPilotNotice, withPilot } from '../../support/pilot-app.ts'
import { staffApp } from '../../support/staff-app.ts'

vi.setConfig({ testTimeout: 120_000 })

let day = '2026-11-21'
const { as, say, url, assistant } = await staffApp({ shipped: withPilot, today: () => day })
const { db } = assistant

beforeEach(() => {
  day = '2026-11-21'
})

const checked = () => talkThrough(say, pilotCheck[0]!, ...pilotCheck.slice(1))
const waiting = async ({ conversation }: Talk): Promise<boolean> =>
  (await jsonOf(post(`${url}/api/chat/news`, { conversation }))).waiting as boolean
const leads = (replies: readonly Reply[]) => replies.map(({ text }) => text.split('\n')[0]!)
const rowsOf = async ({ conversation }: Talk) => {
  const { rows } = await sql<{ what: string; ended: boolean }>`
    select what, ended_at is not null as ended from subscription where conversation = ${conversation} order by id`.execute(
    db,
  )
  return rows
}

/** Waits until what was put in use has been taken up, and held against what people hear of. */
async function taken(change: (text: string) => string): Promise<void> {
  const version = async () =>
    (await jsonOf(post(`${url}/api/programmes/pilot-base-2027/check`, { answers: {} }))).rulesVersion as string
  const before = await version()
  await publishPilotNotice(db, change)
  await expect.poll(version, { timeout: 30_000 }).not.toBe(before)
  await assistant.remind()
}

describe('a last day', () => {
  test('is offered after the verdict while the window is open, and not after it', async () => {
    const one = await checked()
    expect(sends(one.reply)).toEqual(
      expect.arrayContaining(['/remind deadline pilot-base-2027', '/remind changes pilot-base-2027']),
    )
    day = '2027-01-01'
    const late = await one.say('/confirm')
    expect(sends(late).filter((send) => send.startsWith('/remind'))).toEqual([])
  })

  test('is told 14, 3 and 1 days before, once each, with its clause, and never of a closed window', async () => {
    const one = await checked()
    const agreed = await one.say('截止前提醒我')
    expect(agreed.text).toBe(
      '好，12月17日、12月28日、12月30日各提醒一次：2027年江陵市中试基地2026年12月31日截止。您下次打开这个页面时会看到。',
    )
    const told: string[] = []
    for (const [today, expected] of [
      ['2026-12-16', []],
      ['2026-12-17', ['还有14天截止：2027年江陵市中试基地，2026年12月31日是最后一天。']],
      ['2026-12-18', []],
      // Nobody looked on the 28th.
      ['2026-12-29', ['还有2天截止：2027年江陵市中试基地，2026年12月31日是最后一天。']],
      ['2026-12-30', ['还有1天截止：2027年江陵市中试基地，2026年12月31日是最后一天。']],
      ['2027-01-01', []],
    ] as const) {
      day = today
      await assistant.remind()
      await assistant.remind()
      expect(await waiting(one), today).toBe(expected.length > 0)
      if (!(await waiting(one))) continue
      await one.say('/news')
      expect(leads(one.replies), today).toEqual(expected)
      expect(one.reply.citations[0]!.quote).toContain('2026年12月31日前')
      told.push(...leads(one.replies))
      expect(await waiting(one)).toBe(false)
    }
    expect(told).toHaveLength(3)
  })

  test('that was missed altogether is not told later', async () => {
    const one = await checked()
    await one.say('/remind deadline')
    day = '2027-02-01'
    await assistant.remind()
    expect(await waiting(one)).toBe(false)
  })

  test.each([
    ['2027-01-02', '2027年江陵市中试基地已于2026年12月31日截止，没有可以提醒的。'],
    ['2026-12-31', '2027年江陵市中试基地今天（2026年12月31日）就截止，不再另外提醒，请尽快报送。'],
    ['2026-12-30', '2027年江陵市中试基地明天（2026年12月31日）就截止，不再另外提醒，请尽快报送。'],
  ])('on %s there is nothing to agree on', async (today, expected) => {
    day = today
    const one = await talk(say, '/remind deadline pilot-base-2027')
    expect(one.reply.text).toBe(expected)
    expect(await rowsOf(one)).toEqual([])
  })

  test('named by nobody is asked for, among the programmes that still take applications', async () => {
    const one = await talk(say, '截止前提醒我')
    expect(sends(one.reply)).toEqual(['/remind deadline pilot-base-2027'])
    day = '2027-01-02'
    expect((await talk(say, '截止之前提醒我一下')).reply.text).toContain('没有可以提醒的')
  })
})

describe('a check', () => {
  test('that is watched is told of once, with the next message or when its person comes back', async () => {
    const [first, second] = [await checked(), await checked()]
    for (const one of [first, second]) expect((await one.say('有变化时告诉我')).text).toContain('就告诉您。您下次打开')
    expect(await waiting(first)).toBe(false)
    await taken(limitedTo(100))
    expect([await waiting(first), await waiting(second)]).toEqual([true, true])
    await first.say('/news')
    expect(leads(first.replies)).toEqual(['自查结论变了：原来“条件全部符合”，现在“有条件待确认”。'])
    expect(first.reply.text).toContain('\n您的自查：2027年江陵市中试基地\n')
    expect(first.reply.text).toMatch(/原来：“[^”]*300人[^”]*”\n {3}现在：“[^”]*100人.*停止提醒/su)
    // With whatever is said next.
    await second.say('中试基地给多少钱')
    expect(second.replies).toHaveLength(2)
    expect(leads(second.replies)[0]).toContain('自查结论变了')
    for (const one of [first, second]) {
      await one.say('还差多少')
      expect(JSON.stringify(one.replies)).not.toContain('自查结论变了')
      expect(await waiting(one)).toBe(false)
    }
    // Back again: that is a change too.
    await taken(asItCame)
    await first.say('/news')
    expect(leads(first.replies)).toEqual(['自查结论变了：原来“有条件待确认”，现在“条件全部符合”。'])
  })

  test('that nobody watches is told of on return all the same', async () => {
    const one = await checked()
    await taken(limitedTo(200))
    expect(await waiting(one)).toBe(true)
    await one.say('/news')
    expect(leads(one.replies)).toEqual(['自查结论变了：原来“条件全部符合”，现在“有条件待确认”。'])
    expect(await waiting(one)).toBe(false)
    await taken(asItCame)
  })

  test('is watched with the answers it has by then', async () => {
    const one = await checked()
    await one.say('/remind changes')
    await one.say('把职工人数改成400人')
    await one.say('/confirm')
    expect(one.reply.assessment).toMatchObject({ verdict: 'ineligible' })
    await taken((text) => text.replace('职工人数不超过300人，', ''))
    await one.say('/news')
    expect(one.replies[0]!.text).not.toContain('条件全部符合')
    await taken(asItCame)
  })

  test('in the middle of its questions keeps its open question', async () => {
    const one = await talkThrough(say, '/check pilot-base-2027', '是')
    const { asks } = one.reply
    await one.say('/remind changes')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(one.reply.asks).toEqual(asks)
    await taken(limitedTo(100))
    await one.say('/news')
    expect(one.reply.kind).toBe('question')
    await taken(asItCame)
  })

  test('that its person leaves is watched no more', async () => {
    const one = await checked()
    await one.say('/remind changes')
    const asked = await one.say('/cancel')
    const left = asked.text.includes('不再告诉您') ? asked : await one.say('/cancel')
    expect(left.text).toContain('有变化也不再告诉您')
    expect(await rowsOf(one)).toEqual([{ what: 'check', ended: true }])
    // One that nobody watches is left without a word of it.
    const other = await checked()
    const first = await other.say('/cancel')
    expect(first.text + (await other.say('/cancel')).text).not.toContain('不再告诉您')
  })
})

describe('a question without an answer', () => {
  const question = '中试基地的申报书要用什么颜色的封面装订'

  test('is told of once, when staff have answered what means the same', async () => {
    const one = await talk(say, question)
    expect(one.reply.kind).toBe('not-found')
    const offer = one.reply.actions.find(({ label }) => label === '有答复时告诉我')!
    expect((await one.say(offer.send)).text).toMatch(/^好，这个问题有了人工答复就告诉您。/u)
    const other = await talk(say, question)
    await other.say('有答复时告诉我')
    expect((await rowsOf(other)).map(({ what }) => what)).toEqual(['answer'])
    const silent = await talk(say, question)

    const { questions } = await jsonOf(as('editor', 'GET', `/api/staff/questions?q=${encodeURIComponent('封面')}`))
    const clause = withPilot.notices.at(-1)!.clauses.find(({ text }) => text.includes('申报书'))!
    const written = await as('editor', 'POST', '/api/staff/faqs', {
      body: {
        state: 'published',
        answer: '封面颜色不限，用白色即可。',
        wordings: [question],
        clauses: [{ notice: 'jiangling-2026', clause: clause.id }],
        question: questions[0].id,
      },
    })
    expect(written.status, await written.clone().text()).toBe(201)
    await assistant.remind()
    for (const person of [one, other]) {
      expect(await waiting(person)).toBe(true)
      await person.say('/news')
      expect(leads(person.replies)).toEqual([`您2026年11月21日问的“${question}”有答复了：`])
      expect(person.reply.text).toContain('封面颜色不限，用白色即可。')
      expect(person.reply.citations.map(({ clause: id }) => id)).toEqual([clause.id])
      await assistant.remind()
      expect(await waiting(person)).toBe(false)
    }
    expect(await waiting(silent)).toBe(false)
  })

  test('is nothing to wait for where there was none', async () => {
    const one = await talk(say, '你好')
    expect((await one.say('有答复时告诉我')).text).toContain('没有等着答复的问题')
    expect(await rowsOf(one)).toEqual([])
  })

  test('of another conversation is nobody else’s to wait for', async () => {
    const one = await talk(say, '江陵市的机场什么时候开通')
    const other = await talk(say, '你好')
    await other.say(`/remind answer ${one.reply.id}`)
    expect(await rowsOf(other)).toEqual([])
  })
})

describe('reminders end', () => {
  test.each(['/stop', '停止提醒', '不要再提醒我了', 'stop reminders'])('with “%s”, what waits too', async (words) => {
    const one = await checked()
    await one.say('/remind deadline')
    await one.say('/remind changes')
    day = '2026-12-18'
    await assistant.remind()
    expect(await waiting(one)).toBe(true)
    await one.say(words)
    expect(one.reply.text).toMatch(/不再提醒|no more reminders/u)
    expect((await rowsOf(one)).every(({ ended }) => ended)).toBe(true)
    day = '2026-12-30'
    await assistant.remind()
    expect(await waiting(one)).toBe(false)
    // Agreed on again they begin again.
    day = '2026-12-20'
    await one.say('/remind deadline')
    day = '2026-12-28'
    await assistant.remind()
    expect(await waiting(one)).toBe(true)
  })

  test('with the records of the conversation, of which nothing stays', async () => {
    const one = await checked()
    await one.say('/remind deadline')
    day = '2026-12-18'
    await assistant.remind()
    await one.say('/delete')
    for (const table of ['subscription', 'delivery'])
      expect(
        (await sql`select from ${sql.table(table)} where conversation = ${one.conversation}`.execute(db)).rows,
        table,
      ).toEqual([])
  })
})

test('what is told in English is told in English', async () => {
  const one = await talk(say, 'When does the call close?')
  await one.say('/check pilot-base-2027')
  await one.say('/remind deadline')
  expect(one.replies[0]!.text).toMatch(/^All right: a reminder on 17 December 2026, .*You will see it here/u)
  day = '2026-12-18'
  await assistant.remind()
  await one.say('/news')
  expect(one.replies[0]!.text).toMatch(/^13 days left: .*31 December 2026\./u)
})
