import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyboardOf, settledKeyboard } from '../../../../bot/channels/telegram/keyboard.ts'
import { readPress, type ReadPress, writePress } from '../../../../bot/channels/telegram/press.ts'
import { type Reply, replyKinds } from '../../../../services/reply.ts'

const label = fc.string({ unit: 'binary', maxLength: 200 })
const place = { origin: undefined, bot: 'zhixun_bot' }
const anyReply = fc.record({
  text: fc.constant('问'),
  id: fc.uuid(),
  kind: fc.constantFrom(...replyKinds),
  actions: fc.array(fc.record({ label, send: label }), { minLength: 1, maxLength: 120 }),
})
type Buttons = { text: string; callback_data: string }[]
const buttonsOf = (reply: Pick<Reply, 'id' | 'kind' | 'actions' | 'text'>, asker?: number) =>
  keyboardOf(reply, { ...place, asker })!.inline_keyboard.flat() as Buttons

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
  const reply = { id: '0b4c1f0e-6f5d-4f0e-9a51-3a2f7d1c9e11', text: '', actions: [{ label: '是', send: '是' }] }
  expect(buttonsOf({ ...reply, kind: 'question' })[0]!.callback_data).toBe(`r:0:${reply.id}`)
  expect(buttonsOf({ ...reply, kind: 'answer' })[0]!.callback_data).toBe('t:是')
})

test('short labels share a row, a long one has its own', () => {
  const actions = ['是', '否', '不清楚，跳过', '2025年上海市医疗卫生系统知识产权运营中心', '上一题'].map((text) => ({
    label: text,
    send: text,
  }))
  const rows = keyboardOf({ id: 'r', kind: 'answer', text: '', actions }, place)!.inline_keyboard.map((row) =>
    row.map(({ text }) => text),
  )
  expect(rows).toEqual([['是', '否', '不清楚，跳过'], ['2025年上海市医疗卫生系统知识产权运营中心'], ['上一题']])
})

test('a reply without actions has no keyboard', () => {
  expect(keyboardOf({ id: 'r', kind: 'answer', text: '', actions: [] }, place)).toBeUndefined()
})

describe('what a press says', () => {
  const cases: [data: string, press: ReadPress | undefined][] = [
    ['x', { kind: 'settled' }],
    ['t:/check', { kind: 'words', send: '/check' }],
    ['f:-:abc', { kind: 'rating', reply: 'abc', helpful: false }],
    ['r:3:abc', { kind: 'action', reply: 'abc', at: 3 }],
    ['', undefined],
    ['w:2:abc', { kind: 'reason', reply: 'abc', at: 2 }],
    ['e:abc', { kind: 'evidence', reply: 'abc' }],
    ['s:abc', { kind: 'source', reply: 'abc' }],
    ['y:abc', { kind: 'why', reply: 'abc' }],
    ['d:1', { kind: 'delete', isMeant: true }],
    ['k', { kind: 'counted' }],
    ['urs.t:/check', { kind: 'words', send: '/check', asker: 1_000 }],
    ['r:x:abc', undefined],
    ['something else', undefined],
  ]
  test.each(cases)('%j', (data, press) => {
    expect(readPress(data)).toEqual(press)
    if (press) expect(writePress(press, press.asker)).toBe(data)
  })
})

test('a settled keyboard shows what was chosen, and does nothing more', () => {
  const [[button]] = settledKeyboard('✓ 是').inline_keyboard as [[Buttons[number]]]
  expect(button.text).toBe('✓ 是')
  expect(readPress(button.callback_data)).toEqual({ kind: 'settled' })
})

test('whose buttons they are stands on each of a group, within the limit', () => {
  fc.assert(
    fc.property(anyReply, fc.integer({ min: 1, max: 2 ** 52 }), (reply, asker) => {
      for (const button of buttonsOf(reply, asker)) {
        if ('url' in button) continue
        expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64)
        expect(readPress(button.callback_data)).toMatchObject({ asker })
      }
    }),
  )
})

test('in a group a self-check is a link to the private chat, elsewhere a button', () => {
  const actions = [{ label: '自查', send: '/check medical-center-2025' }]
  const reply = { id: 'r', kind: 'info' as const, text: '', actions }
  expect(buttonsOf(reply, 7)).toEqual([
    { text: '自查', url: 'https://t.me/zhixun_bot?start=check_medical-center-2025' },
  ])
  expect(buttonsOf(reply)).toEqual([{ text: '自查', callback_data: 't:/check medical-center-2025' }])
})

test('what can be pressed at any time stays on a keyboard that was pressed', () => {
  const row = [
    { text: '👍', callback_data: 'f:+:a' },
    { text: '原文', url: 'https://zhixun.example/notices/a' },
  ]
  const before = { inline_keyboard: [[{ text: '找谁问', callback_data: 't:找谁问' }], row] }
  expect(settledKeyboard('✓ 找谁问', before).inline_keyboard).toEqual([[{ text: '✓ 找谁问', callback_data: 'x' }], row])
})
