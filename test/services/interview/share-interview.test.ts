import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readCode } from '../../../services/conversations/shared-interviews.ts'
import { realApp, startRealApp } from '../../support/real-app.ts'
import { answerAll, sends, talk } from './interview-talk.ts'
import { almostCenter } from './interview-words.ts'

const { say, assistant } = await realApp()
const center = 'medical-center-2025'
const codeIn = (text: string) => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)![0]

async function shared() {
  const one = await talk(say, `/check ${center}`)
  for (const said of ['是', '已经注册了']) await one.say(said)
  const code = codeIn((await one.say('/code')).text)
  return { one, code }
}

describe('a code goes on with the same interview elsewhere', () => {
  test.each([
    (code: string) => `/resume ${code}`,
    (code: string) => `/resume ${code.toLowerCase().replace('-', '')}`,
    (code: string) => code,
    (code: string) => `续答码：${code}`,
  ])('said as in case %#', async (words) => {
    const { code } = await shared()
    const other = await talk(say, words(code))
    expect(other.replies.map(({ kind }) => kind)).toEqual(['info', 'question'])
    expect(other.reply.asks).toEqual({ programme: center, key: 'inventoryCompleted' })
    expect(other.replies[0]!.text).toContain('本市医疗卫生机构：是')
    expect(other.reply.topic?.label).toBe('2025年运营中心')
  })

  test('and what is answered there counts here', async () => {
    const { one, code } = await shared()
    const other = await talk(say, code)
    await answerAll(other, almostCenter)
    expect((await one.say('/status')).kind).toBe('summary')
    const result = await one.say('/confirm')
    expect(result.assessment).toMatchObject({ verdict: 'ineligible', answers: almostCenter })
    expect((await other.say('/edit validInventionPatents')).kind).toBe('question')
  })

  test('asked for again it is the same, in plain words too', async () => {
    const { one, code } = await shared()
    expect(codeIn((await one.say('换个设备继续')).text)).toBe(code)
  })

  test('an interview begun anew has nothing to do with it', async () => {
    const { one, code } = await shared()
    await one.say('/check medical-promotion-2025')
    expect((await talk(say, code)).reply.asks?.programme).toBe(center)
  })
})

describe('a code ends', () => {
  const said = '没有找到这个续答码'

  test('with the interview given up, in any of its conversations', async () => {
    const { one, code } = await shared()
    const other = await talk(say, code)
    await other.say('/cancel')
    await other.say('/cancel')
    expect((await talk(say, code)).reply.text).toContain(said)
    expect((await one.say('/status')).text).toContain('没有进行中的自查')
  })

  test('with its conversation forgotten', async () => {
    const { one, code } = await shared()
    await one.say('/delete')
    expect((await talk(say, code)).reply.text).toContain(said)
  })

  test('when nobody has used it for thirty days', async () => {
    const { code } = await shared()
    await sql`update shared_interview set updated_at = now() - interval '31 days' where code = ${code}`.execute(
      assistant.db,
    )
    expect((await talk(say, code)).reply.text).toContain(said)
  })

  test.each(['/resume', '/resume 0O1I', '/resume ABCD-EFGH', 'ABCD-2345'])(
    '%s finds nothing and harms nothing',
    async (words) => {
      const { one } = await shared()
      const reply = await one.say(words)
      expect(reply.text).toContain(said)
      expect((await one.say('/status')).asks?.key).toBe('inventoryCompleted')
    },
  )
})

test('without an interview there is no code to give', async () => {
  const { replies } = await say('/code')
  expect(replies[0]!.text).toContain('没有进行中的自查')
  expect(sends(replies[0]!)).toEqual(['/check'])
})

test('the code that was typed is not kept', async () => {
  const { code } = await shared()
  const { conversation } = await say(`/resume ${code}`)
  const rows = await assistant.db.selectFrom('turn').select('text').where('conversation', '=', conversation).execute()
  expect(rows).toEqual([{ text: '/resume' }])
})

test('a code is read whatever the case, width and hyphen, and nothing else is', () => {
  for (const typed of ['KM4T-9WXA', 'km4t9wxa', 'ＫＭ４Ｔ－９ＷＸＡ', ' KM4T 9WXA '])
    expect(readCode(typed)).toBe('KM4T-9WXA')
  for (const typed of ['', 'KM4T', 'KM4T-9WX0', 'KM4T-9WXAB', '续答码']) expect(readCode(typed)).toBeUndefined()
})

test('a code outlives the process', async () => {
  const { testDatabaseOptions } = await import('../../support/database.ts')
  const database = await testDatabaseOptions()
  const before = await startRealApp(database)
  const one = await talk(before.say, `/check ${center}`)
  const code = codeIn((await one.say('/code')).text)
  await before.close()
  const after = await startRealApp(database)
  try {
    expect((await talk(after.say, code)).reply.asks?.programme).toBe(center)
  } finally {
    await after.close()
  }
})
