import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { quoteWithItems } from '../../../services/answering/compose/quote-with-items.ts'

const metadata = { id: 'fees', title: '收费减缴办法', shortTitle: '收费减缴办法', issuer: '财政部', year: 2016 }
const none = { replaces: [], names: [], programmes: [], rosters: [] }
const long = '字'.repeat(590)
const source = `收费减缴办法
第一条 可以减缴下列收费：
（一）申请费；
（二）年费。
第二条 个人减缴85%。
单位共有的，减缴70%。
第三条 申请人应当办理登记。
办理时提交下列材料：
（一）请求书；
— 2 —
（二）证明。
证明由单位出具。
第四条 标准见下表：
项目	金额
申请费	85元
第五条 有下列情形的，不予批准：
（一）${long}；
（二）逾期的。
附件1
请求书
一、填写说明
1.用黑色笔填写。`
const notice = parseNotice({ ...metadata, ...none }, source)
const catalogue = buildCatalogue([notice])
const quoteOf = (clause: string) => quoteWithItems(catalogue.find('fees', clause)!).split('\n')

describe('the quote of a clause', () => {
  const cases: [string, string, string[]][] = [
    ['that opens a list goes on over its items', '1', ['第一条 可以减缴下列收费：', '（一）申请费；', '（二）年费。']],
    ['that is an article goes on over its paragraphs', '2', ['第二条 个人减缴85%。', '单位共有的，减缴70%。']],
    ['that is one item is that item', '1.1', ['（一）申请费；']],
    [
      'without a number goes on over the items after it, to the end of the page',
      '3.p1',
      ['办理时提交下列材料：', '（一）请求书；'],
    ],
    ['that opens a table is the clause alone', '4', ['第四条 标准见下表：']],
    ['whose items are too long is the clause alone', '5', ['第五条 有下列情形的，不予批准：']],
    ['that is a heading is the heading', 'a1.1', ['一、填写说明']],
  ]
  test.each(cases)('%s', (_, clause, quote) => expect(quoteOf(clause)).toEqual(quote))

  test('is verbatim and 600 characters at most, in every bundled notice', () => {
    const { entries } = buildCatalogue(loadNotices())
    const quotes = entries.map((entry) => ({ entry, quote: quoteWithItems(entry) }))
    for (const { entry, quote } of quotes) {
      expect(lengthOf(quote)).toBeLessThanOrEqual(600)
      const isWhole = squeeze(entry.notice.source).includes(squeeze(entry.clause.quote))
      if (isWhole) expect(squeeze(entry.notice.source), entry.clause.id).toContain(squeeze(quote))
    }
    expect(quotes.filter(({ entry, quote }) => quote.length > entry.clause.quote.length).length).toBeGreaterThan(3)
  })
})
