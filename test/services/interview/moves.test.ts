import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testDatabaseOptions } from '../../support/database.ts'
import { realApp, startRealApp } from '../../support/real-app.ts'
import { answerAll, sends, talk, talkThrough } from './interview-talk.ts'
import { almostCenter } from './interview-words.ts'

const { say, assistant } = await realApp()
const center = 'medical-center-2025'

describe('in the middle', () => {
  test('a question is answered, and the open question comes back', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('2025年运营中心要多少件有效发明专利？')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['answer', 'question'])
    expect(one.replies[0]!.text).toContain('100件')
    expect(one.reply.asks!.key).toBe('isShanghaiMedicalInstitution')
  })

  test('a question that names no programme is about the one of the interview', async () => {
    const one = await talk(say, '/check university-center-2022')
    await one.say('截止日期是哪天')
    expect(one.replies[0]!.text).toContain('2022年11月8日')
    await one.say('那2025年的呢')
    expect(one.replies.map(({ kind }) => kind)).toEqual([expect.any(String), 'question'])
  })

  test('who asks why gets the words of the notice', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('为什么要问这个？')
    expect(one.replies[0]!.text).toContain('并完成存量专利盘点工作的本市医疗卫生机构')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
  })

  test.each([
    ['哈哈', /没有读懂“哈哈”。请回答“是”或“否”/],
    ['120件', /没有读懂“120件”。请回答“是”或“否”/],
  ])('%s is asked again with what it takes', async (said, text) => {
    const one = await talk(say, `/check ${center}`)
    const again = await one.say(said)
    expect(again.asks!.key).toBe('isShanghaiMedicalInstitution')
    expect(again.text).toBe('贵单位是上海市的医疗卫生机构吗？')
    expect(one.replies.map((reply) => reply.text).join('')).toMatch(text)
  })

  test('a figure that is not exact is asked back where it decides, and taken where it can’t', async () => {
    const one = await talk(say, `/check ${center}`)
    for (const said of ['是', '是', '是']) await one.say(said)
    for (const said of ['大概100件', '大概110件', '90到110件', '不到120件']) {
      await one.say(said)
      expect(one.replies[0]!.text).toContain('请给出准确的数')
      expect(one.reply.asks!.key).toBe('validInventionPatents')
    }
    const next = await one.say('120多件')
    expect(next.asks!.key).toBe('inventoryRatePercent')
    expect(next.text).toContain('已记录有效发明专利：120多件')
  })

  test('status says what is answered and what is left; skip leaves unknown; cancel ends', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('是')
    await one.say('跳过')
    await one.say('进度')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(one.replies[0]!.text).toContain('2. 存量专利盘活系统注册：不清楚')
    expect(one.replies[0]!.text).toContain('尚待回答：存量专利盘点、有效发明专利')
    expect((await one.say('/confirm')).text).toContain('还有问题没有回答')
    expect((await one.say('退出自查')).text).toContain('要退出这次自查吗')
    expect((await one.say('确定退出')).kind).toBe('info')
    expect((await one.say('/status')).text).toContain('没有进行中的自查')
  })

  test('/check offers the programmes and the way back, and beginning another leaves the first', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('是')
    expect(sends(await one.say('/check'))[0]).toBe('/status')
    expect((await one.say('/status')).asks!.key).toBe('registeredInPatentSystem')
    await one.say('/check university-center-2022')
    expect((await one.say('/back')).text).toContain('这已经是第一题')
  })

  test('where the verdict can’t change any more the result may be asked for at once', async () => {
    const one = await talk(say, `/check ${center}`)
    const next = await one.say('不是')
    expect(next.asks!.key).toBe('validInventionPatents')
    expect(sends(next)).toContain('/confirm')
    expect((await one.say('/confirm')).assessment).toMatchObject({ verdict: 'ineligible' })
  })
})

describe('an answer edited later', () => {
  test('keeps the rest, says what depends on it, and changes the verdict', async () => {
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, almostCenter)
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
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, almostCenter)
    expect(sends(await one.say('/edit'))).toContain('/edit validInventionPatents')
    expect((await one.say('/edit nothing')).text).toContain('没有找到要修改的回答')
    expect((await one.say('/edit 盘点率')).asks!.key).toBe('inventoryRatePercent')
  })
})

describe('what people said of their unit', () => {
  test('before the interview is not asked again, and stands in the summary', async () => {
    const one = await talk(say, '我们医院是三甲，有120件有效发明专利，盘点率100%，能申报吗？')
    const opening = one.replies.at(-2)!
    expect(opening.text).toContain('已填入：有效发明专利120件、盘点率100%。')
    const asked: string[] = []
    await answerAll(one, almostCenter, undefined, async (key) => void asked.push(key))
    expect(asked).toEqual(Object.keys(almostCenter).filter((key) => !/^(?:valid|inventoryRate)/.test(key)))
    expect(one.reply.text).toContain('有效发明专利：120件')
    expect((await one.say('/confirm')).assessment).toMatchObject({ verdict: 'eligible' })
  })

  test('several things at once are all taken', async () => {
    const one = await talk(say, `/check ${center}`)
    for (const said of ['是', '是', '是']) await one.say(said)
    const next = await one.say('有效发明专利120件，盘点率100%，产业化率12%')
    expect(next.asks!.key).toBe('incomeSince2023Wan')
    expect(next.progress).toEqual({ done: 6, total: 8 })
  })
})

test('a turn that comes again changes nothing', async () => {
  const one = await talk(say, `/check ${center}`)
  const key = randomUUID()
  const first = await say('是', one.conversation, key)
  expect(await say('是', one.conversation, key)).toEqual(first)
  expect((await one.say('/status')).asks!.key).toBe('registeredInPatentSystem')
})

test('a telephone number is no answer, and is kept masked', async () => {
  const one = await talk(say, `/check ${center}`)
  for (const said of ['是', '是', '是']) await one.say(said)
  expect((await one.say('13812345678')).asks!.key).toBe('validInventionPatents')
  const kept = await assistant.db.selectFrom('turn').selectAll().where('conversation', '=', one.conversation).execute()
  expect(JSON.stringify(kept)).not.toContain('13812345678')
})

test.each([
  '不对，我改一下上一题',
  '上一题答错了',
  '前面那个填错了',
  '刚才那题选错了',
  '等等，上一题我要改',
  '填错了',
  'the last answer was wrong',
])('%s takes up the question before', async (said) => {
  const one = await talkThrough(say, `/check ${center}`, '是', '是', said)
  expect(one.reply.asks?.key).toBe('registeredInPatentSystem')
})

test('what says what the answer before is to be is a correction', async () => {
  const one = await talkThrough(say, `/check ${center}`, '是', '是', '刚才那题改成否')
  expect(one.reply.text).toMatch(/注册已改为否（原来：是）/u)
})

test('an interview outlives the process at any question, and goes on where it was', async () => {
  const database = await testDatabaseOptions()
  let conversation: string | undefined
  for (const said of [
    `/check ${center}`,
    '是',
    '跳过',
    '/back',
    '注册了',
    '完成了',
    '120件',
    '100%',
    '12%',
    '/status',
  ]) {
    const running = await startRealApp(database)
    conversation = (await running.say(said, conversation)).conversation
    await running.close()
  }
  const running = await startRealApp(database)
  const one = await talk(running.say, '520万', conversation)
  expect(one.reply).toMatchObject({ kind: 'summary', progress: { done: 7, total: 7 } })
  expect((await one.say('/confirm')).assessment).toMatchObject({ verdict: 'eligible' })
  await running.close()
})
