import { describe, expect, test } from 'vitest'
import { realApp } from '../../support/real-app.ts'
import { answerAll, sends, talk } from './interview-talk.ts'
import { almostCenter } from './interview-words.ts'

const { say } = await realApp()
const center = 'medical-center-2025'
const texts = (replies: { text: string }[]) => replies.map(({ text }) => text).join('\n')

describe('leaving', () => {
  test('asks first; another message goes on', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('嗯')
    expect(sends(await one.say('取消'))).toEqual(['确定退出', '继续自查'])
    expect((await one.say('继续自查')).asks!.key).toBe('registeredInPatentSystem')
    await one.say('/cancel')
    expect((await one.say('有账号')).asks!.key).toBe('inventoryCompleted')
  })

  test('can be undone, with every answer', async () => {
    const one = await talk(say, `/check ${center}`)
    for (const said of ['嗯', '有账号', '取消', '1']) await one.say(said)
    expect(sends(one.reply)).toEqual(['恢复', '/check'])
    await one.say('2025年运营中心要多少件有效发明专利？')
    await one.say('恢复')
    expect(one.reply).toMatchObject({ asks: { key: 'inventoryCompleted' }, progress: { done: 2, total: 8 } })
  })

  test('can’t be undone once another interview began', async () => {
    const one = await talk(say, `/check ${center}`)
    for (const said of ['取消', '确定退出', '/check university-center-2022', '取消', '确定退出']) await one.say(said)
    await one.say('恢复')
    expect(one.reply.asks!.programme).toBe('university-center-2022')
  })
})

describe('numbers choose what was offered, in order', () => {
  test('the programmes, the answers, a change and the confirmation', async () => {
    const one = await talk(say, '/check')
    const second = sends(one.reply)[1]
    expect((await one.say('第二个')).asks!.programme).toBe(second!.replace('/check ', ''))
    await one.say('1')
    expect(one.reply.text).toContain('是。')
    expect((await one.say('20')).asks!.key).toBe('transactionsReached')
  })

  test('a number is an answer where a figure is asked', async () => {
    const one = await talk(say, `/check ${center}`)
    for (const said of ['1', '1', '1']) await one.say(said)
    expect(one.reply.asks!.key).toBe('validInventionPatents')
    expect((await one.say('2')).text).toContain('有效发明专利：2件')
  })
})

describe('one message with several facts', () => {
  test('is taken as far as it is sure, said back in one line, and the next open one is asked', async () => {
    const one = await talk(say, `/check ${center}`)
    const next = await one.say('我们是上海三甲医院，有效发明120件，盘点率100%，去年到账六百万')
    expect(next).toMatchObject({ asks: { key: 'registeredInPatentSystem' }, progress: { done: 4, total: 7 } })
    expect(next.text).toContain(
      '已填入：本市医疗卫生机构是、有效发明专利120件、盘点率100%、2023年以来专利转化实际到账金额600万元。',
    )
  })

  test('changes nothing that was said before, and says of no change', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('是')
    await one.say('我们是上海三甲医院，有效发明120件')
    expect(one.reply.text).toContain('有效发明专利120件')
    expect(one.reply.text).not.toContain('已改为')
  })

  test('is asked which is right where two don’t fit together', async () => {
    const one = await talk(say, `/check ${center}`)
    for (const said of ['是', '是']) await one.say(said)
    const doubt = await one.say('做完了，盘点率12.5%')
    expect(doubt.kind).toBe('clarify')
    expect(doubt.text).toContain('存量专利盘点：是；盘点率：12.5%。哪一项要改？')
    expect((await one.say('12.5')).kind).toBe('clarify')
    expect((await one.say('2')).asks!.key).toBe('inventoryRatePercent')
    expect((await one.say('100')).asks!.key).toBe('validInventionPatents')
  })
})

describe('an answer taken back', () => {
  test.each([
    ['把盘点率改成98.5%', '盘点率已改为98.5%（原来：100%）。'],
    ['盘点率改成98.5', '盘点率已改为98.5%（原来：100%）。'],
    ['第4题改成200', '有效发明专利已改为200件（原来：88件）。'],
    ['有效发明专利应该是一百一十', '有效发明专利已改为110件（原来：88件）。'],
    ['刚才那个说错了，是480万', '到账金额已改为480万元（原来：520万元）。'],
  ])('%s is taken at the summary, and after the verdict', async (said, noted) => {
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, almostCenter)
    await one.say(said)
    expect(one.reply.text).toContain(noted)
    const again = await talk(say, `/check ${center}`)
    await answerAll(again, almostCenter)
    await again.say('/confirm')
    await again.say(said)
    expect(again.reply.text).toContain(noted)
    expect(['summary', 'question', 'clarify']).toContain(again.reply.kind)
  })
})

describe('the summary', () => {
  test('has a row for each fact, the confirmation first, and counts what was answered', async () => {
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, { ...almostCenter, industrializationRatePercent: null })
    const { table, actions, progress, text } = one.reply
    expect(table!.columns).toEqual(['问题', '回答'])
    expect(table!.rows).toHaveLength(Object.keys(almostCenter).length)
    expect(table!.rows[3]!.map((cell) => cell.text)).toEqual(['有效发明专利', '88件'])
    expect(actions.map(({ send }) => send)).toEqual([
      '/confirm',
      ...Object.keys(almostCenter).map((key) => `/edit ${key}`),
      '/ask',
    ])
    expect(progress).toEqual({ done: 7, total: 7 })
    expect(text).toContain('其中1题跳过')
  })
})

describe('after the verdict', () => {
  test('what is missing, what to prepare and a change are asked by their names', async () => {
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, almostCenter)
    expect(sends(await one.say('1')).slice(0, 3)).toEqual(['还差多少', '要准备什么', '改一个回答'])
    const missing = await one.say('还差多少？')
    expect(missing).toMatchObject({ kind: 'answer', lead: '有1项不符合：' })
    expect(missing.text).toMatch(/✗ 有效发明专利.*还差12件.*依据：（二）申报条件 › 1/u)
    expect(missing.citations.map(({ clause }) => clause)).toEqual(['1.2.1'])
    const papers = await one.say('要准备什么')
    expect(papers.text).toContain('项目申报书（通知附件1）')
    expect(papers.citations.length).toBeGreaterThan(0)
    expect(sends(await one.say('改一个回答'))).toContain('/edit validInventionPatents')
    expect((await one.say('4')).asks!.key).toBe('validInventionPatents')
  })

  test('a figure that was about is never shown as exact', async () => {
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, { ...almostCenter, validInventionPatents: 120 })
    await one.say('把有效发明专利改成大概五十件')
    await one.say('/confirm')
    expect(one.reply.text).toContain('✗ 有效发明专利：约50件')
    expect(one.reply.text).toContain('约差50件')
    expect(JSON.stringify(one.reply.assessment)).not.toMatch(/已有50件|还差50件|从50件/u)
    await one.say('把有效发明专利改成不到一百件')
    await one.say('/confirm')
    expect(one.reply.text).toContain('您说的是不到100件，差多少要看准确的数')
    expect(texts(one.replies)).not.toMatch(/99件|还差1件/u)
  })
})

describe('what a question means', () => {
  test.each(['什么意思', '没看懂', '怎么填'])('%s is answered with its help', async (said) => {
    const one = await talk(say, `/check ${center}`)
    const first = one.reply.text
    await one.say(said)
    expect(one.replies.map(({ text }) => text)).toEqual([first])
  })
})

describe('before the verdict', () => {
  test('what is missing so far is told too, and the open question comes back', async () => {
    const one = await talk(say, `/check ${center}`)
    await one.say('不是')
    await one.say('还差多少')
    expect(one.replies.map(({ kind }) => kind)).toEqual(['answer', 'question'])
    expect(one.replies[0]!.lead).toBe('有1项不符合，有4项待确认：')
  })

  test('the summary is not said twice', async () => {
    const one = await talk(say, `/check ${center}`)
    await answerAll(one, almostCenter)
    await one.say('哈哈')
    expect(one.reply).toMatchObject({ kind: 'summary', text: expect.stringMatching(/^都对就确认/u) })
    expect(one.reply.table!.rows).toHaveLength(7)
  })
})

describe('what is not read', () => {
  test.each(['哈哈', '随便吧', '真麻烦', '我是张江那边的'])('%s is never answered from the notices', async (said) => {
    const one = await talk(say, `/check ${center}`)
    await one.say(said)
    expect(one.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(one.replies[0]!.text).toContain(`没有读懂“${said}”`)
    expect(one.reply.text.split('\n')).toHaveLength(1)
    expect(one.reply.citations).toEqual([])
  })

  test.each(['支持经费是多少', '什么叫盘点', '截止日期是哪天'])(
    '%s is a question, and the open one comes back',
    async (said) => {
      const one = await talk(say, `/check ${center}`)
      await one.say(said)
      expect(one.replies.map(({ kind }) => kind)).toEqual(['answer', 'question'])
      expect(one.reply.asks!.key).toBe('isShanghaiMedicalInstitution')
    },
  )
})

describe('a self-check begins', () => {
  test.each([
    ['帮我自查一下2025年运营中心', center],
    ['自查2025年运营中心', center],
    ['能不能报（我们是医院）', center],
    ['check medical center 2025', center],
    ['Can our hospital apply?', center],
    ['check university 2022', 'university-center-2022'],
  ])('%s asks the first question of %s', async (said, programme) => {
    expect((await say(said)).replies.at(-1)).toMatchObject({ kind: 'question', asks: { programme } })
  })

  test.each(['怎么自查', '继续自查', '我们够不够格', 'check', 'self-check'])(
    '%s offers the programmes',
    async (said) => {
      const one = await talk(say, said)
      expect(one.reply.actions).toHaveLength(4)
      expect((await one.say('1')).kind).toBe('question')
    },
  )

  test('says that the window is over in one line before the question', async () => {
    const { replies } = await say(`/check ${center}`)
    expect(replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(replies[0]!.text).toMatch(/^申报已于2025年6月13日截止/mu)
    expect(replies.flatMap(({ citations }) => citations.map(({ clause }) => clause))).toEqual(['3.1', '1.1.p1'])
  })
})
