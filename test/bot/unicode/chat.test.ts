import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { anyBrokenText, expectWhole, isVisible, rareIdeographs } from '../../support/any-text.ts'
import { eventsOf, jsonOf, post } from '../../support/app.ts'
import { realApp } from '../../support/real-app.ts'

const { url, say, assistant } = await realApp()
const chat = (message: string, conversation?: string, headers = {}) =>
  post(`${url}/api/chat`, { conversation, message }, headers)

const questions = [
  '我叫李𣲗，医院能申报吗',
  '铜𬭎𬬻合金专利可以申报吗',
  '经费是多少𠮷𠮷',
  `9${'😀'.repeat(79)}`,
  '李𣲗的电话是多少',
  '/𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷',
  `专利${'𠮷'.repeat(150)}`,
  `a专利${'𠮷'.repeat(150)}`,
  `《${'𠮷'.repeat(30)}》是什么`,
  ...rareIdeographs.map((character) => `${character}${character}的专利能申报吗`),
]

describe('a question with rare characters is answered', () => {
  for (const message of questions)
    test(message.slice(0, 24).toWellFormed(), async () => {
      const response = await chat(message)
      expect(response.status).toBe(200)
      expectWhole(await jsonOf(response), message)
    })
})

describe('a message is counted in characters, not in code units', () => {
  for (const unit of ['😀', '𠮷', '\u0301'])
    test(`2000 of ${unit === '\u0301' ? 'a combining mark' : unit} are taken, 2001 are not`, async () => {
      expect((await chat(unit.repeat(2000))).status).toBe(200)
      const refused = await chat(unit.repeat(2001))
      expect(refused.status).toBe(400)
      expect((await jsonOf(refused)).errors).toEqual([{ path: 'message', message: '最多 2000 个字符' }])
    })
})

test('any message is answered or refused, in JSON and as events, whatever was said before', async () => {
  let conversation: string | undefined
  await fc.assert(
    fc.asyncProperty(anyBrokenText(), fc.boolean(), async (message, isStream) => {
      const response = await chat(message, conversation, isStream ? { accept: 'text/event-stream' } : {})
      expect(response.status).toBe(isVisible(message) ? 200 : 400)
      if (response.status !== 200) return
      const said = isStream ? await eventsOf(response) : await jsonOf(response)
      expectWhole(said, message)
      if (isStream) expect(said.at(-1)).toMatchObject({ event: 'done' })
      conversation = isStream ? said.at(-1).data.conversation : said.conversation
    }),
    { numRuns: 120 },
  )
}, 240_000)

test('any answer to any question of an interview is taken or asked again', async () => {
  const starts = ['/check medical-center-2025', '/check university-center-2022']
  const moves = fc.constantFrom('/edit ', '/count ', '/resume ', '改', '续答码 ', '/check ', '/code', '')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.array(fc.tuple(moves, anyBrokenText(600)), { minLength: 1, maxLength: 3 }),
      async (start, turns) => {
        const { conversation } = await say(start)
        for (const [move, text] of turns) {
          const response = await chat(move + text, conversation)
          expect(response.status).toBe(isVisible(move + text) ? 200 : 400)
          if (response.status === 200) expectWhole(await jsonOf(response), text)
        }
      },
    ),
    { numRuns: 60 },
  )
}, 240_000)

test('what stands in an unreadable place is refused, and told in well-formed words', async () => {
  await fc.assert(
    fc.asyncProperty(anyBrokenText(60), async (name) => {
      for (const body of [
        { message: '你好', [name]: 1 },
        { message: '你好', conversation: name },
        { message: [name] },
      ]) {
        const response = await post(`${url}/api/chat`, body)
        expect([200, 400]).toContain(response.status)
        expectWhole(await jsonOf(response), name)
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

afterAll(async () => {
  const { rows } = await sql<{ text: string; log: unknown; body: unknown; state: unknown }>`
    select turn.text, turn.log, reply.body, conversation.state from turn
    left join reply on reply.turn = turn.id join conversation on conversation.id = turn.conversation
  `.execute(assistant.db)
  expect(rows.length).toBeGreaterThan(100)
  for (const row of rows) expectWhole(row, '\ufffd')
})
