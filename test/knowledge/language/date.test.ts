import { describe, expect, test } from 'vitest'
import { readDates } from '../../../knowledge/language/date.ts'
import { dateInShort } from './notation.ts'

type Case = [text: string, ...dates: string[]]
const read = (text: string, today?: string): string[] =>
  readDates(text, today === undefined ? {} : { today }).map(dateInShort)

const groups: Record<string, Case[]> = {
  'calendar days': [
    ['2025年6月13日', 'on 2025-6-13'],
    ['2025 年 6 月 13 日', 'on 2025-6-13'],
    ['２０２４年４月２４日', 'on 2024-4-24'],
    ['二〇二五年六月十三日', 'on 2025-6-13'],
    ['二○二四年十二月三十一日', 'on 2024-12-31'],
    ['2024/6/13', 'on 2024-6-13'],
    ['2024-06-13', 'on 2024-6-13'],
    ['2024.6.13', 'on 2024-6-13'],
    ['6月13日', 'on *-6-13'],
    ['六月十三号', 'on *-6-13'],
    ['6.13截止', 'by *-6-13'],
    ['6.13前交', 'before *-6-13'],
    ['June 13, 2025', 'on 2025-6-13'],
    ['13 June', 'on *-6-13'],
    ['by 13 June 2025', 'by 2025-6-13'],
    ['before June 13', 'before *-6-13'],
    ['24年6月', 'on 2024-6'],
    ['24年的通知', 'on 2024'],
    ['2025年', 'on 2025'],
    ['2025年度', 'on 2025'],
    ['2025年6月底', 'on 2025-6-30 (end of month)'],
    ['2024年2月底', 'on 2024-2-29 (end of month)'],
    ['2025年底', 'on 2025-12-31 (end of year)'],
    ['2025年末', 'on 2025-12-31 (end of year)'],
  ],
  edges: [
    ['于2025年6月13日前报送', 'before 2025-6-13'],
    ['于2026年4月30日17：00前登录填写', 'before 2026-4-30'],
    ['9月23日17时前上传', 'before *-9-23'],
    ['4月7日9时开始', 'on *-4-7'],
    ['于3月22日前，寄送', 'before *-3-22'],
    ['6月13日之前', 'before *-6-13'],
    ['2025年底前实现全覆盖', 'before 2025-12-31 (end of year)'],
    ['到2025年底，', 'by 2025-12-31 (end of year)'],
    ['至2023年底，推动实现', 'by 2023-12-31 (end of year)'],
    ['截至2025年6月1日', 'by 2025-6-1'],
    ['2025年6月13日截止', 'by 2025-6-13'],
    ['在2025年内，实现', 'within 2025'],
    ['于 2022 年内给予', 'within 2022'],
    ['自2025年1月1日起施行', 'from 2025-1-1'],
    ['2023年以来', 'from 2023'],
    ['从2020年1月开始', 'from 2020-1'],
    ['2023年1月1日以后出生', 'from 2023-1-1'],
    ['有效期至2026年12月31日', 'until 2026-12-31'],
    ['每年3月1日前', 'before *-3-1 (yearly)'],
    ['每年6月30日', 'on *-6-30 (yearly)'],
    ['较2022年增长', 'on 2022'],
  ],
  ranges: [
    ['2023年至申报日，', 'from 2023~申报日'],
    ['2021-2023', 'on 2021~2023'],
    ['2021—2035年', 'on 2021~2035'],
    ['指当年的1月1日至12月31日', 'on *-1-1~*-12-31'],
    ['2021年至2023年', 'on 2021~2023'],
    ['6月1日至13日', 'on *-6-1~*-6-13'],
    ['6月1日至7月13日', 'on *-6-1~*-7-13'],
    ['2025年6月1日-2025年6月13日', 'on 2025-6-1~2025-6-13'],
    ['2024年12月1日至2025年1月15日', 'on 2024-12-1~2025-1-15'],
    ['自2025年1月1日起至2027年12月31日止', 'from 2025-1-1~2027-12-31'],
  ],
  terms: [
    ['收到之日起15个工作日内', 'within 15工作日 of 收到'],
    ['自受理之日起二十个工作日内', 'within 20工作日 of 受理'],
    ['在收到副本之日起15日内提交', 'within 15日 of 收到副本'],
    ['合同期满前3个月', 'before 3月 of 合同期满'],
    ['合同届满3个月前', 'before 3月 of 合同届满'],
    ['近三年', 'within 3年 (recent)'],
    ['最近两年', 'within 2年 (recent)'],
    ['三年内', 'within 3年'],
    ['7日内', 'within 7日'],
    ['公示结束后5个工作日内', 'within 5工作日 of 公示结束'],
    ['自公布之日起30日后施行', 'from 30日 of 公布'],
    ['提前一个月', 'before 1月'],
    ['应当至少在口头审理３日前通知', 'before 3日 of 口头审理'],
  ],
  'what is no date': [
    ['100件以上'],
    ['保护期二十年'],
    ['沪知局促〔2025〕11号'],
    ['《方案（2021-2023）》'],
    ['http://a.cn/2025/06/13'],
    ['GB/T 33251-2016'],
    ['达到6.13%'],
    ['工作经验满24年'],
    ['13月32日'],
    ['去年'],
  ],
}

for (const [name, cases] of Object.entries(groups)) {
  describe(`dates are read: ${name}`, () => {
    test.each(cases.map(([text, ...dates]) => [text, dates] as const))('%s', (text, dates) => {
      expect(read(text)).toEqual(dates)
    })
  })
}

describe('with the day of today', () => {
  const spoken: Case[] = [
    ['去年', 'on 2024'],
    ['今年6月13号前', 'before 2025-6-13'],
    ['前年', 'on 2023'],
    ['明年', 'on 2026'],
    ['上个月', 'on 2024-12'],
    ['下个月', 'on 2025-2'],
    ['本月底', 'on 2025-1-31 (end of month)'],
    ['今年底', 'on 2025-12-31 (end of year)'],
    ['年底前', 'before 2025-12-31 (end of year)'],
    ['last year', 'on 2024'],
  ]
  test.each(spoken.map(([text, ...dates]) => [text, dates] as const))('%s', (text, dates) => {
    expect(read(text, '2025-01-15')).toEqual(dates)
  })
})

test('offsets are those of the text given', () => {
  const text = '𠮷，材料于 2025 年 6 月\n13 日 前送至'
  const [date] = readDates(text)
  expect(date && text.slice(date.start, date.end)).toBe('2025 年 6 月\n13 日')
  expect(date && text.slice(date.from, date.to)).toBe('于 2025 年 6 月\n13 日 前')
})
