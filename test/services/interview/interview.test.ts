import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import type { Reply } from '../../../services/reply.ts'
import { arbitraryAnswers } from '../eligibility/arbitrary-answers.ts'
import { dayOfTests, realApp } from '../../support/real-app.ts'
import { answerAll, sends, settleDoubt, talk } from './interview-talk.ts'
import { almostCenter, waysToSay } from './interview-words.ts'

const { say, assistant } = await realApp()
const { programmes } = assistant.services
const center = 'medical-center-2025'

describe('from the first message to the verdict', () => {
  test('in people’s own words', async () => {
    const one = await talk(say, '我们医院能申报吗？')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['answer', 'info', 'question'])
    const [answer, opening, first] = one.replies as [Reply, Reply, Reply]
    expect(first).toMatchObject({ kind: 'question', progress: { done: 0, total: 8 } })
    expect(first.text).toMatch(/^贵单位是上海市的医疗卫生机构吗？\n/)
    expect(sends(first)).toEqual(['是', '否', '3项都满足', '/skip'])
    expect(answer.text).toContain('申报已于2025年6月13日截止')
    expect(answer.citations.map(({ clause }) => clause)).toContain('3.1')
    expect(opening.text).not.toContain('截止')
    expect(first.citations.map(({ clause }) => clause)).toEqual(['1.1.p1'])
    for (const said of ['是', '已经注册了', '完成了', '八十八件', '百分之百', '12%']) await one.say(said)
    expect(one.reply.asks).toEqual({ programme: center, key: 'incomeSince2023Wan' })
    const summary = await one.say('5,200,000元')
    expect(summary).toMatchObject({ kind: 'summary', progress: { done: 7, total: 7 } })
    expect(summary.text).toContain('有效发明专利：88件')
    expect(summary.text).toContain('到账金额：520万元')
    expect(sends(summary)).toEqual(['/confirm', ...Object.keys(almostCenter).map((key) => `/edit ${key}`), '/ask'])

    const result = await one.say('确认')
    expect(result.kind).toBe('assessment')
    expect(result.assessment).toMatchObject({ programme: center, asOf: dayOfTests, verdict: 'ineligible' })
    expect(result.text.split('\n')[0]).toBe('2025年上海市医疗卫生系统知识产权运营中心：有1项申报条件不符合。')
    expect(result.text).toMatch(/✗ 有效发明专利：已有88件.*差距：还差12件.*依据：（二）申报条件 › 1/)
    expect(result.text).toContain('最近的补齐办法：最少需补齐1项')
    expect(result.text).toContain('申报已于2025年6月13日截止')
    expect(result.text).toContain('2022年上海市医疗卫生系统知识产权运营中心没有发现不符合的条件')
    expect(result.text).toContain('本结果为自查结果，非正式审查结论，以主管部门审查为准。')
    expect(result.text).not.toMatch(/\d{4}-\d\d-\d\d|规则版本|JSON/u)
    expect(new Set(result.citations.map(({ notice }) => notice))).toEqual(new Set(['medical-2025', 'medical-2022']))
    for (const { quote } of result.citations.slice(-2)) expect(quote).toMatch(/于202[25]年\d+月\d+日前/)
    expect(sends(result)).toEqual(['还差多少', '要准备什么', '改一个回答', '/check medical-center-2022'])
  })

  test.each([
    ['我们学校可以报高校运营中心吗？', 'university-center-2022'],
    ['2022年我们医院符合条件吗', 'medical-center-2022'],
    ['我们单位能申报促进中心吗', 'medical-promotion-2025'],
    ['我们是三甲，有120件有效发明，盘点率100%，能申报吗', center],
    ['您好，我院现在有没有资格申报？', center],
  ])('%s begins the interview of %s', async (said, programme) => {
    expect((await say(said)).replies.at(-1)).toMatchObject({ kind: 'question', asks: { programme } })
  })

  test('what the conversation is about tells which programme is meant', async () => {
    const one = await talk(say, '促进中心的申报条件是什么')
    expect(await one.say('帮我看看符不符合')).toMatchObject({ asks: { programme: 'medical-promotion-2025' } })
  })

  test.each(['帮我看看符不符合', '我们能报吗？'])('%s alone is asked which programme is meant', async (said) => {
    const { replies } = await say(said)
    expect(replies.map(({ kind }) => kind)).toEqual(['clarify'])
    expect(sends(replies[0]!)).toEqual(programmes.map(({ id }) => `/check ${id}`))
  })

  test.each([
    ['我们医院可以用个人邮箱报送吗？', `/check ${center}`],
    ['我们可以同时申报两个项目吗', '/check'],
  ])('%s asks something of the notices, and offers %s besides', async (said, offered) => {
    const { replies } = await say(said)
    expect(replies).toHaveLength(1)
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
        const answers: Answers = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [
            key,
            typeof value === 'number' ? Math.round(value) % 1000 : value,
          ]),
        )
        let step = seed
        const pick = (ways: string[]) => ways[(step += 1) % ways.length]!
        const one = await talk(say, `/check ${id}`)
        let done = 0
        await answerAll(one, answers, pick, async (key) => {
          expect(one.reply.progress!.done).toBeGreaterThanOrEqual(done)
          done = one.reply.progress!.done
          if (step % 3 === 0) expect((await one.say(pick(disturbances))).asks).toEqual({ programme: id, key })
          if (step % 4 !== 0 || sends(one.reply).every((send) => send !== '/back')) return
          const before = (await one.say(pick(['/back', '上一题']))).asks!.key
          await one.say(pick(waysToSay(before, answers[before])))
          expect(one.reply.asks).toEqual({ programme: id, key })
        })
        await settleDoubt(one)
        expect(one.reply.kind).toBe('summary')
        const { verdict, criteria } = checkProgramme(programme, answers, dayOfTests)
        const result = (await one.say('/confirm')).assessment as Assessment
        expect(result.verdict, JSON.stringify({ answers, said: one.said })).toBe(verdict)
        expect(result.criteria.map(({ status }) => status)).toEqual(criteria.map(({ status }) => status))
      }
    })
  })
})
