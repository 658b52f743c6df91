import { describe, expect, test, vi } from 'vitest'
import type { ProgrammeDocument } from '../../services/eligibility/document.ts'
import { pilotBase, pilotNotice } from '../services/eligibility/pilot-base.ts'
import { type Talk, talk, talkThrough } from '../services/interview/interview-talk.ts'
import { jsonOf } from '../support/app.ts'
import { asItCame, limitedTo, pilotCheck, publishPilotNotice, withPilot } from '../support/pilot-app.ts'
import { staffApp } from '../support/staff-app.ts'

vi.setConfig({ testTimeout: 120_000 })

const { as, say, url, assistant } = await staffApp({ shipped: withPilot })
const path = `/api/staff/programmes/${pilotBase.id}`

/** Puts another edition of the notice in use, and waits until the assistant has it. */
async function publishNotice(change: (text: string) => string): Promise<void> {
  await publishPilotNotice(assistant.db, change)
  const marks = ['300人', '100人', '2026年12月31日', '2027年1月15日']
  const found = (text: string) => marks.filter((mark) => text.includes(mark))
  const served = async () => found(await (await fetch(`${url}/api/notices/${pilotNotice.id}`)).text())
  await expect.poll(served, { timeout: 30_000 }).toEqual(found(change(pilotNotice.source)))
}

/** Puts another state of the rules in use; again where a draft on the new edition of the notice was saved meanwhile. */
async function publishRules(document: ProgrammeDocument): Promise<void> {
  const publish = async (): Promise<number> => {
    const { version = 0 } = await jsonOf(as('editor', 'GET', path))
    const saved = await jsonOf(as('editor', 'PUT', path, { body: { version, document } }))
    if (saved.faults?.length !== 0) return 409
    return (await as('editor', 'POST', `${path}/publish`, { body: { version: saved.version } })).status
  }
  await expect.poll(publish, { timeout: 30_000 }).toBe(200)
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

async function checked(): Promise<Talk> {
  const one = await talkThrough(say, pilotCheck[0]!, ...pilotCheck.slice(1))
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

    await taken(() => publishNotice(limitedTo(100)))
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
      await publishNotice(asItCame)
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
      await publishNotice(asItCame)
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
    await taken(() => publishNotice(limitedTo(100)))
    await one.say('status please')
    expect(one.replies[0]!.lead).toMatch(/^The result of your check/u)
    expect(one.replies[0]!.text).toContain('before: “')
    await taken(() => publishNotice(asItCame))
  })
})
