import { beforeAll, describe, expect, test } from 'vitest'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { madeUpNotices } from '../../support/made-up-notices.ts'

/** A call of one year; the year in its number is the one before, in which it was issued. */
const call = (year: number, share: number, opens: string, closes: string): string =>
  [
    '柳江市商务局',
    `柳商发〔${year - 1}〕31号`,
    `关于组织申报${year}年度冷链物流设施补助的通知`,
    '各有关企业：',
    `现就${year}年度冷链物流设施补助申报事项通知如下：`,
    '一、补助标准',
    `（一）冷库建设项目，按照设备投资额的${share}%给予补助，单个企业最高${share * 10}万元。`,
    '二、下列支出不予补助：',
    '1.土地购置费；',
    '2.二手设备购置费；',
    '3.人员工资。',
    '三、申报程序',
    `（一）网上申报。企业于${opens}至${closes}登录市商务综合平台填报。`,
    `（二）纸质材料。初审通过的企业于${year}年4月20日前将纸质材料送至市商务局312室。`,
    '柳江市商务局',
    `${year - 1}年11月20日`,
  ].join('\n')

let notices: Notice[]
let hold: (says: readonly string[]) => Promise<string>
beforeAll(async () => {
  const texts = [call(2026, 20, '2026年1月5日', '2026年2月10日'), call(2027, 25, '2027年1月5日', '2027年2月10日')]
  ;({ notices, hold } = await madeUpNotices(texts, '2026-12-01'))
})

describe('calls of two years', () => {
  test('the later one leads, without a word of the earlier one in it', () => {
    expect(notices.map(({ replaces }) => replaces)).toEqual([[], [notices[0]!.id]])
  })

  test.each([
    [['2026年度冷链物流设施补助，冷库按设备投资额的百分之几补助'], ['20%'], ['25%']],
    [['2027年度冷链物流设施补助，冷库按设备投资额的百分之几补助'], ['25%'], ['20%']],
    [['冷链物流设施补助，冷库按设备投资额的百分之几补助'], ['25%'], []],
    [['冷链物流设施补助网上申报什么时候截止'], ['2027年2月10日'], ['2027年4月20日']],
    [['2027年冷链物流设施补助什么时候截止', '纸质材料呢'], ['2027年4月20日'], []],
    [['冷链物流设施补助哪些支出不予补助'], ['土地购置费', '二手设备购置费', '人员工资'], []],
  ])('%j: %j', async (says, holds, lacks) => {
    const answer = await hold(says)
    for (const part of holds) expect(answer).toContain(part)
    for (const part of lacks) expect(answer).not.toContain(part)
  })

  test('of what is not found nothing is denied that words unknown to us may say', async () => {
    expect(await hold(['冷链物流设施补助失信了有什么责任'])).not.toContain('没有写明')
    expect(await hold(['冷链物流设施补助的联系电话是多少'])).toContain('没有写明联系方式')
  })
})
