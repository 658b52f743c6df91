import { describe, expect, test } from 'vitest'
import { realApp } from '../../support/real-app.ts'
import { sends, talk, talkThrough } from './interview-talk.ts'

const { say } = await realApp()
const center = 'medical-center-2025'

const after = (first: string, ...more: string[]) => talkThrough(say, first, ...more)

describe('words that only name a programme choose among those just offered', () => {
  const offered = '帮我看看符不符合条件'
  const left: [string[], string[]][] = [
    [['运营中心'], ['medical-center-2025', 'medical-center-2022', 'university-center-2022']],
    [['医疗的'], ['medical-center-2025', 'medical-promotion-2025', 'medical-center-2022']],
    [['2025年的'], ['medical-center-2025', 'medical-promotion-2025']],
    [
      ['运营中心', '医疗的'],
      ['medical-center-2025', 'medical-center-2022'],
    ],
  ]
  test.each(left)('%j leaves %j', async (said, ids) => {
    const { reply } = await after(offered, ...said)
    expect(reply.kind).toBe('clarify')
    expect(sends(reply)).toEqual(ids.map((id) => `/check ${id}`))
    expect(reply.citations.length).toBeGreaterThan(0)
  })

  const begun: [string[], string][] = [
    [['2025年的', '运营中心'], 'medical-center-2025'],
    [['第二个'], 'medical-promotion-2025'],
    [['2025年的', '第二个吧'], 'medical-promotion-2025'],
    [['促进中心'], 'medical-promotion-2025'],
    [['高校的那个'], 'university-center-2022'],
    [['最后一个'], 'university-center-2022'],
    [['我们报2022年医疗的'], 'medical-center-2022'],
  ]
  test.each(begun)('%j begins %s', async (said, id) => {
    expect((await after(offered, ...said)).reply.asks?.programme).toBe(id)
  })

  test('what none of them is, is said, and they are offered again', async () => {
    const { reply } = await after(offered, '2024年的')
    expect(reply.text).toMatch(/^没有这样的项目/u)
    expect(sends(reply)).toHaveLength(4)
  })

  test('a question is answered as one', async () => {
    expect((await after('/check', '2025年运营中心的经费是多少')).reply.text).toContain('20万元')
  })
})

describe('who wants to apply', () => {
  test('is told the conditions, and may begin the self-check with one press', async () => {
    const { reply } = await after('我们医院想申报运营中心')
    expect(reply.kind).toBe('answer')
    expect(reply.text).toContain('有效发明专利达到100件以上')
    expect(sends(reply)[0]).toBe(`/check ${center}`)
  })

  test('is asked which of the year named', async () => {
    expect(sends((await after('想报2025年的')).reply)).toEqual([
      '/check medical-center-2025',
      '/check medical-promotion-2025',
    ])
  })
})

describe('a change is undone', () => {
  test.each(['撤销', '撤回上一步', 'undo'])('by %s: the answer is gone and its question open again', async (words) => {
    const { reply } = await after(`/check ${center}`, '是', words)
    expect(reply.asks?.key).toBe('isShanghaiMedicalInstitution')
    expect(reply.progress?.done).toBe(0)
  })

  test('one after the other, a correction first', async () => {
    const one = await after(`/check ${center}`, '是', '有账号', '盘点做完了', '120', '刚才专利数改成130')
    expect((await one.say('撤销')).text).toContain('有效发明专利已改回120件')
    expect((await one.say('撤销')).asks?.key).toBe('validInventionPatents')
  })

  test('what was confirmed is open to be changed again', async () => {
    const one = await after(`/check ${center}`, '否', '确认')
    expect(one.reply.kind).toBe('assessment')
    expect((await one.say('撤销')).kind).not.toBe('assessment')
  })

  test('where nothing was changed, that is said', async () => {
    expect((await after(`/check ${center}`, '撤销')).reply.text).toContain('没有可以撤回的回答')
  })

  test('what was left comes back', async () => {
    const one = await after(`/check ${center}`, '是', '取消', '确定退出', '撤销')
    expect(one.reply.asks?.key).toBe('registeredInPatentSystem')
  })
})

test.each(['我不想做了', '不弄了', '先不填了', '改天再填吧', '先到这里'])('%s asks whether to leave', async (words) => {
  const { reply } = await after(`/check ${center}`, '是', words)
  expect(reply.text).toMatch(/^要退出这次自查吗/u)
})

describe('a yes said with a doubt is no yes', () => {
  test.each(['应该盘点完了吧', '差不多盘完了', '可能没有'])(
    '%s is asked again, and said again left unknown',
    async (words) => {
      const one = await after(`/check ${center}`, '是', '有账号', words)
      expect(one.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
      expect(one.reply.asks?.key).toBe('inventoryCompleted')
      expect((await one.say(words)).text).toContain('存量专利盘点：不清楚')
    },
  )

  test('and a plain answer after it counts', async () => {
    const one = await after(`/check ${center}`, '是', '有账号', '应该盘点完了吧', '做完了')
    expect(one.reply.text).toContain('存量专利盘点：是')
  })
})

describe('a correction names its question as people do', () => {
  test.each(['刚才专利数改成130', '专利那个改成130', '说错了，专利是130', '把专利数改成130'])('%s', async (words) => {
    const one = await after(`/check ${center}`, '是', '有账号', '盘点做完了', '120', '100%', words)
    expect(one.reply.text).toContain('有效发明专利已改为130件（原来：120件）')
  })
})

test('the self-check begins without naming commands where there are buttons, and says its last day once', async () => {
  const { replies } = await talk(say, '我们医院能申报2025年运营中心吗')
  const text = replies.map((reply) => reply.text).join('\n')
  expect(text).not.toContain('/back')
  expect(text.match(/2025年6月13日/gu)).toHaveLength(1)
})
