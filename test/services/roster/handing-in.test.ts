import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { handingIn } from '../../../services/roster/handing-in.ts'
import { rosterRows } from '../../../services/roster/roster.ts'
import { readSending } from '../../../services/roster/sending.ts'
import { fillTemplate, unitCard } from '../../../services/roster/unit-card.ts'
import { bases } from '../answering/decide/bases.ts'
import { museums, scholars } from './museums.ts'

const notices = [...loadNotices(), museums, scholars, bases]
const catalogue = buildCatalogue(notices)
const rows = rosterRows(catalogue)
const rowsOf = (unit: string) => rows.filter((row) => row.unit === unit)
const handed = (unit: string) => handingIn(catalogue, rowsOf(unit).at(-1)!)

describe('what a notice asks of those on its list', () => {
  test.each([
    [
      '上海昊海生物科技股份有限公司',
      {
        what: '总结材料及相关佐证材料，加盖公章，一式二份',
        until: '3月22日前',
        to: '市知识产权局知识产权运用促进处',
        address: '浦东新区世博村路300号1号楼上海市知识产权局知识产权运用促进处',
        mail: 'sipa70422@163.com',
        contact: '章志祥 23170422',
      },
    ],
    [
      '云岭市青铜博物馆',
      {
        what: '自查报告一式三份',
        until: '2027年5月20日前',
        to: '省文物局督察处',
        address: '川泽市云岭路88号3号楼210室',
        mail: 'anquan@chuanze.example.cn',
        contact: '闻溪桥028-85550127',
      },
    ],
    ['陈立夏', { what: '获奖感言（500字以内）和登记表一式两份', until: '2027年12月10日前', to: '学生处' }],
    ['蜀绣传习基地', { what: '上一年度工作报告，一式三份', until: '每年1月31日前', to: '市文化广电旅游局' }],
  ])('%s', (unit, expected) => {
    const { what, until, to, address, mail, contact } = handed(unit)
    const read = { what, until, to, address, mail, contact }
    const said = Object.entries(read).flatMap(([name, one]) => (one ? [[name, one.text]] : []))
    expect(Object.fromEntries(said)).toEqual(expected)
  })

  test('stands in the clause it is cited from', () => {
    let count = 0
    for (const row of rows) {
      const { sentence, what, to, address, mail, contact, mailTitle } = handingIn(catalogue, row)
      for (const one of [sentence, what, to, address, mail, contact])
        if (one) expect(one.entry.clause.text).toContain(one.text)
      if (mailTitle) expect(mailTitle.entry.clause.text).toContain(mailTitle.said)
      count += sentence ? 1 : 0
    }
    expect(count).toBeGreaterThan(180)
  })

  test('is nothing for those on a list that it does not speak to', () => {
    expect(handed('吴冬至').sentence).toBeUndefined()
    expect(handed('吴冬至').until).toBeUndefined()
  })

  test('has a last day where it comes once, and none where it comes every year', () => {
    expect(handed('上海昊海生物科技股份有限公司').until?.day).toBe('2024-03-22')
    expect(handed('云岭市青铜博物馆').until?.day).toBe('2027-05-20')
    expect(handed('蜀绣传习基地').until?.day).toBeUndefined()
  })
})

describe("the mail's title", () => {
  const titles = (unit: string) => {
    const { parts } = unitCard(catalogue, unit, rowsOf(unit))
    return parts.flatMap((part) => part.rows.map(({ mailTitle }) => mailTitle))
  }

  test('has the unit and the project of each row in the places that the notice names', () => {
    expect(titles('上海昊海生物科技股份有限公司')).toEqual([
      '上海市产业知识产权运营中心-上海昊海生物科技股份有限公司',
      '2023年度上海市高价值专利培育中心-上海昊海生物科技股份有限公司',
    ])
  })

  test('has what other columns say, and leaves open what none does', () => {
    expect(titles('云岭市青铜博物馆')).toEqual(['消防+云岭市青铜博物馆+〔年份〕', '库房+云岭市青铜博物馆+〔年份〕'])
  })

  test('is none where the notice prescribes none', () => {
    expect(titles('蜀绣传习基地')).toEqual([undefined])
  })
})

describe('the paper that a notice prescribes', () => {
  test('has the five sections of its annex, with the unit and its project filled in', () => {
    const [row] = rowsOf('上海昊海生物科技股份有限公司')
    const { name, title, sections, closing } = fillTemplate(handingIn(catalogue, row!).template!, row!)
    expect(name).toBe('工作总结')
    expect(title).toBe('上海昊海生物科技股份有限公司关于上海市产业知识产权运营中心项目工作总结')
    expect(sections.map(({ heading }) => heading)).toEqual([
      '一、项目实施成效',
      '二、资金使用情况',
      '三、工作推进情况',
      '四、特色亮点工作',
      '五、工作计划和建议',
    ])
    expect(sections.every(({ guidance }) => guidance.length === 1)).toBe(true)
    expect(closing).toContain('上海昊海生物科技股份有限公司（盖章）')
  })

  test('has the points that the notice lists in its own text', () => {
    const [row] = rowsOf('云岭市青铜博物馆')
    const { name, title, sections } = fillTemplate(handingIn(catalogue, row!).template!, row!)
    expect({ name, title }).toEqual({ name: '自查报告', title: '云岭市青铜博物馆自查报告' })
    expect(sections).toEqual([
      { heading: '1.藏品保管情况', guidance: ['含库房温湿度记录'] },
      { heading: '2.消防设施情况', guidance: [] },
      { heading: '3.问题清单和整改计划', guidance: [] },
    ])
  })

  test('is none where there is none', () => {
    expect(handed('蜀绣传习基地').template).toBeUndefined()
  })
})

test('a unit in the lists of several notices has a part for each, the newest first', () => {
  const both = [...rowsOf('上海昊海生物科技股份有限公司'), ...rowsOf('云岭市青铜博物馆')]
  const { parts } = unitCard(catalogue, '合在一起', both)
  expect(parts.map(({ notice }) => notice.year)).toEqual([2027, 2024])
  expect(parts.map((part) => part.rows.length)).toEqual([2, 2])
})

describe('what is sent and to whom, however the sentence puts it', () => {
  test.each([
    ['承担单位于3月6日前将验收材料报区县主管部门；', '验收材料', '区县主管部门'],
    ['于3月6日前将整改报告报所在市知识产权局', '整改报告', '所在市知识产权局'],
    ['应当于3月15日前提交接入申请表，6月30日前完成测试。', '接入申请表', undefined],
    [
      '合格诊所应当于12月15日前，将《任务书》一式2份报所在区（县）卫生健康局，汇总后报市局。',
      '《任务书》一式2份',
      '所在区（县）卫生健康局',
    ],
    ['1月31日前完成整改并提交整改报告（纸质2份）。', '整改报告（纸质2份）', undefined],
    ['各单位应于5月1日前向市局报送年度总结，一式三份。', '年度总结，一式三份', '市局'],
    [
      '项目单位于3月19日前登录管理系统（http://a.example.cn）提交自查报告，纸质报告一式4份报所在街道。',
      '自查报告',
      undefined,
    ],
    ['请按时完成。', undefined, undefined],
  ])('%s', (sentence, what, to) => {
    expect(readSending(sentence)).toEqual({ what, to })
  })
})
