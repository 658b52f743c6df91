import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { expectWhole } from './expect-whole.ts'

const notices = new Map(loadNotices().map((notice) => [notice.id, notice]))

/** The clause of a notice, said as `notice#clause`. */
function clauseAt(place: string) {
  const [notice = '', id = ''] = place.split('#')
  const clause = notices.get(notice)?.clauses.find((one) => one.id === id)
  if (!clause) throw new Error(`there is no ${place}`)
  return clause
}

const clausesOf = (notice: string) => notices.get(notice)!.clauses

describe('every character stands in exactly one clause, and quotes are verbatim', () => {
  test.each([...notices.keys()])('in %s', (id) => expectWhole(notices.get(id)!))
})

/** Place, its parent, its marker, and what it reads. */
const facts: [string, string | undefined, string | undefined, string][] = [
  ['medical-2025#front', undefined, undefined, '沪知局促〔2025〕11号'],
  ['medical-2025#1', undefined, '一、', '一、上海市医疗卫生系统知识产权运营中心'],
  [
    'medical-2025#1.1.p1',
    '1.1',
    undefined,
    '在国家知识产权局存量专利盘活系统（https://www.patentnavi.org.cn/）注册，并完成存量专利盘点工作的本市医疗卫生机构。',
  ],
  ['medical-2025#1.2.1', '1.2', '1.', '1.截至申报日，有效发明专利达到100件以上。'],
  [
    'medical-2025#1.2.2',
    '1.2',
    '2.',
    '2.截至申报日，在国家知识产权局存量专利盘活系统开展专利盘点工作，盘点率达到100%。',
  ],
  [
    'medical-2025#1.2.4',
    '1.2',
    '4.',
    '4. 2023年至申报日，通过专利许可、转让等形式，达成专利转化交易，实际到账金额达到500万元；或者具有成功实施专利作价入股典型案例。',
  ],
  [
    'medical-2025#2.3.3',
    '2.3',
    '3.',
    '3.促进专利开放许可，推动本市医疗卫生机构在国家知识产权局专利业务办理系统（https://cponline.cnipa.gov.cn/）完成专利开放许可声明不少于30件（取得相关声明手续合格通知书），达成专利开放许可交易不少于50次。',
  ],
  [
    'medical-2025#3.1',
    '3',
    '1.',
    '1.申报单位应按照相关要求填写项目申报书、项目实施承诺书并准备相关证明材料，于2025年6月13日前以电子邮件和纸件（一式2份，装订成册）报送至市知识产权局，逾期不予受理。',
  ],
  [
    'medical-2025#contact',
    undefined,
    undefined,
    '（联系人：知识产权运用促进处 张燕山；地址：世博村路300号1号楼；联系电话：021-23170420；邮箱：yszhang@zscqj.shanghai.gov.cn）',
  ],
  ['medical-2025#closing~2', undefined, undefined, '上海市知识产权局\n2025年6月4日\n（此件主动公开）'],
  ['medical-2025#furniture', undefined, undefined, '上海市知识产权局办公室2025年6月4日印发'],
  // 「1、 申报对象」 before 「二、」 is a slip for 「一、」, 「（2） 绩效目标」 after 「（一）」 one for 「（二）」.
  ['medical-2022#1', undefined, '1、', '1、申报对象'],
  ['medical-2022#1.p1', '1', undefined, '本市三级以上医疗机构。'],
  ['medical-2022#4.2', '4', '（2）', '（2）绩效目标'],
  ['medical-2022#4.2.4', '4.2', '4.', '4.开展高价值专利培育工作，PCT专利申请较2022年增长20%以上，且不少于3件。'],
  [
    'medical-2022#8.p1',
    '8',
    undefined,
    '联系人：知识产权运用促进处 张燕山 孔元中\n联系方式：021-23110888；021-50723882（传真）\n邮箱：zys820701@163.com\n地址：世博村路300号1号楼306室',
  ],
  ['special-action-2024#front', undefined, undefined, '上海市人民政府办公厅文件\n沪府办发〔2024〕7号'],
  [
    'special-action-2024#1.1',
    '1',
    '（一）',
    '（一）组织本市高校、科研机构和医疗卫生机构开展存量专利盘点工作，将有潜在市场价值的存量专利在国家专利导航综合服务平台登记入库，2024年底实现全覆盖。（责任单位：市知识产权局、市教委、市科委、市卫生健康委）',
  ],
  // The provision goes on over the end of a page and across an English abbreviation.
  [
    'special-action-2024#3.11',
    '3',
    '（十一）',
    '（十一）以本市高新技术企业、专精特新企业、科技型企业等为重点，全面开展专利产品备案，2025年底前实现全覆盖。鼓励企业获得“专利密集型产品”认定。建立专利密集型产业增加值核算发布机制。到2025年底，本市专利密集型产业增加值占GDP比重达到20%左右，备案认定的专利密集型产品年产值达700亿元左右。（责任单位：市知识产权局、市经济信息化委、市统计局）',
  ],
  ['university-2022#furniture', undefined, undefined, '- 1 -'],
  [
    'university-2022#1.p2',
    '1',
    undefined,
    '同等条件下，获得认定的国家知识产权试点示范高校优先；获得过中国专利奖、上海知识产权创新奖的优先。',
  ],
  ['university-2022#a1', undefined, '附件1', '附件1\n高校知识产权运营中心建设方案'],
  [
    'university-2022#a1.1.p1',
    'a1.1',
    undefined,
    '高校知识产权运营中心是集技术转移与知识产权管理运营为一体的实体机构，以集成化、市场化、专业化为原则，以市场需求为牵引，围绕1-2个优势学科所涉及产业开展运营建设，通过构建以促进专利价值实现为核心的专利运营链条，集聚专利运营服务资源，打造发挥高校学科优势、联通专利创造运营两端、服务经济社会发展的高校知识产权运营枢纽。',
  ],
  ['university-2022#a2.h1.2', 'a2.h1', '2.', '2.封面中项目编号不需填写。'],
  ['university-2022#a3.4', 'a3', '4、', '4、其它相关法律责任等。'],
  ['review-2024#a1', undefined, '附件1', '附件1\nxx单位关于XX项目工作总结'],
  ['review-2024#a1.closing', 'a1', undefined, 'xx单位（盖章）\n2024年3月xx日'],
  ['review-2024#a2.t', 'a2', undefined, '项序 | 项目名称 | 子序 | 支持单位'],
]

describe('a clause reads', () => {
  test.each(facts)('%s', (place, parent, marker, text) => {
    expect(clauseAt(place)).toMatchObject({ text })
    expect([clauseAt(place).parent, clauseAt(place).marker]).toEqual([parent, marker])
  })
})

describe('a clause is a', () => {
  const kinds = [
    ['medical-2025#title', 'front'],
    ['medical-2025#p1', 'paragraph'],
    ['medical-2025#1.2', 'heading'],
    ['medical-2025#1.2.1', 'item'],
    ['medical-2025#annexes', 'closing'],
    ['medical-2025#contact', 'contact'],
    ['medical-2022#8.p1', 'contact'],
    ['university-2022#a2.p1', 'form'],
    ['university-2022#a2.1.p1', 'form'],
    ['university-2022#a2.4.p1', 'form'],
    ['university-2022#a2.5.p1', 'form'],
    ['university-2022#a3.furniture', 'furniture'],
    ['review-2024#a2.t', 'table'],
    ['review-2024#a2.r1', 'row'],
  ]
  test.each(kinds)('%s: %s', (place, kind) => expect(clauseAt(place).kind).toBe(kind))
})

test('the way to a clause names every part above it', () => {
  expect(clauseAt('medical-2025#1.2.1').path).toBe('一、上海市医疗卫生系统知识产权运营中心 › （二）申报条件 › 1')
  expect(clauseAt('university-2022#a1.4.1.p2').path).toBe(
    '附件1 高校知识产权运营中心建设方案 › 四、条件保障 › （一）夯实资源基础',
  )
  expect(clauseAt('medical-2022#3.4').path).toBe('三、工作任务 › 4. 开展专利导航工作')
  expect(clauseAt('review-2024#a3.r43').path).toBe(
    '附件3 中期检查项目承担单位名单 › 2023年度上海市高价值专利升级培育项目 › 43',
  )
})

describe('the special action', () => {
  const measures = clausesOf('special-action-2024').filter(({ kind }) => kind === 'item')

  test('has thirty measures, counted through six parts', () => {
    expect(measures.map(({ id }) => Number(id.split('.')[1]))).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    const parts = Object.groupBy(measures, ({ parent }) => parent ?? '')
    expect(Object.entries(parts).map(([part, held]) => [part, held!.length])).toEqual([
      ['1', 6],
      ['2', 4],
      ['3', 3],
      ['4', 4],
      ['5', 6],
      ['6', 7],
    ])
  })

  test.each(measures.map(({ id, text }) => [id, text]))('measure %s ends with who is responsible', (_, text) => {
    expect(text).toMatch(/^（[一二三四五六七八九十]+）.*。（责任单位：[^（）]*(?:（[^（）]*）[^（）]*)*）$/u)
  })

  test('has full-width digits in its quotes and none in its texts', () => {
    const measure = clauseAt('special-action-2024#1.2')
    expect(measure.quote).toContain('到２０２５年底')
    expect(measure.text).toContain('到2025年底')
    const texts = clausesOf('special-action-2024')
      .map(({ text }) => text)
      .join('')
    expect(texts).not.toMatch(/[０-９Ａ-Ｚａ-ｚ％«»]/u)
  })
})

describe('the two lists of the review', () => {
  const rowsOf = (annex: string) =>
    clausesOf('review-2024').filter(({ id, kind }) => kind === 'row' && id.startsWith(annex))
  const lists = [
    { annex: 'a2', count: 59, groups: 7 },
    { annex: 'a3', count: 114, groups: 8 },
  ]

  test.each(lists)('$annex has $count rows in $groups projects, numbered without a gap', ({ annex, count, groups }) => {
    const rows = rowsOf(annex)
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, at) => `${annex}.r${at + 1}`))
    expect(rows.map(({ cells }) => cells?.子序)).toEqual(rows.map((_, at) => String(at + 1)))
    expect(new Set(rows.map(({ cells }) => cells?.项目名称)).size).toBe(groups)
    expect(rows.every(({ cells }) => (cells?.支持单位 ?? '').length > 2)).toBe(true)
  })

  /** Rows from one place to another stand in the project. */
  const projects: [string, number, number, string][] = [
    ['a2', 1, 2, '上海市知识产权运营综合服务基地'],
    ['a2', 3, 17, '上海市知识产权运营服务集聚区各区功能园'],
    ['a2', 18, 21, '上海市知识产权运营促进中心'],
    ['a2', 22, 28, '上海市产业知识产权运营中心'],
    ['a2', 29, 34, '上海市知识产权产学研运营联合体'],
    ['a2', 35, 44, '2022年度上海市高价值专利培育中心'],
    // Its name is broken over two rows and a page; the second half stands in the first column.
    ['a2', 45, 59, '2022年度上海市高价值专利升级培育项目'],
    ['a3', 1, 10, '上海市高校知识产权运营中心'],
    ['a3', 11, 20, '上海市医疗卫生系统知识产权运营中心'],
    ['a3', 21, 30, '2023年度上海市高价值专利培育中心'],
    // Rows 43 and 44 are shifted to the left.
    ['a3', 31, 44, '2023年度上海市高价值专利升级培育项目'],
    ['a3', 45, 47, '上海市先导产业知识产权运营促进中心'],
    // So is row 60.
    ['a3', 48, 97, '上海市中小企业知识产权运营能力提升项目'],
    ['a3', 98, 112, '“专利超市”项目'],
    ['a3', 113, 114, '上海市知识产权地方标准制定项目'],
  ]

  test.each(projects)('%s, rows %i to %i are %s', (annex, from, to, project) => {
    const rows = rowsOf(annex).slice(from - 1, to)
    expect(rows.map(({ cells }) => cells?.项目名称)).toEqual(rows.map(() => project))
  })

  const units: [string, string][] = [
    ['a2.r35', '中国商用飞机有限责任公司上海飞机设计研究院'],
    ['a2.r47', '中船重工（上海）节能技术发展有限公司'],
    ['a3.r16', '上海长征医院（海军军医大学第二附属医院）'],
    ['a3.r36', '上海数字电视国家工程研究中心有限公司'],
    ['a3.r43', '上海传英信息技术有限公司'],
    ['a3.r56', '权星智控系统工程（上海）股份有限公司'],
    ['a3.r60', '上海雷帕罗义齿有限公司'],
  ]
  test.each(units)('%s is %s', (id, unit) => expect(clauseAt(`review-2024#${id}`).cells?.支持单位).toBe(unit))

  test('no name has a stray blank', () => {
    const cells = [...rowsOf('a2'), ...rowsOf('a3')].flatMap((row) => Object.values(row.cells ?? {}))
    expect(cells.filter((cell) => cell !== squeeze(cell))).toEqual([])
  })
})
