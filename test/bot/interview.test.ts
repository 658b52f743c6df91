import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import type { FactKey } from '../../services/eligibility/facts.ts'
import type { Assessment } from '../../services/eligibility/assessment.ts'
import type { Answers } from '../../services/eligibility/rule.ts'
import type { Reply } from '../../services/reply.ts'
import { arbitraryAnswers } from '../services/eligibility/arbitrary-answers.ts'
import { dayOfTests, realApp } from '../support/real-app.ts'
import { waysToSay } from './interview-words.ts'

const { say, assistant } = await realApp()
const { programmes } = assistant.services
const center = 'medical-center-2025'

const last = (replies: readonly Reply[]): Reply => replies.at(-1)!
const sends = ({ actions }: Reply): string[] => actions.map(({ send }) => send)

/** Holds an interview through the chat and looks only at what a person sees. */
async function talk(first: string) {
  let { conversation, replies } = await say(first)
  const seen: string[] = []
  return {
    seen,
    get conversation() {
      return conversation
    },
    get replies() {
      return replies
    },
    get reply() {
      return last(replies)
    },
    async say(message: string): Promise<Reply> {
      ;({ conversation, replies } = await say(message, conversation))
      seen.push(message)
      return last(replies)
    },
  }
}

type Talk = Awaited<ReturnType<typeof talk>>

/** Answers until the summary, in words chosen by `pick`. */
async function answerAll(one: Talk, answers: Answers, pick: (ways: string[]) => string = ([way]) => way!) {
  for (let questions = 0; one.reply.kind === 'question'; questions += 1) {
    expect(questions).toBeLessThan(20)
    const key = one.reply.asks!.key as FactKey
    await one.say(pick(waysToSay(key, answers[key])))
  }
}

const rich: Answers = {
  isShanghaiMedicalInstitution: true,
  registeredInPatentSystem: true,
  inventoryCompleted: true,
  validInventionPatents: 88,
  inventoryRatePercent: 100,
  industrializationRatePercent: 12,
  incomeSince2023Wan: 520,
}

describe('from the first message to the verdict', () => {
  test('in people’s own words', async () => {
    const one = await talk('我们医院能申报吗？')
    expect(sends(one.replies[0]!)).toContain(`/check ${center}`)
    const first = await one.say(`/check ${center}`)
    expect(first).toMatchObject({ kind: 'question', progress: { done: 0, total: 8 } })
    expect(first.text).toMatch(/^贵单位是上海市的医疗卫生机构吗？\n/)
    expect(sends(first)).toEqual(['是', '否', '/skip'])
    expect(first.citations).toMatchObject([{ notice: 'medical-2025' }])
    for (const said of ['是', '已经注册了', '完成了', '八十八件', '百分之百', '12%']) await one.say(said)
    expect(one.reply.asks).toEqual({ programme: center, key: 'incomeSince2023Wan' })
    const summary = await one.say('5,200,000元')
    expect(summary).toMatchObject({ kind: 'summary', progress: { done: 8, total: 8 } })
    expect(summary.text).toContain('有效发明专利：88件')
    expect(summary.text).toContain('到账金额：520万元')
    expect(sends(summary)).toEqual(['/confirm', ...Object.keys(rich).map((key) => `/edit ${key}`)])

    const result = await one.say('确认')
    expect(result.kind).toBe('assessment')
    expect(result.assessment).toMatchObject({ programme: center, asOf: dayOfTests, verdict: 'ineligible' })
    expect(result.text.split('\n')[0]).toBe('2025年上海市医疗卫生系统知识产权运营中心：有1项申报条件不符合。')
    expect(result.text).toMatch(/✗ 有效发明专利：已有88件.*差距：还差12件.*依据：（二）申报条件 › 1/)
    expect(result.text).toContain('最近的补齐办法：最少需补齐1项')
    expect(result.text).toContain('申报已于2025年6月13日截止')
    expect(result.text).toContain('2022年上海市医疗卫生系统知识产权运营中心没有发现不符合的条件')
    expect(result.text).toContain('本结果为自查结果，非正式审查结论，以主管部门审查为准。')
    expect(new Set(result.citations.map(({ notice }) => notice))).toEqual(new Set(['medical-2025']))
    expect(sends(result)).toEqual(['/edit', '/check medical-center-2022'])
  })

  test.each([
    ['帮我看看符不符合', '/check'],
    ['我们学校可以报高校运营中心吗？', '/check university-center-2022'],
    ['2022年我们医院符合条件吗', '/check medical-center-2022'],
    ['我们单位能申报促进中心吗', '/check medical-promotion-2025'],
  ])('%s offers %s besides the answer', async (said, offered) => {
    const { replies } = await say(said)
    expect(sends(replies[0]!)[0]).toBe(offered)
  })

  test('a question on the notices offers none', async () => {
    const { replies } = await say('2025年运营中心要多少件有效发明专利？')
    expect(sends(replies[0]!).filter((send) => send.startsWith('/check'))).toEqual([])
  })

  describe.each(programmes.map((programme) => [programme.id, programme] as const))('%s', (id, programme) => {
    test('ends as the checker does on the same answers, whatever is said on the way', async () => {
      const disturbances = [
        '截止日期是哪天？',
        '哈哈哈',
        '要多少件有效发明专利？',
        '/status',
        '/help',
        '？？？',
        '/frobnicate',
      ]
      const cases = fc.record({ answers: arbitraryAnswers(programme), seed: fc.integer({ min: 1, max: 1000 }) })
      for (const { answers: given, seed } of fc.sample(cases, 6)) {
        const answers = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key,
            typeof value === 'number' ? Math.round(value) % 1000 : value,
          ]),
        ) as Answers
        let step = seed
        const pick = (ways: string[]) => ways[(step += 1) % ways.length]!
        const one = await talk(`/check ${id}`)
        let done = 0
        for (let questions = 0; one.reply.kind === 'question'; questions += 1) {
          expect(questions).toBeLessThan(20)
          const { key } = one.reply.asks as { key: FactKey }
          expect(one.reply.progress!.done).toBeGreaterThanOrEqual(done)
          done = one.reply.progress!.done
          if (step % 3 === 0) expect((await one.say(pick(disturbances))).asks).toEqual({ programme: id, key })
          if (step % 4 === 0 && questions > 0) {
            const before = (await one.say(pick(['/back', '上一题']))).asks!.key as FactKey
            await one.say(pick(waysToSay(before, answers[before])))
            expect(one.reply.asks).toEqual({ programme: id, key })
          }
          await one.say(pick(waysToSay(key, answers[key])))
        }
        expect(one.reply.kind).toBe('summary')
        const { verdict, criteria } = checkProgramme(programme, answers, dayOfTests)
        const result = (await one.say('/confirm')).assessment as Assessment
        expect(result.verdict, JSON.stringify({ answers, said: one.seen })).toBe(verdict)
        expect(result.criteria.map(({ status }) => status)).toEqual(criteria.map(({ status }) => status))
      }
    })
  })
})

describe('in the middle', () => {
  test('a question is answered, and the open question comes back', async () => {
    const one = await talk(`/check ${center}`)
    await one.say('2025年运营中心要多少件有效发明专利？')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['answer', 'question'])
    expect(one.replies[0]!.text).toContain('100件')
    expect(one.reply.asks!.key).toBe('isShanghaiMedicalInstitution')
  })

  test.each([
    ['哈哈', /没有读懂这个回答。请回答“是”或“否”/],
    ['120件', /没有读懂这个回答。请回答“是”或“否”/],
  ])('%s is asked again with what it takes', async (said, text) => {
    const one = await talk(`/check ${center}`)
    const again = await one.say(said)
    expect(one.replies).toHaveLength(1)
    expect(again.asks!.key).toBe('isShanghaiMedicalInstitution')
    expect(again.text).toMatch(text)
  })

  test('a figure that is not exact is asked back where it decides, and taken where it can’t', async () => {
    const one = await talk(`/check ${center}`)
    for (const said of ['是', '是', '是']) await one.say(said)
    for (const said of ['100多件', '大概120件', '几十件']) {
      expect((await one.say(said)).text).toContain('请给出准确的数')
      expect(one.reply.asks!.key).toBe('validInventionPatents')
    }
    const next = await one.say('120多件')
    expect(next.asks!.key).toBe('inventoryRatePercent')
    expect(next.text).toContain('按120件记录有效发明专利')
  })

  test('status says what is answered and what is left; skip leaves unknown; cancel ends', async () => {
    const one = await talk(`/check ${center}`)
    await one.say('是')
    await one.say('跳过')
    await one.say('进度')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(one.replies[0]!.text).toContain('2. 存量专利盘活系统注册：不清楚')
    expect(one.replies[0]!.text).toContain('尚待回答：存量专利盘点、有效发明专利')
    expect((await one.say('/confirm')).text).toContain('还有问题没有回答')
    expect((await one.say('退出自查')).kind).toBe('info')
    expect((await one.say('/status')).text).toContain('没有进行中的自查')
  })

  test('where the verdict can’t change any more the result may be asked for at once', async () => {
    const one = await talk(`/check ${center}`)
    const next = await one.say('不是')
    expect(next.asks!.key).toBe('validInventionPatents')
    expect(sends(next)).toContain('/confirm')
    expect((await one.say('/confirm')).assessment).toMatchObject({ verdict: 'ineligible' })
  })
})

describe('an answer edited later', () => {
  test('keeps the rest, says what depends on it, and changes the verdict', async () => {
    const one = await talk(`/check ${center}`)
    await answerAll(one, rich)
    const again = await one.say('修改有效发明专利')
    expect(again).toMatchObject({ kind: 'question', asks: { key: 'validInventionPatents' } })
    expect(again.text).toContain('原来的回答：88件')
    expect((await one.say('120')).kind).toBe('summary')
    expect((await one.say('/confirm')).assessment).toMatchObject({ verdict: 'eligible', canApplyNow: false })

    await one.say('/edit incomeSince2023Wan')
    const asked = await one.say('300万')
    expect(asked.asks!.key).toBe('hasEquityCase')
    expect(asked.text).toContain('还需要回答：专利作价入股典型案例')
    await one.say('没有')
    expect((await one.say('/confirm')).assessment).toMatchObject({ verdict: 'ineligible' })
    await one.say('/edit incomeSince2023Wan')
    expect((await one.say('600万')).text).toContain('不再需要：专利作价入股典型案例')
    expect((await one.say('对')).assessment).toMatchObject({ verdict: 'eligible' })
  })

  test('is chosen from a list where none is named', async () => {
    const one = await talk(`/check ${center}`)
    await answerAll(one, rich)
    expect(sends(await one.say('/edit'))).toContain('/edit validInventionPatents')
    expect((await one.say('/edit nothing')).text).toContain('没有找到要修改的回答')
    expect((await one.say('/edit 盘点率')).asks!.key).toBe('inventoryRatePercent')
  })
})

test('a turn that comes again changes nothing', async () => {
  const one = await talk(`/check ${center}`)
  const key = randomUUID()
  const first = await say('是', one.conversation, key)
  expect(await say('是', one.conversation, key)).toEqual(first)
  expect((await one.say('/status')).asks!.key).toBe('registeredInPatentSystem')
})

test('a telephone number is no answer, and is kept masked', async () => {
  const one = await talk(`/check ${center}`)
  for (const said of ['是', '是', '是']) await one.say(said)
  expect((await one.say('13812345678')).asks!.key).toBe('validInventionPatents')
  const kept = await assistant.db.selectFrom('turn').selectAll().where('conversation', '=', one.conversation).execute()
  expect(JSON.stringify(kept)).not.toContain('13812345678')
})
