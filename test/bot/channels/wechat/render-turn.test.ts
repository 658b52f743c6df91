import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMenuId, sentWords } from '../../../../bot/channels/wechat/menu-link.ts'
import { renderGrounds, renderTurn } from '../../../../bot/channels/wechat/render-turn.ts'
import { writeXml } from '../../../../bot/channels/wechat/xml.ts'
import type { Reply } from '../../../../services/reply.ts'
import { linksOf } from '../../../support/wechat/official-account.ts'

const words = fc.string({
  unit: fc.constantFrom(
    '专',
    '利',
    '，',
    '。',
    '\n',
    '\n\n',
    '1. ',
    '<a href="x">',
    '</a>',
    '&',
    ']]>',
    '"',
    '😀',
    '葛\u{e0100}',
    'a',
    ' ',
  ),
  maxLength: 1_200,
  size: 'max',
})
const short = fc.string({
  unit: fc.constantFrom('是', '运营中心', '2025年', '<', '&', '"', ' ', '\n', '%', '#', '😀', 'b'),
  minLength: 1,
  maxLength: 40,
})
const citation = fc.record({
  notice: fc.constant('n'),
  title: short,
  clause: fc.constant('1'),
  heading: short,
  quote: words,
  url: fc.constant('/notices/n#1.p1'),
})
const reply = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('answer', 'question', 'assessment', 'info', 'not-found'),
  text: words,
  citations: fc.array(citation, { maxLength: 4 }),
  actions: fc.array(fc.record({ label: short, send: short }), { maxLength: 12 }),
}) as fc.Arbitrary<Reply>
const turn = fc.record({ turn: fc.constant('wechat-1'), replies: fc.array(reply, { minLength: 1, maxLength: 3 }) })
const address = fc.constantFrom(undefined, 'https://zhixun.example')
const bare = (text: string) => text.replace(/\s+/gu, '')

test('whatever is said, each page is short enough, its links work, and nothing is left out', () => {
  let most = 0
  fc.assert(
    fc.property(turn, address, fc.boolean(), (shown, publicUrl, grounds) => {
      const pages = (grounds ? renderGrounds : renderTurn)(shown, publicUrl)
      most = Math.max(most, pages.length)
      for (const page of pages) {
        expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_960)
        const links = linksOf(page)
        expect(page.split('<a').length - 1).toBe(links.length)
        expect(links.every(({ url, id }) => url.startsWith('https://zhixun.example/') || readMenuId(id ?? ''))).toBe(
          true,
        )
        expect(
          links.filter(({ sends }) => sends !== undefined && sends !== '有用' && sends !== '没用').length,
        ).toBeLessThanOrEqual(9)
        expect(writeXml({ page })).not.toMatch(/[^\]]\]\]>(?!<\/page>|<!\[CDATA\[>)/)
      }
      const all = bare(pages.join('').replace(/<[^>]*>/g, ''))
      if (!grounds)
        for (const { text } of shown.replies)
          for (const line of text.split('\n'))
            expect(all).toContain(bare(line.replace(/<(?=\/?a\b)/giu, '＜').replace(/<[^>]*>/g, '')).slice(0, 12))
    }),
    { numRuns: 200 },
  )
  expect(most).toBeGreaterThan(3)
})

const sends: [label: string, words: string][] = [
  ['是', '是'],
  ['不清楚，跳过', '不清楚，跳过'],
  ['改“盘点率”', '改“盘点率”'],
  ['A & B <c> "d"', 'A B c d'],
  ['2025年上海市医疗卫生系统知识产权运营促进中心', '2025年上海市医疗卫生系统知识产权运营促进'],
  ['100%\n以上', '100 以上'],
]
test.each(sends)('the link %s sends %s', (label, said) => {
  expect(sentWords(label)).toBe(said)
  expect(Buffer.byteLength(sentWords(label))).toBeLessThanOrEqual(60)
})
