import { describe, expect, test } from 'vitest'
import { readDates } from '../../../knowledge/language/date.ts'
import { dateInShort } from './notation.ts'

/** Phrases in the manner of laws, calls, plans, tuition rules and leases, with every date and term that each names. */
type Case = [text: string, ...dates: string[]]

const groups: Record<string, Case[]> = {
  'days and their edges': [
    ['于2026年3月底前报送', 'before 2026-3-31 (end of month)'],
    ['9月10日起受理', 'from *-9-10'],
    ['报名时间：2026年5月6日9:00至5月20日17:00', 'on 2026-5-6~2026-5-20'],
    ['2026年8月20日至9月5日缴纳', 'on 2026-8-20~2026-9-5'],
    ['2026年3月1日—3月15日', 'on 2026-3-1~2026-3-15'],
    ['３月１５日前（含当日）', 'before *-3-15'],
    ['截至2025年12月31日（含）', 'by 2025-12-31'],
    ['不晚于2026年6月30日', 'by 2026-6-30'],
    ['最迟于11月15日前', 'before *-11-15'],
    ['自2026年3月1日起施行', 'from 2026-3-1'],
    ['自2026年7月1日起至2028年6月30日止', 'from 2026-7-1~2028-6-30'],
    ['有效期至2027年12月31日', 'until 2027-12-31'],
    ['2026年1月1日（含）以后注册', 'on 2026-1-1'],
    ['1985年1月1日以后出生', 'from 1985-1-1'],
    ['一月三十一日前提交', 'before *-1-31'],
    ['每年一月三十一日前', 'before *-1-31 (yearly)'],
    ['每年12月进行考核', 'on *-12 (yearly)'],
    ['于每年3月底前预拨', 'before *-3-31 (yearly) (end of month)'],
    ['2026年度', 'on 2026'],
    ['2024—2026年', 'on 2024~2026'],
    ['2024年初', 'on 2024'],
    ['2026年上半年', 'on 2026'],
    ['至2030年，', 'by 2030'],
    ['2026年1月、7月各一次', 'on 2026-1', 'on *-7'],
    ['二〇二六年十月一日', 'on 2026-10-1'],
    ['2026.03.15', 'on 2026-3-15'],
    ['2026/3/15前', 'before 2026-3-15'],
    ['2026-03-15 17:00前', 'before 2026-3-15'],
    ['２０２６年　３月', 'on 2026-3'],
    ['2028年2月底', 'on 2028-2-29 (end of month)'],
    ['2月底前', 'before *-2 (end of month)'],
    ['次年1月31日前', 'before *-1-31 of 次年'],
    ['翌年3月底前', 'before *-3-31 of 翌年 (end of month)'],
    ['次年6月30日以前提出', 'before *-6-30 of 次年'],
  ],
  terms: [
    ['自收到申请之日起3个工作日内', 'within 3工作日 of 收到申请'],
    ['应当自受理之日起十个工作日内作出决定', 'within 10工作日 of 受理'],
    ['期满30日前重新提出申请', 'before 30日 of 期满'],
    ['应当在期满前六十日内提出', 'before 60日 of 期满'],
    ['在到期前10天办理', 'before 10日 of 到期'],
    ['活动结束后24小时内拆除'],
    ['验收合格后60日内上线', 'within 60日 of 验收合格'],
    ['届满前一个月', 'before 1月 of 届满'],
    ['合同届满之日前三十日', 'before 30日 of 合同届满之日'],
    ['近五年内', 'within 5年 (recent)'],
    ['过去三年', 'within 3年 (recent)'],
    ['三年内不得申报', 'within 3年'],
    ['两个月内补齐', 'within 2月'],
    ['自公布之日起三十日后施行', 'from 30日 of 公布'],
    ['签订之日起15日内', 'within 15日 of 签订'],
    ['须提前3个工作日公告', 'before 3工作日'],
    ['自通知送达之日起五日内', 'within 5日 of 通知送达'],
    ['每季度结束后10日内', 'within 10日 of 每季度结束'],
    ['发票开具之日起90日内', 'within 90日 of 发票开具'],
    ['半年内不再受理', 'within 0.5年'],
    ['一周内反馈', 'within 1周'],
    ['十五日之内', 'within 15日'],
  ],
  'no dates': [
    ['第3次局长办公会'],
    ['云卫发〔2026〕19号'],
    ['《三年行动计划（2024—2026年）》'],
    ['9:00—17:00'],
    ['工龄满20年'],
    ['30日的费用'],
    ['2月30日'],
    ['13月1日'],
    ['2.5年'],
    ['第三季度'],
  ],
}

for (const [name, cases] of Object.entries(groups)) {
  describe(`dates of notices are read: ${name}`, () => {
    test.each(cases.map(([text, ...dates]) => [text, dates] as const))('%s', (text, dates) => {
      expect(readDates(text).map(dateInShort)).toEqual(dates)
    })
  })
}

describe('the day of today counts', () => {
  const spoken: [text: string, today: string, date: string][] = [
    ['今年9月底前', '2026-05-02', 'before 2026-9-30 (end of month)'],
    ['去年12月', '2026-01-05', 'on 2025-12'],
    ['上个月', '2026-01-31', 'on 2025-12'],
    ['下个月', '2026-12-31', 'on 2027-1'],
    ['本月底', '2028-02-01', 'on 2028-2-29 (end of month)'],
    ['明年1月1日起', '2026-05-02', 'from 2027-1-1'],
    ['后年', '2026-05-02', 'on 2028'],
    ['本年度', '2026-05-02', 'on 2026'],
  ]
  test.each(spoken)('%s on %s', (text, today, date) => {
    expect(readDates(text, { today }).map(dateInShort)).toEqual([date])
    expect(readDates(text).every(({ year }) => year === undefined)).toBe(true)
  })
})
