import { describe, expect, test } from 'vitest'
import { inChinese } from '../../../knowledge/language/write-day.ts'
import { inEnglish } from '../../../knowledge/language/write-day.ts'
import { deadlineOf } from '../../../services/answering/decide/window.ts'
import { answering, catalogue, expectAnswer } from '../../support/answering.ts'

const { ask } = await answering()

test('each notice that takes papers names its last day', () => {
  const days = catalogue.notices.map((notice) => [notice.id, deadlineOf(catalogue, notice)?.day])
  expect(Object.fromEntries(days)).toEqual({
    'medical-2025': '2025-06-13',
    'medical-2022': '2022-11-23',
    'university-2022': '2022-11-08',
    'review-2024': '2024-03-22',
    'special-action-2024': undefined,
  })
})

test('a day is written as people write it', () => {
  expect(inChinese('2025-06-03')).toBe('2025年6月3日')
  expect(inEnglish('2025-06-03')).toBe('3 June 2025')
})

const open = '2025年6月13日还有3天'
const last = '是最后一天'
const closed = '已于2025年6月13日截止'
const days: [string, string, string[]][] = [
  ['2025-06-04', '还有9天', [last, closed]],
  ['2025-06-10', open, [last, closed]],
  ['2025-06-12', '还有1天', [last, closed]],
  ['2025-06-13', last, ['还有', closed]],
  ['2025-06-14', closed, ['还有', last]],
  ['2026-11-21', closed, ['还有', last]],
]

describe.each([
  '2025年医疗运营中心什么时候截止',
  '2025年促进中心还能报吗',
  '2025年医疗运营中心申报最晚几号交材料',
  '医疗卫生系统2025年的申报今天还来得及吗',
])('%s', (question) => {
  test.each(days)('on %s: %s', async (today, said, unsaid) => {
    const asked = await ask(question, {}, today)
    const status = today > '2025-06-13' ? 'deadline-passed' : 'answered'
    expectAnswer(asked, { status, cites: ['medical-2025#3.1'], says: ['6月13日前', said], lacks: unsaid, within: 300 })
  })
})

describe('each notice closes on its own day', () => {
  const others: [string, string, string, string][] = [
    ['高校运营中心还可以申报吗', '2022-11-08', '2022-11-09', 'university-2022#3.1'],
    ['2022年医疗运营中心最迟哪天报送', '2022-11-23', '2022-11-24', 'medical-2022#5.1'],
    ['总结验收材料最晚什么时候寄', '2024-03-22', '2024-03-23', 'review-2024#p3'],
    ['中期检查的材料几号前交', '2024-03-22', '2024-03-23', 'review-2024#p3'],
  ]
  test.each(others)('%s', async (question, lastDay, after, place) => {
    expectAnswer(await ask(question, {}, lastDay), { status: 'answered', cites: [place], says: [last] })
    expectAnswer(await ask(question, {}, after), {
      status: 'deadline-passed',
      cites: [place],
      says: [`已于${inChinese(lastDay)}截止`],
    })
  })
})

test('in English, too, the day is judged', async () => {
  const question = 'What is the deadline for the 2025 medical center?'
  expectAnswer(await ask(question, {}, '2025-06-13'), { status: 'answered', says: ['13 June 2025', 'still open'] })
  expectAnswer(await ask(question, {}, '2025-06-14'), { status: 'deadline-passed', says: ['13 June 2025', 'closed'] })
})
