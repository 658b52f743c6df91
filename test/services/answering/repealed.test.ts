import { beforeAll, describe, expect, test } from 'vitest'
import { madeUpNotices } from '../../support/made-up-notices.ts'

const call = [
  '海州市商务局',
  '海商发〔2026〕8号',
  '关于组织申报2026年海外仓项目的通知',
  '各有关企业：',
  '一、对自建海外仓，按照投资额的20%给予补助，最高不超过80万元。',
  '二、申报企业应当于2026年12月25日前将申报书送至市商务局602室。',
  '海州市商务局',
  '2026年9月1日',
].join('\n')
const repeal = [
  '海州市商务局',
  '海商发〔2026〕15号',
  '关于废止海外仓项目申报通知的通知',
  '各有关企业：',
  '经研究，《关于组织申报2026年海外仓项目的通知》（海商发〔2026〕8号）自2026年11月10日起废止，不再受理申报。',
  '海州市商务局',
  '2026年11月5日',
].join('\n')

let before: (says: readonly string[]) => Promise<string>
let after: (says: readonly string[]) => Promise<string>
beforeAll(async () => {
  before = (await madeUpNotices([call, repeal], '2026-11-06')).hold
  after = (await madeUpNotices([call, repeal], '2026-11-20')).hold
})

describe('a notice that was put out of force', () => {
  test.each([['2026年海外仓项目什么时候截止'], ['2026年海外仓项目最多补助多少钱'], ['2026年海外仓申报书送到哪里']])(
    '%s: says so first, with the clause',
    async (question) => {
      const [lead, clause, ...rest] = (await after([question])).split('\n')
      expect(lead).toMatch(/海商发〔2026〕8号）已由.*海商发〔2026〕15号）自2026年11月10日起废止/u)
      expect(clause).toContain('不再受理申报')
      expect(rest.join('\n')).not.toMatch(/还没截止|还有\d+天/u)
    },
  )

  test('until that day it is told as before', async () => {
    expect(await before(['2026年海外仓项目什么时候截止'])).toContain('还没截止：2026年12月25日')
  })
})
