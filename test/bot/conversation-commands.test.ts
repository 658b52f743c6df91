import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { post } from '../support/app.ts'
import { realApp } from '../support/real-app.ts'

const { say, url, assistant } = await realApp()
const { db } = assistant
const patents = '2025年运营中心要多少件有效发明专利？'

describe('commands and the plain words for them', () => {
  const cases: [said: string, text: RegExp, sends: RegExp][] = [
    ['/start', /2025年运营中心：2025年6月13日已截止/, /^\/check$/],
    ['/start', /目前没有正在受理的申报/, /^\/unit$/],
    ['/help', /\/delete 删除我的记录/, /申报条件有哪些/],
    ['／help', /\/delete 删除我的记录/, /申报条件有哪些/],
    ['/help@zhixun_bot', /\/topic 换一个项目/, /申报条件有哪些/],
    ['帮助', /\/delete 删除我的记录/, /申报条件有哪些/],
    ['help', /Just ask/, /What are the conditions/],
    ['/check', /^请选择要自查的项目/, /^\/check medical-promotion-2025$/],
    ['自查', /^请选择要自查的项目/, /^\/check university-center-2022$/],
    ['/check nothing-1999', /^没有这个项目/, /^\/check medical-center-2025$/],
    ['/confirm', /没有进行中的自查/, /^\/check$/],
    ['/frobnicate now', /没有 \/frobnicate 这个命令/, /^\/help$/],
  ]
  test.each(cases)('%s', async (said, text, sends) => {
    const { replies } = await say(said)
    expect(replies).toHaveLength(1)
    expect(replies[0]).toMatchObject({ kind: 'info', text: expect.stringMatching(text) })
    expect(replies[0]!.actions.map(({ send }) => send)).toContainEqual(expect.stringMatching(sends))
  })

  test('a programme begins its interview, with the clause the first question rests on', async () => {
    for (const { id, factKeys } of assistant.services.programmes) {
      const { replies } = await say(`/check ${id}`)
      expect(replies).toMatchObject([{ kind: 'info' }, { kind: 'question', asks: { programme: id, key: factKeys[0] } }])
      expect(replies[0]!.citations.map(({ quote }) => quote).join()).toMatch(/前/)
      expect(replies[1]!.citations).toHaveLength(1)
    }
  })

  test('a question that begins with a slash is a question', async () => {
    const { replies } = await say('/2025年/运营中心要多少件有效发明专利？')
    expect(replies[0]!.kind).toBe('answer')
  })
})

describe.each(['/delete', '删除我的记录', '忘记我', 'Forget me.'])('%s', (said) => {
  test('forgets the conversation and everything kept for it, and no other', async () => {
    const other = await say(patents)
    const { conversation, replies } = await say(patents)
    await say('截止日期呢', conversation)
    await post(`${url}/api/feedback`, { reply: replies[0]!.id, helpful: true })
    const forgotten = await say(said, conversation)
    expect(forgotten.replies).toMatchObject([{ kind: 'info', text: expect.stringMatching(/已全部删除|is deleted/) }])
    const left = await Promise.all([
      db.selectFrom('conversation').select('id').where('id', '=', conversation).execute(),
      db.selectFrom('turn').select('id').where('conversation', '=', conversation).execute(),
      db.selectFrom('reply').select('id').where('id', '=', replies[0]!.id).execute(),
      db.selectFrom('feedback').select('reply').where('reply', '=', replies[0]!.id).execute(),
    ])
    expect(left).toEqual([[], [], [], []])
    expect(
      await db.selectFrom('turn').select('id').where('conversation', '=', other.conversation).execute(),
    ).toHaveLength(1)
    expect((await say('截止日期呢', conversation)).conversation).not.toBe(conversation)
  })
})

test('/delete sent again says the same', async () => {
  const { conversation } = await say(patents)
  const key = randomUUID()
  const [first, second] = [await say('/delete', conversation, key), await say('/delete', conversation, key)]
  expect(second.replies[0]!.text).toBe(first.replies[0]!.text)
})
