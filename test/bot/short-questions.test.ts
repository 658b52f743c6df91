import { describe, expect, test } from 'vitest'
import type { Reply } from '../../services/reply.ts'
import { realApp } from '../support/real-app.ts'

const { say } = await realApp()

/** The last reply of a conversation. */
async function after(...messages: string[]): Promise<Reply> {
  let conversation: string | undefined
  let replies: Reply[] = []
  for (const message of messages) ({ conversation, replies } = await say(message, conversation))
  return replies.at(-1)!
}
const sends = ({ actions }: Reply): string[] => actions.map(({ send }) => send)

describe('a short name that several units have', () => {
  const units = ['微创投资控股有限公司', '上海微创医疗器械（集团）有限公司']

  test('lets one choose, by press or by number', async () => {
    const reply = await after('微创')
    expect(sends(reply).slice(0, 2)).toEqual(units)
    expect(reply.text).toContain('是哪一家')
    expect((await after('微创', '第二个')).topic?.unit).toBe(units[1])
  })

  test('keeps what was asked', async () => {
    expect(sends(await after('微创要交什么')).slice(0, 2)).toEqual(units.map((unit) => `${unit}要交什么`))
  })

  test('that only one has, is that one', async () => {
    expect((await after('昊海')).text).not.toContain('是哪一家')
  })
})

describe('the title of the mail', () => {
  const rule = '邮件标题按照“项目-单位”命名'

  test.each([['昊海的邮件标题是什么'], ['昊海要交什么', '邮件标题怎么写']])(
    '%s is filled in, with the rule',
    async (...said) => {
      const reply = await after(...said)
      expect(reply.text).toMatch(/\n邮件标题：上海市产业知识产权运营中心-上海昊海生物科技股份有限公司/u)
      expect(reply.text).toContain(rule)
      expect(reply.citations[0]!.quote).toContain(rule)
      expect(reply.copies).toHaveLength(2)
    },
  )

  test('without a unit is the rule alone', async () => {
    const reply = await after('2024年总结验收的邮件标题是什么')
    expect(reply.copies).toBeUndefined()
    expect(reply.citations[0]!.quote).toContain(rule)
  })
})

describe('a refusal', () => {
  test.each([
    ['2025年促进中心给多少钱', '食堂几点开门'],
    ['2025年促进中心给多少钱', '帮我写一份申报书'],
  ])('names the person to call with the clause: %s, %s', async (...said) => {
    const reply = await after(...said)
    expect(reply.kind).toBe('not-found')
    expect(reply.text).toMatch(/联系人：.*张燕山，电话 021-23170420/u)
    expect(reply.contact).toMatchObject({ notice: 'medical-2025', clause: 'contact' })
    expect(reply.contact!.quote).toContain('23170420')
    expect(reply.citations).toEqual([])
    expect(reply.actions.map(({ label }) => label)).not.toContain('找谁问')
    expect(reply.actions.length).toBeGreaterThanOrEqual(2)
  })

  test('names nobody where no notice is meant', async () => {
    expect((await after('食堂几点开门')).contact).toBeUndefined()
  })
})

describe('下一条呢', () => {
  test('after a whole list is told to be beyond its end, and the next part is offered', async () => {
    const reply = await after('高校的条件', '下一条呢')
    expect(reply.text).toContain('后面没有下一条了')
    expect(sends(reply)).toHaveLength(1)
    expect((await after('高校的条件', '下一条呢', sends(reply)[0]!)).kind).toBe('answer')
  })

  test('within a list goes on to its end', async () => {
    expect((await after('高校的条件', '第二条', '下一条')).citations[0]!.clause).toBe('1.3')
    expect((await after('高校的条件', '第二条', '下一条', '下一条呢')).text).toContain('后面没有下一条了')
  })
})

test('a number chooses among the topics offered', async () => {
  const reply = await after('/topic', '2')
  expect(reply.topic?.programme).toBe('medical-promotion-2025')
})
