import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderReply } from '../../../../bot/channels/telegram/render-reply.ts'
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
const htmlOf = (reply: Reply): string[] =>
  renderReply(reply, 'https://zhixun.example').map((step) => (step.kind === 'message' ? step.html : ''))
const bare = (text: string) => text.replace(/\s+/gu, '')

describe('markup in what people or notices say is only text', () => {
  const cases = ['<b>粗</b>', '</blockquote><a href="x">', '1 < 2 && 3 > 2', '&lt;', '<', '"quoted"', '😀<i']
  test.each(cases)('%s', (text) => {
    const [html] = htmlOf(replyOf(text, { citations: [{ ...citation, quote: text, title: text }] }))
    const parsed = parseHtml(html!)
    expect(parsed.text).toContain(`${text}\n\n${text}\n《${text}》`)
    expect(parsed.entities.map(({ type }) => type)).toEqual(['expandable_blockquote', 'text_link'])
  })
})

test('a citation is its quote to be unfolded, and its source that links to the clause', () => {
  const { text, entities } = parseHtml(htmlOf(replyOf('100件以上。', { citations: [citation] }))[0]!)
  expect(text).toBe(
    '100件以上。\n\n有效发明专利达到 100 件以上\n《关于申报的通知》（沪知局促〔2025〕11号） 一、申报条件',
  )
  expect(entities[1]).toMatchObject({ url: 'https://zhixun.example/notices/medical-2025#1.2.1' })
})

test('three citations are shown, and how many more there are', () => {
  const [html] = htmlOf(replyOf('很多。', { citations: Array.from({ length: 7 }, () => citation) }))
  expect(html!.match(/<blockquote expandable>/g)).toHaveLength(3)
  expect(html).toContain('另有4处依据。')
})

test('a question shows how far the interview has come', () => {
  expect(htmlOf(replyOf('有多少件？', { progress: { done: 3, total: 8 } }))[0]).toContain('已答 3/8')
})

test('any reply becomes messages that Telegram takes, with nothing lost and the buttons under the last', () => {
  const unit = fc.constantFrom('专利', '。', '\n', '<b>', '&amp;', '&', '😀', '产业化率达到30%以上，', ' ')
  const long = fc.string({ unit, minLength: 1, maxLength: 6_000 }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(long, fc.integer({ min: 0, max: 5 }), (text, count) => {
      const citations = Array.from({ length: count }, () => ({ ...citation, quote: '条'.repeat(600) }))
      const steps = renderReply(
        replyOf(text, { citations, actions: [{ label: '好', send: '好' }] }),
        'https://zhixun.example',
      )
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
