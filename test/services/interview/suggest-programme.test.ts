import { describe, expect, test } from 'vitest'
import { suggestProgramme } from '../../../services/interview/suggest-programme.ts'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { asksByName, meansCheckOfNotice, wantsSelfCheck } from '../../../services/interview/wants-self-check.ts'
import { madeUpNotices } from '../../support/made-up-notices.ts'
import { resolved } from '../eligibility/resolved.ts'

const today = '2026-11-21'

/** A programme that somebody adds, as data alone: for universities, open, with a title of its own. */
const added = {
  ...resolved[0]!,
  id: 'pilot-2026',
  title: '长三角专利快速审查试点',
  year: 2026,
  factKeys: ['isShanghaiUniversity'],
  window: { ...resolved[0]!.window, opens: '2026-11-01', closes: '2026-12-31' },
} as const
const later = { ...resolved[0]!, id: 'medical-center-2027', year: 2027 }

describe('who speaks so means', () => {
  test.each([
    ['我们医院能申报吗', 'medical-center-2025'],
    ['我院2022年符合条件吗', 'medical-center-2022'],
    ['我们医院22年的能报吗', 'medical-center-2022'],
    ['我们是三甲，2023年以来到账600万，能申报吗', 'medical-center-2025'],
    ['我们学校可以报高校运营中心吗', 'university-center-2022'],
    ['我们单位能申报促进中心吗', 'medical-promotion-2025'],
    ['我们医院能申报促进中心吗', 'medical-promotion-2025'],
    ['2025年我们大学能申报吗', undefined],
    ['我们大学附属医院能申报吗', undefined],
    ['我们能报吗', undefined],
    ['我们单位能申报运营中心吗', undefined],
  ])('%s: %s', (text, id) => {
    expect(suggestProgramme(text, resolved, today)?.id).toBe(id)
  })
})

describe('with a programme more', () => {
  test.each([
    ['我们学校能申报吗', 'pilot-2026'],
    ['我们学校2022年能申报吗', 'university-center-2022'],
    ['我们单位能申报快速审查试点吗', 'pilot-2026'],
    ['我们医院能申报吗', 'medical-center-2025'],
  ])('%s: %s', (text, id) => {
    expect(suggestProgramme(text, [added, ...resolved], today)?.id).toBe(id)
  })

  test('of the same title, the newest is meant, or the one that is open', () => {
    const of = (day: string) => suggestProgramme('我们医院能申报吗', [later, ...resolved], day)?.id
    expect(of(today)).toBe('medical-center-2027')
    const closed = { ...later, window: { ...later.window, opens: '2027-06-04', closes: '2027-06-13' } }
    expect(suggestProgramme('我们医院能申报吗', [closed, ...resolved], '2025-06-10')?.id).toBe('medical-center-2025')
  })

  test('of the same title and year, nobody guesses', () => {
    const twin = { ...resolved[0]!, id: 'medical-center-2025-b' }
    expect(suggestProgramme('我们医院能申报吗', [twin, ...resolved], today)).toBeUndefined()
  })

  test('who asks for it by name alone wants to be checked', () => {
    const text = '我们学校能申报长三角专利快速审查试点吗'
    expect(wantsSelfCheck(text, resolved)).toBe(false)
    expect(wantsSelfCheck(text, [added, ...resolved])).toBe(true)
  })
})

test.each([
  ['自查2025年医疗卫生系统运营中心', true],
  ['自查运营中心吧', true],
  ['自查报告怎么写', false],
  ['自查', true],
  ['2025年促进中心自查', true],
  ['2022年高校中心的自查吧', true],
  ['促进中心自查报告', false],
])('the self-check of a programme is asked for by its name: %s, %s', (text, asks) => {
  expect(asksByName(text, resolved)).toBe(asks)
})

describe('nothing else is asked than to be checked', () => {
  test.each([
    ['我们医院能申报吗', true],
    ['您好，我院现在有没有资格申报？', true],
    ['请问我们学校可以报2022年的高校知识产权运营中心项目吗', true],
    ['帮我看看符不符合', true],
    ['帮我查一下够不够格', true],
    ['我想测一下', true],
    ['看看我们行不行', true],
    ['麻烦给我们单位评估一下高校中心', true],
    ['帮我查一下验收名单', false],
    ['看看我们单位', false],
    ['我要查我们单位', false],
    ['30件够吗', false],
    ['有要求吗', false],
    ['高校能申报吗', false],
    ['我们可以同时申报两个吗', false],
    ['我们医院可以用个人邮箱报送吗', false],
    ['怎么自查', false],
    ['运营中心能申报几个', false],
    ['帮我看看公示几天', false],
    ['帮我看看我们还差多少', true],
    ['', false],
  ])('%s: %s', (text, wants) => {
    expect(wantsSelfCheck(text, resolved)).toBe(wants)
  })
})

describe('where the notice spoken of has a check of its own, and opens no programme', async () => {
  const plan = [
    '青禾市教育局',
    '青教发〔2026〕3号',
    '关于印发校园食堂提升行动方案的通知',
    '各学校：',
    '一、各学校每周自查一次，自查记录保存6个月。',
    '二、市教育局每季度抽查一次。',
    '青禾市教育局',
    '2026年3月2日',
  ].join('\n')
  const { notices } = await madeUpNotices([plan], today)
  const known = { catalogue: buildCatalogue(notices), programmes: resolved }
  const means = (text: string, notice: string) =>
    meansCheckOfNotice({ text, known, today, state: { memory: { scope: { notice } } } } as never)

  test.each([
    ['学校自查呢', true],
    ['自查多久一次', true],
    ['我们医院自查', false],
    ['2025年医疗运营中心自查', false],
    ['抽查呢', false],
  ])('%s: %s', (text, isOfNotice) => {
    expect(means(text, notices[0]!.id)).toBe(isOfNotice)
    expect(means(text, 'medical-2025')).toBe(false)
  })
})
