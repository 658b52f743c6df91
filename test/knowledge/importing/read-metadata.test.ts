import { describe, expect, test } from 'vitest'
import { readMetadata } from '../../../knowledge/importing/derive-metadata.ts'

const provisions = '一、申报条件\n有效发明专利三十件以上，并且在本市依法登记注册满三年。'
const noticeOf = (head: string, foot = '') => `${head}\n各有关单位：\n${provisions}\n${foot}\n`
const lawOf = (head: string, last = '第二条 本办法自公布之日起施行。') =>
  `${head}\n第一条 为了规范管理，根据有关法律、法规，结合本市实际，制定本办法。\n${last}\n`
const signed = '申江市知识产权局\n2026年3月20日'
const titled = '关于申报专利项目的通知'

/** Each field as its value, for comparison. */
function valuesOf(source: string, fileName = 'a.txt') {
  const { missing, repeals, amends, ...fields } = readMetadata(source, fileName)
  const values = Object.entries(fields).map(([name, reading]) => [name, reading?.value])
  return { ...Object.fromEntries(values), missing: missing.map(({ field }) => field), repeals, amends }
}

describe('a law is taken as it is printed', () => {
  const cases: [string, string, object][] = [
    [
      'whose title ends in 法',
      lawOf(
        '中华人民共和国个人信息保护法\n2021年8月20日第十三届全国人民代表大会常务委员会第三十次会议通过\n第一章 总则',
      ),
      { title: '中华人民共和国个人信息保护法', issuer: '全国人民代表大会常务委员会', issued: '2021-08-20', year: 2021 },
    ],
    [
      'of the day of its latest edition',
      lawOf(
        '申江市物业管理规定\n（2004年8月19日申江市第十二届人民代表大会常务委员会第十四次会议通过　根据2018年11月22日申江市第十五届人民代表大会常务委员会第七次会议《关于修改〈申江市物业管理规定〉的决定》修正）',
      ),
      { title: '申江市物业管理规定', issued: '2018-11-22', year: 2018 },
    ],
    [
      'with its decree and its first day in one bracket',
      lawOf('货运代理备案规定\n（2025年11月20日国家物流管理总署令第9号公布　自2026年3月1日起施行）'),
      {
        documentNumber: '国家物流管理总署令第9号',
        issuer: '国家物流管理总署',
        issued: '2025-11-20',
        effectiveFrom: '2026-03-01',
      },
    ],
    [
      'below what announces it',
      lawOf(
        '申江市人民代表大会常务委员会公告\n第47号\n《申江市志愿服务条例》已于2025年3月27日通过，现予公布，自2025年7月1日起施行。\n2025年3月28日\n申江市志愿服务条例',
      ),
      { title: '申江市志愿服务条例', documentNumber: '申江市人民代表大会常务委员会公告第47号' },
    ],
    [
      'without a year in its head',
      lawOf('申江市仪器共享规定', '第二条 本规定自2007年11月1日起施行。'),
      { title: '申江市仪器共享规定', year: 2007, effectiveFrom: '2007-11-01' },
    ],
    [
      'of an interpretation',
      lawOf('关于适用担保法若干问题的解释（二）\n2000年9月29日最高人民法院审判委员会第1133次会议通过'),
      { title: '关于适用担保法若干问题的解释（二）', issuer: '最高人民法院' },
    ],
  ]
  test.each(cases)('%s', (_, source, found) => expect(valuesOf(source)).toMatchObject(found))
})

describe('from when and until when a notice holds is read', () => {
  const cases: [string, object][] = [
    ['本通知自2026年4月1日起施行，有效期5年。', { effectiveFrom: '2026-04-01', effectiveUntil: '2031-03-31' }],
    ['本办法自印发之日起施行，有效期至2028年12月31日。', { effectiveFrom: '2026-03-20', effectiveUntil: '2028-12-31' }],
    ['本办法自发布之日起30日后施行，有效期两年。', { effectiveFrom: '2026-04-19', effectiveUntil: '2028-04-18' }],
    ['本办法自2026年5月1日起试行，试行期一年。', { effectiveUntil: undefined }],
    ['本办法自2026年1月1日起施行至2026年12月31日。', { effectiveFrom: '2026-01-01', effectiveUntil: '2026-12-31' }],
    ['《专利法》自2021年6月1日起施行。', { effectiveFrom: undefined }],
    ['申请人的证书有效期至2027年1月1日。', { effectiveUntil: undefined }],
  ]
  test.each(cases)('%s', (sentence, found) => {
    const { effectiveFrom, effectiveUntil } = readMetadata(noticeOf(titled, `${sentence}\n${signed}`), 'a.txt')
    expect({ effectiveFrom: effectiveFrom?.value, effectiveUntil: effectiveUntil?.value }).toMatchObject(found)
  })
})

describe('what a notice does to others is read', () => {
  const repealing = '本通知自印发之日起施行。《关于申报专利的通知》（申知发〔2024〕3号）、《专利资助办法》同时废止。'
  test('with title and number of each', () => {
    const { repeals } = readMetadata(noticeOf(titled, `${repealing}\n${signed}`), 'a.txt')
    expect(repeals).toMatchObject([
      {
        title: '关于申报专利的通知',
        documentNumber: '申知发〔2024〕3号',
        quote: '《关于申报专利的通知》（申知发〔2024〕3号）、《专利资助办法》同时废止。',
      },
      { title: '专利资助办法' },
    ])
  })

  test('where it changes another in part', () => {
    const body = noticeOf('关于修改〈专利资助办法〉的决定', `决定对《专利资助办法》作如下修改：\n${signed}`)
    expect(readMetadata(body, 'a.txt').amends).toMatchObject([{ title: '专利资助办法' }])
  })
})

test('every field comes with the words it was read from and where they stand', () => {
  const source = noticeOf(`申知发〔2026〕12 号\n${titled}`, `本通知自2026年4月1日起施行。\n${signed}`)
  const { missing, repeals: _repeals, amends: _amends, ...fields } = readMetadata(source, 'a.txt')
  expect(missing).toEqual([])
  expect(Object.keys(fields).toSorted()).toEqual([
    'documentNumber',
    'effectiveFrom',
    'issued',
    'issuer',
    'title',
    'year',
  ])
  for (const reading of Object.values(fields)) {
    expect(reading).toMatchObject({ from: 'text' })
    expect(source.slice(reading.start, reading.end)).toBe(reading.quote)
  }
  expect(fields.documentNumber?.quote).toBe('申知发〔2026〕12 号')
})

describe('what can’t be read is named', () => {
  const cases: [string, string, string[]][] = [
    ['nothing', noticeOf(titled, signed), []],
    ['the issuer', noticeOf(titled, '2026年3月20日'), ['issuer']],
    ['issuer and year', noticeOf(titled), ['issuer', 'year']],
    ['the title', `${provisions}\n${signed}`, ['title']],
  ]
  test.each(cases)('%s', (_, source, fields) => expect(valuesOf(source).missing).toEqual(fields))

  test('and only a year must be given before it is taken', () => {
    const { missing } = readMetadata(noticeOf(titled), 'a.txt')
    expect(missing.filter(({ isRequired }) => isRequired)).toEqual([{ field: 'year', isRequired: true, label: '年份' }])
  })
})
