import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderEvidence, renderReply, renderTurn } from '../../../../bot/channels/telegram/render-reply.ts'
import { reasonOf } from '../../../../bot/channels/telegram/why-asked.ts'
import type { Citation, Reply } from '../../../../services/reply.ts'
import { parseHtml } from '../../../support/bot-api/parse-html.ts'

const citation: Citation = {
  notice: 'medical-2025',
  title: '关于申报的通知',
  documentNumber: '沪知局促〔2025〕11号',
  clause: '1.2.1',
  heading: '一、申报条件',
  quote: '有效发明专利达到 100 件以上',
  url: '/notices/medical-2025#1.2.1',
}
const replyOf = (text: string, more: Partial<Reply> = {}): Reply => ({
  id: 'r',
  kind: 'answer',
  text,
  citations: [],
  actions: [],
  ...more,
})
const place = { origin: 'https://zhixun.example', bot: 'zhixun_bot' }
const htmlOf = (reply: Reply): string[] =>
  renderReply(reply, place).map((step) => (step.kind === 'message' ? step.html : ''))
const buttonsOf = (reply: Reply) =>
  renderReply(reply, place).flatMap((step) =>
    step.kind === 'message' ? (step.keyboard?.inline_keyboard.flat() ?? []) : [],
  )
const bare = (text: string) => text.replace(/\s+/gu, '')

describe('markup in what people or notices say is only text', () => {
  const cases = ['<b>粗</b>', '</blockquote><a href="x">', '1 < 2 && 3 > 2', '&lt;', '<', '"quoted"', '😀<i']
  test.each(cases)('%s', (text) => {
    const [html] = htmlOf(replyOf(text, { citations: [{ ...citation, quote: `条：${text}`, title: text }] }))
    const parsed = parseHtml(html!)
    expect(parsed.text).toContain(`${text}\n\n条：${text}\n——《${text}》`)
    expect(parsed.entities.map(({ type }) => type)).toEqual(['expandable_blockquote'])
  })
})

test('an answer is its first line in bold, what is said besides, and one quotation that unfolds, nothing twice', () => {
  const text = '100件以上。\n有效发明专利达到100件以上\n——《申报通知》「一」\n该次申报已经截止。'
  const second = { ...citation, clause: '1.2.2', heading: '二', quote: '盘点率达到100%' }
  const reply = replyOf(text, { lead: '100件以上。', citations: [citation, second] })
  const { text: shown, entities } = parseHtml(htmlOf(reply)[0]!)
  expect(shown).toBe(
    '100件以上。\n该次申报已经截止。\n\n有效发明专利达到100件以上\n——《申报通知》「一」\n\n盘点率达到100%\n——《关于申报的通知》（沪知局促〔2025〕11号） 二',
  )
  expect(entities.map(({ type }) => type)).toEqual(['bold', 'expandable_blockquote'])
})

test('below an answer stand 👍 👎, everything it rests on where there is more, and the notice', () => {
  const few = buttonsOf(replyOf('100件以上。', { citations: [citation] }))
  expect(few.map(({ text }) => text)).toEqual(['👍', '👎', '原文'])
  expect(few.at(-1)).toMatchObject({ url: 'https://zhixun.example/notices/medical-2025#1.2.1' })
  const many = replyOf('很多。', {
    citations: Array.from({ length: 7 }, (_, at) => ({ ...citation, quote: `第${at}条` })),
  })
  expect(buttonsOf(many).map(({ text }) => text)).toEqual(['👍', '👎', '全部依据', '原文'])
  expect(htmlOf(many)[0]!.match(/第\d条/gu)).toHaveLength(3)
  const english = replyOf('At least 100 patents.', { citations: many.citations })
  expect(buttonsOf(english).map(({ text }) => text)).toEqual(['👍', '👎', 'All clauses', 'Notice'])
})

test('without an address of its own the notice is a file, never a link', () => {
  const [step] = renderReply(replyOf('100件以上。', { citations: [citation] }), { origin: undefined, bot: 'b' })
  expect(JSON.stringify(step)).not.toMatch(/https?:/u)
  expect(JSON.stringify(step)).toContain('s:r')
})

test('everything an answer rests on is every quotation with its source', () => {
  const citations = Array.from({ length: 9 }, (_, at) => ({ ...citation, quote: `第${at}条` }))
  const html = renderEvidence(replyOf('很多。', { citations }), place)
    .map((step) => (step.kind === 'message' ? step.html : ''))
    .join('')
  expect(html.match(/<blockquote expandable>第\d条/gu)).toHaveLength(9)
  expect(html).toContain('href="https://zhixun.example/notices/medical-2025#1.2.1"')
})

describe('the card of an interview', () => {
  const question = replyOf('有多少件？\n写一个数。\n这是第一项条件。', {
    kind: 'question',
    why: '这是第一项条件。',
    progress: { done: 3, total: 8 },
    citations: [citation],
    actions: [{ label: '不清楚，跳过', send: '/skip' }],
  })

  test('is the question in bold and how far it has come; why it is put is a button', () => {
    const { text, entities } = parseHtml(htmlOf(question)[0]!)
    expect(text).toBe('有多少件？\n写一个数。\n\n已答 3/8')
    expect(entities[0]).toMatchObject({ type: 'bold', offset: 0, length: 5 })
    expect(buttonsOf(question).map((button) => button.text)).toEqual(['不清楚，跳过', '为什么问'])
  })

  test('holds what is noted before it, and nothing stands beside it', () => {
    const note = replyOf('好，开始自查，最多8题。', { kind: 'info' })
    const steps = renderTurn([note, question], place)
    expect(steps).toHaveLength(1)
    const [step] = steps
    expect(step).toMatchObject({ isCard: true })
    expect(step!.kind === 'message' && parseHtml(step!.html).text).toMatch(/^好，开始自查，最多8题。\n\n有多少件？/u)
  })

  test('its reason is as much of the clause as an alert holds', () => {
    expect(reasonOf(question)).toBe('这是第一项条件。\n“有效发明专利达到 100 件以上”')
    const long = reasonOf({ ...question, citations: [{ ...citation, quote: '条'.repeat(500) }] })
    expect(long).toHaveLength(200)
  })
})

test('any reply becomes messages that Telegram takes, with nothing lost and the buttons under the last', () => {
  const unit = fc.constantFrom('专利', '。', '\n', '<b>', '&amp;', '&', '😀', '产业化率达到30%以上，', ' ')
  const long = fc.string({ unit, minLength: 1, maxLength: 6_000 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(long, fc.integer({ min: 0, max: 5 }), (text, count) => {
      const citations = Array.from({ length: count }, () => ({ ...citation, quote: '条'.repeat(600) }))
      const steps = renderReply(replyOf(text, { citations, actions: [{ label: '好', send: '好' }] }), place)
      const messages = steps.map((step) => (step.kind === 'message' ? step : expect.fail('no message')))
      const texts = messages.map(({ html }) => parseHtml(html).text)
      for (const one of texts) expect(one.length).toBeLessThanOrEqual(4096)
      expect(bare(texts.join('')).startsWith(bare(text))).toBe(true)
      expect(messages.map(({ keyboard }) => keyboard !== undefined)).toEqual(
        messages.map((_, at) => at === messages.length - 1),
      )
    }),
    { numRuns: 50 },
  )
})
