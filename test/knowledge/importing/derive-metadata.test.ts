import { describe, expect, test } from 'vitest'
import { deriveMetadata } from '../../../knowledge/importing/derive-metadata.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { shenjiangText } from './shenjiang.ts'

const bundled = loadNotices()
const provisions = '一、申报对象\n本市三级以上医疗机构。\n二、申报条件\n有效发明专利三十件以上。'

/** A notice with this head and foot. */
const noticeOf = (head: string, foot = '') => `${head}\n各有关单位：\n${provisions}\n${foot}\n`
const titled = (title: string) => noticeOf(title, '上海市知识产权局\n2025年3月2日')
const derive = (source: string, fileName = 'file.txt') => deriveMetadata(source, fileName)

describe('what was written by hand about the bundled notices is read off their texts', () => {
  for (const { source, clauses: _clauses, ...written } of bundled) {
    test(written.id, () => {
      const { id: _id, ...derived } = derive(source, `${written.id}.txt`)
      const { title, documentNumber, issued, year } = written
      // This one names nobody as its issuer, neither at its head nor at its foot.
      const issuer = written.id === 'medical-2022' ? '未注明' : written.issuer
      const known = { title, year, issuer, ...(documentNumber && { documentNumber }), ...(issued && { issued }) }
      expect(derived).toMatchObject(known)
      expect(derived.replaces).toEqual([])
      expect(derived.rosters.map(({ annex }) => annex)).toEqual(written.rosters.map(({ annex }) => annex))
      const mentions = (programmes: typeof written.programmes) =>
        programmes.map(({ title, section }) => ({ title, section }))
      expect(mentions(derived.programmes)).toEqual(mentions(written.programmes))
    })
  }
})

test('a notice of another office is known by its number and its programme', () => {
  expect(derive(shenjiangText)).toEqual({
    id: 'shenjiangkewei-2026-18',
    title: '申江区科学技术委员会关于开展2026年度申江区科技创新券项目申报工作的通知',
    shortTitle: '2026年度申江区科技创新券项目申报通知',
    documentNumber: '申江科委〔2026〕18号',
    issuer: '申江区科学技术委员会',
    issued: '2026-03-16',
    year: 2026,
    replaces: [],
    programmes: [{ id: 'shenjiangkewei-2026-18', title: '2026年度申江区科技创新券项目', section: '' }],
    rosters: [{ annex: 'a1', label: '申江区科技创新券服务机构名录', unit: '服务机构' }],
  })
})

describe('the title is found', () => {
  const cases: [string, string, string][] = [
    ['on one line', '关于申报专利导航项目的通知', '关于申报专利导航项目的通知'],
    [
      'broken over lines',
      '关于申报上海市高校\n知识产权运营中心项目\n的通知',
      '关于申报上海市高校知识产权运营中心项目的通知',
    ],
    ['with letters set apart', '关 于 申 报 商 标 的 公 告', '关于申报商标的公告'],
    ['with the issuer above it', '上海市知识产权局\n关于印发专利资助办法的通知', '关于印发专利资助办法的通知'],
    ['below head and number', '上海市知识产权局文件\n\n沪知局〔2025〕3号\n\n关于评奖的通知', '关于评奖的通知'],
    ['announcing a document', '关于印发\n《专利资助办法》的通知', '关于印发《专利资助办法》的通知'],
    ['of a document itself', '上海市专利资助办法（试行）', '上海市专利资助办法（试行）'],
    [
      'below a link to what explains it, the names of several offices before it',
      '点击查看政策解读：关于《上海市专利资助实施办法》的解读\n上海市科技和经济信息化局 上海市人力资源和社会保障局 中共上海市委统战部关于印发专利资\n助实施办法的通知',
      '上海市科技和经济信息化局上海市人力资源和社会保障局中共上海市委统战部关于印发专利资助实施办法的通知',
    ],
    ['before that of a document enclosed', '关于印发方案的通知\n正文。\n专利实施方案', '关于印发方案的通知'],
  ]
  test.each(cases)('%s', (_, head, title) => expect(derive(titled(head)).title).toBe(title))

  test('in the name of the file where the text has none', () => {
    expect(derive(`${provisions}\n2025年3月2日`, '专利资助 2025.txt').title).toBe('专利资助 2025')
  })
})

describe('number, issuer and day are found', () => {
  const title = '关于申报专利项目的通知'
  const cases: [string, string, string, object][] = [
    [
      'at head and foot',
      `沪知局〔2025〕3号\n${title}`,
      '上海市知识产权局\n2025年3月2日',
      { documentNumber: '沪知局〔2025〕3号', issuer: '上海市知识产权局', issued: '2025-03-02' },
    ],
    ['in other brackets and widths', `沪知局［２０２５］３号\n${title}`, '', { documentNumber: '沪知局〔2025〕3号' }],
    [
      'with letters set apart',
      title,
      '上 海 市 知 识 产 权 局\n2025 年 3 月 2 日',
      { issuer: '上海市知识产权局', issued: '2025-03-02' },
    ],
    ['in Chinese numerals', title, '上海市知识产权局\n二〇二五年十二月二十一日', { issued: '2025-12-21' }],
    ['on one line', title, '上海市知识产权局 2025年3月2日', { issuer: '上海市知识产权局', issued: '2025-03-02' }],
    [
      'of several issuers',
      title,
      '上海市知识产权局\n上海市教育委员会（盖章）\n2025年3月2日',
      { issuer: '上海市知识产权局、上海市教育委员会' },
    ],
    [
      'of several issuers on one line',
      title,
      '上海市知识产权局 上海市教育委员会\n2025年3月2日',
      { issuer: '上海市知识产权局、上海市教育委员会' },
    ],
    [
      'above the title',
      `澜州大学附属第五医院\n澜五院〔2025〕3号\n${title}`,
      '',
      { issuer: '澜州大学附属第五医院', year: 2025 },
    ],
    [
      'of a decree',
      '园林养护办法\n2003年5月8日 申江市园林局令第9号公布',
      '',
      { issuer: '申江市园林局', documentNumber: '申江市园林局令第9号', issued: '2003-05-08', year: 2003 },
    ],
    [
      'of a decree that announces a measure',
      '白泷市人民政府令\n第87号\n2023年12月5日\n白泷市电梯安全管理办法',
      '',
      { issuer: '白泷市人民政府', documentNumber: '白泷市人民政府令第87号' },
    ],
    [
      'of a law that was passed',
      '数据交易条例\n（2025年10月29日沧湾市第七届人民代表大会常务委员会第三十一次会议通过 自2026年3月1日起施行）',
      '',
      { issuer: '沧湾市人民代表大会常务委员会', issued: '2025-10-29' },
    ],
    [
      'in brackets below the title',
      '积分落户管理规定\n（溪人社规〔2023〕6号，2023年8月15日溪宁市人力资源和社会保障局、溪宁市公安局联合公布）',
      '',
      {
        issuer: '溪宁市人力资源和社会保障局、溪宁市公安局',
        documentNumber: '溪人社规〔2023〕6号',
        issued: '2023-08-15',
      },
    ],
    [
      'in the head alone',
      `上海市人民政府办公厅文件\n沪府办〔2025〕3号\n${title}`,
      '',
      { issuer: '上海市人民政府办公厅', year: 2025 },
    ],
    ['in the title', `上海市商务委员会${title}`, '2025年3月2日', { issuer: '上海市商务委员会' }],
    [
      'in the imprint',
      title,
      '上海市知识产权局办公室 2025年3月2日印发',
      { issuer: '上海市知识产权局', issued: '2025-03-02' },
    ],
    [
      'in the table of a site',
      `索引号：AA1\n发布机构：上海市知识产权局\n发文字号：沪知局〔2025〕3号\n发布日期：2025-03-02\n${title}`,
      '',
      { issuer: '上海市知识产权局', documentNumber: '沪知局〔2025〕3号', issued: '2025-03-02' },
    ],
  ]
  test.each(cases)('%s', (_, head, foot, found) => expect(derive(noticeOf(head, foot))).toMatchObject(found))

  test('in the notice, not in what it quotes or encloses', () => {
    const quoting = `${provisions}\n按照《管理办法》（财建〔2019〕50号）执行，2020年1月1日起施行。`
    const enclosed = '附件1\n专利资助办法\n上海市财政局\n2018年5月1日'
    const derived = derive(`关于申报专利项目的通知\n${quoting}\n上海市知识产权局\n2025年3月2日\n${enclosed}`)
    expect(derived).toMatchObject({ issuer: '上海市知识产权局', issued: '2025-03-02' })
    expect(derived).not.toHaveProperty('documentNumber')
  })

  test('not on days that there are none of', () => {
    expect(derive(noticeOf('关于2025年申报专利的通知', '上海市知识产权局\n2025年2月30日'))).not.toHaveProperty('issued')
  })
})

describe('the year is that of', () => {
  const cases: [string, string, string, number][] = [
    ['the number', noticeOf('沪知局〔2023〕3号\n关于申报的通知'), 'a.txt', 2023],
    ['the deadline', noticeOf('关于申报的通知', '请于2024年5月31日前报送，到2026年底完成。'), 'a.txt', 2024],
    ['a deadline with an hour', noticeOf('关于申报的通知', '请于2024年5月31日17：00前报送。'), 'a.txt', 2024],
    ['the title', noticeOf('关于申报2025年度项目的通知'), 'a.txt', 2025],
    ['the programme that is called for ahead', titled('关于申报2026年度服务基地的通知'), 'a.txt', 2026],
    [
      'its issue where it looks back or over years',
      titled('关于2024年度项目验收和2025—2026年计划的通知'),
      'a.txt',
      2025,
    ],
    ['the name of the file', noticeOf('关于申报的通知'), '通知2021.txt', 2021],
  ]
  test.each(cases)('%s', (_, source, fileName, year) => expect(derive(source, fileName).year).toBe(year))

  test('none, and then it must be given', () => {
    expect(() => derive(noticeOf('关于申报的通知'))).toThrow('{"year": 2026}')
    expect(deriveMetadata(noticeOf('关于申报的通知'), 'a.txt', { year: 2026 }).year).toBe(2026)
  })
})

describe('the id is made of', () => {
  const cases: [string, string, string, string][] = [
    ['the number', noticeOf('徐科委〔2026〕12号\n关于申报的通知'), 'a.txt', 'xukewei-2026-12'],
    ['field and year', titled('关于申报高校项目的通知'), 'a.txt', 'university-2025'],
    ['the particular field before the general', titled('关于企业商标专利的通知'), 'a.txt', 'trademark-2025'],
    ['the name of the file', titled('关于召开会议的通知'), 'Meeting_3 (final).txt', 'meeting-3-final'],
    ['the year alone', titled('关于召开会议的通知'), '会议.txt', 'notice-2025'],
  ]
  test.each(cases)('%s', (_, source, fileName, id) => expect(derive(source, fileName).id).toBe(id))
})

describe('the short title', () => {
  const cases = [
    ['关于组织开展上海市专利导航项目申报工作的通知', '2025年专利导航项目申报通知'],
    ['上海市知识产权局关于印发《上海市专利资助办法》的通知', '2025年专利资助办法通知'],
    ['关于2025年专利奖评选的公告', '2025年专利奖评选公告'],
    ['关于开展2024年度专项项目验收工作的通知', '2024年度专项项目验收通知'],
    ['关于印发《租金补贴细则（2025年修订）》的通知', '2025年租金补贴细则通知'],
  ]
  test.each(cases)('of %s is %s', (title, short) => expect(derive(titled(title)).shortTitle).toBe(short))

  test('has 24 characters at most and keeps its kind', () => {
    const long = '关于开展本市重点产业领域知识产权运营服务体系建设与专利转化运用专项计划绩效评价的通知'
    const { shortTitle } = derive(titled(long))
    expect(shortTitle).toMatch(/^2025年重点产业.*…通知$/)
    expect(shortTitle.length).toBeLessThanOrEqual(24)
  })
})

describe('programmes', () => {
  const part = (number: string, name: string) =>
    `${number}、${name}\n（一）申报对象\n本市企业。\n（二）申报条件\n专利十件以上。\n`
  const twoParts = `关于申报运营项目的通知\n各单位：\n${part('一', '产业运营中心')}${part('二', '产业运营促进中心')}三、申报程序\n材料于2025年5月1日前报送。\n上海市知识产权局\n2025年3月2日`

  test('are the parts that say who may apply, each with a name no other has', () => {
    expect(derive(twoParts, 'centres.txt').programmes).toEqual([
      { id: 'centres-1', title: '产业运营中心', section: '1' },
      { id: 'centres-2', title: '产业运营促进中心', section: '2' },
    ])
  })

  test('are the whole notice where its title calls for applications', () => {
    expect(derive(titled('关于申报上海市专利导航服务基地项目的通知')).programmes).toEqual([
      { id: 'navigation-2025', title: '上海市专利导航服务基地', section: '' },
    ])
  })

  const called: [string, string][] = [
    ['关于组织开展2026年度省级服务基地申报工作的通知', '2026年度省级服务基地'],
    ['关于开展第九届青年科技贡献奖推荐工作的通知', '第九届青年科技贡献奖'],
    ['关于2025年第二批公共租赁住房申请受理的公告', '2025年第二批公共租赁住房'],
  ]
  test.each(called)('are what %s calls for', (title, programme) => {
    expect(derive(titled(title)).programmes.map(({ title }) => title)).toEqual([programme])
  })

  test('are none where nobody applies', () => {
    expect(derive(titled('关于开展专利执法检查的通知')).programmes).toEqual([])
    expect(derive('关于加强申报材料审核的通知\n一、总体目标\n稳步发展。\n2025年3月2日').programmes).toEqual([])
  })
})
