import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyboardOf, readPress, settledKeyboard } from '../../../../bot/channels/telegram/keyboard.ts'
import { type Reply, replyKinds } from '../../../../services/reply.ts'

const label = fc.string({ unit: 'binary', maxLength: 200 })
const anyReply = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...replyKinds),
  actions: fc.array(fc.record({ label, send: label }), { minLength: 1, maxLength: 120 }),
})
type Buttons = { text: string; callback_data: string }[]
const buttonsOf = (reply: Pick<Reply, 'id' | 'kind' | 'actions'>) =>
  keyboardOf(reply)!.inline_keyboard.flat() as Buttons

test('whatever an action says, its button carries 1 to 64 bytes that lead back to it', () => {
  fc.assert(
    fc.property(anyReply, (reply) => {
      const buttons = buttonsOf(reply)
      expect(buttons).toHaveLength(Math.min(90, reply.actions.length))
      for (const [at, { text, callback_data }] of buttons.entries()) {
        expect(text.trim()).not.toBe('')
        expect(text.isWellFormed()).toBe(true)
        expect([...text].length).toBeLessThanOrEqual(60)
        expect(Buffer.byteLength(callback_data)).toBeGreaterThanOrEqual(1)
        expect(Buffer.byteLength(callback_data)).toBeLessThanOrEqual(64)
        const press = readPress(callback_data)
        const { send } = reply.actions[at]!
        expect(press).toEqual(
          press?.kind === 'words' ? { kind: 'words', send } : { kind: 'action', reply: reply.id, at },
        )
      }
    }),
  )
})

test('an answer to a question names its reply however short it is; other words are carried as they are', () => {
  const reply = { id: '0b4c1f0e-6f5d-4f0e-9a51-3a2f7d1c9e11', actions: [{ label: '是', send: '是' }] }
  expect(buttonsOf({ ...reply, kind: 'question' })[0]!.callback_data).toBe(`r:0:${reply.id}`)
  expect(buttonsOf({ ...reply, kind: 'answer' })[0]!.callback_data).toBe('t:是')
})

test('short labels share a row, a long one has its own', () => {
  const actions = ['是', '否', '不清楚，跳过', '2025年上海市医疗卫生系统知识产权运营中心', '上一题'].map((text) => ({
    label: text,
    send: text,
  }))
  const rows = keyboardOf({ id: 'r', kind: 'answer', actions })!.inline_keyboard.map((row) =>
    row.map(({ text }) => text),
  )
  expect(rows).toEqual([['是', '否', '不清楚，跳过'], ['2025年上海市医疗卫生系统知识产权运营中心'], ['上一题']])
})

test('a reply without actions has no keyboard', () => {
  expect(keyboardOf({ id: 'r', kind: 'answer', actions: [] })).toBeUndefined()
})

describe('what a press says', () => {
  const cases: [data: string, press: ReturnType<typeof readPress>][] = [
    ['x', { kind: 'settled' }],
    ['t:/check', { kind: 'words', send: '/check' }],
    ['f:-:abc', { kind: 'rating', reply: 'abc', helpful: false }],
    ['r:3:abc', { kind: 'action', reply: 'abc', at: 3 }],
    ['', undefined],
    ['r:x:abc', undefined],
    ['something else', undefined],
  ]
  test.each(cases)('%j', (data, press) => expect(readPress(data)).toEqual(press))
})

test('a settled keyboard shows what was chosen, and does nothing more', () => {
  const [[button]] = settledKeyboard('是').inline_keyboard as [[Buttons[number]]]
  expect(button.text).toBe('✓ 是')
  expect(readPress(button.callback_data)).toEqual({ kind: 'settled' })
})
