import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factAt, type FactKey } from '../../../../services/eligibility/document-facts.ts'
import { factKeys, facts } from '../../eligibility/resolved.ts'
import { readAnswer } from '../../../../services/interview/answers/read-answer.ts'

const limits: Partial<Record<FactKey, number[]>> = {
  validInventionPatents: [100],
  incomeSince2023Wan: [500],
  inventoryRatePercent: [100],
  industrializationRatePercent: [10, 20],
  institutionsServed: [20],
  transactionsReached: [10],
}

function read(key: FactKey, typed: string): unknown {
  const reading = readAnswer(factAt(facts, key), typed, limits[key] ?? [])
  return reading.kind === 'value' ? reading.value : reading.kind
}

const counts: [typed: string, is: unknown][] = [
  ['120', 120],
  ['120件', 120],
  ['１２０', 120],
  ['１２０件。', 120],
  [' 1 2 0 件 ', 120],
  ['一百二十', 120],
  ['一百二十件', 120],
  ['一百二', 120],
  ['一百零二', 102],
  ['一二〇', 120],
  ['两百件', 200],
  ['十五', 15],
  ['二十', 20],
  ['壹佰贰拾', 120],
  ['一千零五十', 1050],
  ['三千五', 3500],
  ['1,200件', 1200],
  ['1.2万件', 12000],
  ['一万二', 12000],
  ['有120件', 120],
  ['我们有120件有效发明专利', 120],
  ['目前一共120件', 120],
  ['有效发明专利120件', 120],
  ['120个', 120],
  ['0', 0],
  ['零', 0],
  ['没有', 0],
  ['一件也没有', 0],
  ['120多件', 120],
  ['超过120件', 120],
  ['一百二十多件', 120],
  ['120+', 120],
  ['大概800件', 800],
  ['100多件', 100],
  ['100件以上', 100],
  ['90多件', 90],
  ['大概120件', 120],
  ['大概110件', 'vague'],
  ['大概90件', 'vague'],
  ['大概80件', 80],
  ['一百来件', 'vague'],
  ['100件左右', 'vague'],
  ['不到100件', 99],
  ['不到120件', 'vague'],
  ['最多100件', 'vague'],
  ['超过90件', 'vague'],
  ['将近一百件', 99],
  ['几十件', 20],
  ['好几件', 2],
  ['两三件', 2],
  ['五六百件', 500],
  ['90到120件', 'vague'],
  ['一二〇件', 120],
  ['我们医院', 'unreadable'],
  ['100到120件', 100],
  ['100-120', 100],
  ['不清楚', 'unknown'],
  ['我不知道', 'unknown'],
  ['暂时不清楚。', 'unknown'],
  ['跳过', 'unknown'],
  ['没统计过', 'unknown'],
  ['not sure', 'unknown'],
  ['-5', 'unreadable'],
  ['负五件', 'unreadable'],
  ['12.5件', 'unreadable'],
  ['5,20', 'unreadable'],
  ['12家', 'unreadable'],
  ['50%', 'unreadable'],
  ['十百', 'unreadable'],
  ['120件，其中在审30件', 'unreadable'],
  ['发明100件实用新型20件', 'unreadable'],
  ['哈哈', 'unreadable'],
  ['13812345678', 'unreadable'],
  ['1e3', 'unreadable'],
  ['9007199254740991件', 9007199254740991],
  ['9007199254740993件', 'unreadable'],
  ['', 'unreadable'],
]

const money: [typed: string, is: unknown][] = [
  ['520', 520],
  ['520万', 520],
  ['520万元', 520],
  ['520w', 520],
  ['五百二十万', 520],
  ['五百二十万元', 520],
  ['0.05亿', 500],
  ['0.07亿元', 700],
  ['一点二亿', 12000],
  ['5,200,000元', 520],
  ['5，200，000元', 520],
  ['￥5,200,000', 'vague'],
  ['5200000', 'vague'],
  ['5200000元', 520],
  ['685000元', 68.5],
  ['1亿2000万', 12000],
  ['499.99999999999994万元', 499.99999999999994],
  ['我的电话13812345678', 'unreadable'],
  ['到账520.5万元', 520.5],
  ['2023年以来到账520万', 520],
  ['人民币520万元整', 520],
  ['没有', 0],
  ['0', 0],
  ['大概五百二十万', 'vague'],
  ['500多万', 500],
  ['510多万', 510],
  ['大概两千万', 2000],
  ['五百万左右', 'vague'],
  ['3万5', 'unreadable'],
  ['520万美元', 'unreadable'],
  ['120件', 'unreadable'],
  ['-3万', 'unreadable'],
]

const percents: [typed: string, is: unknown][] = [
  ['100', 100],
  ['100%', 100],
  ['１００％', 100],
  ['百分之百', 100],
  ['百分百', 100],
  ['百分之九十五点五', 95.5],
  ['95.5%', 95.5],
  ['八成', 80],
  ['八成五', 85],
  ['百分之九十五点五六', 95.56],
  ['十成', 100],
  ['一半', 50],
  ['全部盘点完了', 100],
  ['盘点率100%', 100],
  ['0', 0],
  ['0.5%', 0.5],
  ['0.95', 'vague'],
  ['九成多', 90],
  ['大概95%', 'vague'],
  ['101%', 'unreadable'],
  ['100件', 'unreadable'],
  ['不清楚', 'unknown'],
]

const claims: [key: FactKey, typed: string, is: unknown][] = [
  ['hasEquityCase', '有', true],
  ['hasEquityCase', '有的', true],
  ['hasEquityCase', '没有', false],
  ['hasEquityCase', '还没', false],
  ['hasEquityCase', '还没有呢', false],
  ['hasEquityCase', '没有典型案例', false],
  ['hasEquityCase', '有作价入股的案例', true],
  ['hasEquityCase', '不清楚', 'unknown'],
  ['hasEquityCase', '可能有', 'vague'],
  ['hasEquityCase', '可能没有', 'vague'],
  ['inventoryCompleted', '应该盘点完了吧', 'vague'],
  ['inventoryCompleted', '差不多盘完了', 'vague'],
  ['registeredInPatentSystem', 'probably yes', 'vague'],
  ['hasEquityCase', '120件', 'unreadable'],
  ['registeredInPatentSystem', '已经注册了', true],
  ['registeredInPatentSystem', '注册了', true],
  ['registeredInPatentSystem', '还没注册', false],
  ['registeredInPatentSystem', '未在存量专利盘活系统注册', false],
  ['registeredInPatentSystem', '正在注册', 'unreadable'],
  ['inventoryCompleted', '是', true],
  ['inventoryCompleted', '是的', true],
  ['inventoryCompleted', '完成了', true],
  ['inventoryCompleted', '基本完成了', 'vague'],
  ['inventoryCompleted', '没完成', false],
  ['isShanghaiMedicalInstitution', 'yes', true],
  ['isShanghaiMedicalInstitution', 'No.', false],
  ['isShanghaiMedicalInstitution', '不是', false],
  ['isShanghaiMedicalInstitution', '否', false],
  ['isShanghaiMedicalInstitution', '对', true],
  ['hasIpDepartmentAndStaff', '有部门', 'unreadable'],
  ['hasIpDepartmentAndStaff', '没有部门', false],
  ['hasIpDepartmentAndStaff', '有部门但没有人员', false],
  ['hasHospitalListedAward', '获得过中国专利奖', true],
  ['hasHospitalListedAward', '有中国专利奖', true],
  ['hasHospitalListedAward', '没有获得过中国专利奖', 'unreadable'],
  ['hospitalLevel', '三甲', 'tertiary'],
  ['hospitalLevel', '三级甲等', 'tertiary'],
  ['hospitalLevel', '我们是三甲医院', 'tertiary'],
  ['hospitalLevel', '3级', 'tertiary'],
  ['hospitalLevel', '二级乙等', 'secondary'],
  ['hospitalLevel', '二甲', 'secondary'],
  ['hospitalLevel', '一级', 'primary'],
  ['hospitalLevel', '未定级', 'unrated'],
  ['hospitalLevel', '没有评级', 'unrated'],
  ['hospitalLevel', '不知道', 'unknown'],
  ['hospitalLevel', '四级', 'unreadable'],
  ['hospitalLevel', '是', 'unreadable'],
]

describe('what people type is read', () => {
  test.each(counts)('as a count: %s', (typed, is) => expect(read('validInventionPatents', typed)).toBe(is))
  test.each(money)('as an amount in 万元: %s', (typed, is) => expect(read('incomeSince2023Wan', typed)).toBe(is))
  test.each(percents)('as a share: %s', (typed, is) => expect(read('inventoryRatePercent', typed)).toBe(is))
  test.each(claims)('for %s: %s', (key, typed, is) => expect(read(key, typed)).toBe(is))
  test('in units and nouns of its own', () => {
    expect(read('institutionsServed', '23家医院')).toBe(23)
    expect(read('transactionsReached', '12笔交易')).toBe(12)
    expect(read('operationCases', '八个案例')).toBe(8)
  })
})

/** A count below a hundred million in Chinese figures, written apart from the reader. */
function inChinese(value: number): string {
  const digits = '零一二三四五六七八九'
  if (value >= 10_000) {
    const [head, tail] = [Math.floor(value / 10_000), value % 10_000]
    return `${inChinese(head)}万${tail === 0 ? '' : `${tail < 1000 ? '零' : ''}${inChinese(tail)}`}`
  }
  const places = [...String(value)].map((digit, at, all) => [
    Number(digit),
    ['', '十', '百', '千'][all.length - 1 - at]!,
  ])
  const text = places.map(([digit, unit]) => (digit === 0 ? '零' : `${digits[digit as number]}${unit}`)).join('')
  return value === 0 ? '零' : text.replace(/零+/gu, '零').replace(/零$/u, '')
}

const wide = (text: string) => text.replace(/[\d.%]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

describe('every figure is read back from every notation', () => {
  test('counts', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (value) => {
        const written = [value, `${value}件`, wide(`${value}件`), value.toLocaleString('en'), `${inChinese(value)}件`]
        for (const text of written) expect(read('validInventionPatents', String(text)), String(text)).toBe(value)
      }),
    )
  })
  test('amounts', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (tenths) => {
        const wan = tenths / 10
        const yuan = tenths * 1000
        const written = [`${wan}万`, wide(`${wan}万元`), `${yuan}元`, `${yuan.toLocaleString('en')}元`]
        for (const text of written) expect(read('incomeSince2023Wan', text), text).toBe(wan)
      }),
    )
  })
  test('shares', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        const value = tenths / 10
        for (const text of [`${value}%`, wide(`${value}%`)])
          expect(read('inventoryRatePercent', text), text).toBe(value)
        const whole = Math.floor(value)
        expect(read('inventoryRatePercent', `百分之${inChinese(whole)}`)).toBe(whole)
      }),
    )
  })
  test('whatever is typed, a value is one the fact takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...factKeys),
        fc.string({ maxLength: 12, unit: fc.constantFrom(...'0159.,-%万亿元件十百几多约没有是不三甲成点') }),
        (key, typed) => {
          const reading = readAnswer(factAt(facts, key), typed, [])
          if (reading.kind !== 'value' || typeof reading.value !== 'number') return
          expect(reading.value).toBeGreaterThanOrEqual(0)
          if (facts[key]!.type === 'int') expect(Number.isInteger(reading.value)).toBe(true)
          if (facts[key]!.type === 'percent') expect(reading.value).toBeLessThanOrEqual(100)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
