import { describe, expect, test, vi } from 'vitest'
import { openNoticeDesk } from '../../knowledge/importing/notice-desk.ts'
import { localEmbedder } from '../../knowledge/indexing/embedder.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import type { ProgrammeDocument } from '../../services/eligibility/document.ts'
import { shippedProgrammes } from '../../services/eligibility/shipped-programmes.ts'
import { pilotBase, pilotNotice } from '../services/eligibility/pilot-base.ts'
import { type Talk, talk } from '../services/interview/interview-talk.ts'
import { jsonOf } from '../support/app.ts'
import { staffApp } from '../support/staff-app.ts'

vi.setConfig({ testTimeout: 120_000 })

const shipped = { notices: [...loadNotices(), pilotNotice], programmes: [...shippedProgrammes(), pilotBase] }
const { as, say, url, assistant } = await staffApp({ shipped })
const path = `/api/staff/programmes/${pilotBase.id}`
const size = '职工人数不超过300人'

/** Puts another edition of the notice in use. */
async function publishNotice(change: (text: string) => string): Promise<void> {
  const { source: text, clauses: _, ...given } = pilotNotice
  const source = change(text)
  await openNoticeDesk(assistant.db, localEmbedder, shipped.notices).add({
    fileName: 'pilot.txt',
    source,
    given,
    hints: {},
  })
}

/** Puts another state of the rules in use. */
async function publishRules(document: ProgrammeDocument): Promise<void> {
  const { version = 0 } = await jsonOf(as('editor', 'GET', path))
  const saved = await jsonOf(as('editor', 'PUT', path, { body: { version, document } }))
  expect(saved.faults).toEqual([])
  expect((await as('editor', 'POST', `${path}/publish`, { body: { version: saved.version } })).status).toBe(200)
}

const versionNow = async () => {
  const checked = await fetch(`${url}/api/programmes/${pilotBase.id}/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"answers":{}}',
  })
  return (await jsonOf(checked)).rulesVersion as string
}
/** Waits until the assistant has taken up what was put in use. */
async function taken(change: () => Promise<void>): Promise<void> {
  const before = await versionNow()
  await change()
  await expect.poll(versionNow, { timeout: 30_000 }).not.toBe(before)
}

const mended = (more: Partial<ProgrammeDocument>): ProgrammeDocument => ({ ...pilotBase, ...more })
const rulesFor = (most: number) =>
  mended({
    criteria: pilotBase.criteria.map((one) =>
      one.id === 'size'
        ? {
            ...one,
            quote: one.quote.replace('300', String(most)),
            condition: {
              allOf: [
                { fact: 'staffCount', atMost: most },
                { fact: 'revenueWan', moreThan: 1000, atMost: 20_000 },
              ],
            },
          }
        : one,
    ),
  })

const answers = ['是', '2021年3月5日', '没有', '120人', '1500万元', '不是', '12件', '6%', '200万元']
async function checked(): Promise<Talk> {
  const one = await talk(say, `/check ${pilotBase.id}`)
  for (const said of answers) await one.say(said)
  await one.say('确认')
  expect(one.reply.assessment).toMatchObject({ verdict: 'eligible' })
  return one
}
const codeIn = (text: string) => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)![0]

describe('whoever comes back to a check', () => {
  test('hears nothing while it says the same', async () => {
    const one = await checked()
    const code = codeIn((await one.say('/code')).text)
    const other = await talk(say, code)
    expect(other.replies.map(({ kind }) => kind)).toEqual(['info', 'summary'])
    await one.say('还差多少')
    expect(JSON.stringify([...other.replies, ...one.replies])).not.toContain('自查结论')
  })

  test('hears what a corrected clause and then a mended rule make of it, once each', async () => {
    const one = await checked()
    const code = codeIn((await one.say('/code')).text)

    await taken(() => publishNotice((text) => text.replace(size, '职工人数不超过100人')))
    const other = await talk(say, code)
    const [first] = other.replies
    expect(first!.lead).toBe('自查结论变了：原来“条件全部符合”，现在“有条件待确认”。')
    expect(first!.text).toMatch(/1\. 规模：符合 → 待确认\n {3}原来：“[^”]*300人[^”]*”\n {3}现在：“[^”]*100人/u)
    expect(first!.text).not.toContain('信用')
    expect(first!.citations[0]!.quote).toContain('100人')
    await other.say('/status')
    expect(JSON.stringify(other.replies)).not.toContain('自查结论')

    await taken(() => publishRules(rulesFor(100)))
    await other.say('/status')
    expect(other.replies[0]!.lead).toBe('自查结论变了：原来“有条件待确认”，现在“有条件不符合”。')
    expect(other.replies[0]!.text).toContain('规模：待确认 → 不符合')
    expect((await other.say('/confirm')).assessment).toMatchObject({ verdict: 'ineligible' })
    expect(other.replies).toHaveLength(1)
    // The same interview: it was said already, wherever it is held.
    await one.say('还差多少')
    expect(JSON.stringify(one.replies)).not.toContain('自查结论变了')

    await taken(async () => {
      await publishNotice((text) => text)
      await publishRules(pilotBase)
    })
  })

  test('hears of a last day that was moved, with both clauses, and that the result stays', async () => {
    const one = await checked()
    const day = (text: string) => text.replaceAll('2026年12月31日', '2027年1月15日')
    await taken(async () => {
      await publishNotice(day)
      await publishRules(
        mended({ window: { ...pilotBase.window, quote: day(pilotBase.window.quote), closes: '2027-01-15' } }),
      )
    })
    await one.say('还差多少')
    const [first] = one.replies
    expect(first!.lead).toBe('自查结论不变（条件全部符合），有1处改动。')
    expect(first!.text).toMatch(/申报截止：2026年12月31日 → 2027年1月15日\n.*12月31日.*\n.*1月15日/u)
    await one.say('还差多少')
    expect(one.replies).toHaveLength(1)
    await taken(async () => {
      await publishNotice((text) => text)
      await publishRules(pilotBase)
    })
  })

  test('hears nothing of a change that leaves its check as it was', async () => {
    const one = await checked()
    await taken(() => publishRules(mended({ preparation: [{ ...pilotBase.preparation[0]!, text: '申报书原件。' }] })))
    await one.say('还差多少')
    expect(one.replies).toHaveLength(1)
    await taken(() => publishRules(pilotBase))
  })

  test('in English hears it in English', async () => {
    const one = await talk(say, `/check ${pilotBase.id}`)
    for (const said of ['yes, we are a company here', '5 March 2021', 'no', '120 people', '1500 wan', 'no', '12', '6%'])
      await one.say(said)
    await taken(() => publishNotice((text) => text.replace(size, '职工人数不超过100人')))
    await one.say('status please')
    expect(one.replies[0]!.lead).toMatch(/^The result of your check/u)
    expect(one.replies[0]!.text).toContain('before: “')
    await taken(() => publishNotice((text) => text))
  })
})
