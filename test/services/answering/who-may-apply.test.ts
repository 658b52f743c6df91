import { describe, expect, test } from 'vitest'
import { answering } from '../../support/answering.ts'

const { ask } = await answering()

describe('who may apply is told by the newest notice, though only an older one names the grade', () => {
  const questions = [
    '三级医院能申报吗',
    '三甲医院可以申报吗',
    '二级医院能申报吗',
    'Can a tertiary hospital apply?',
    'may a secondary hospital still apply?',
  ]
  test.each(questions)('%s', async (question) => {
    const { places, answer, text } = await ask(question)
    expect(answer.rests[0]!.notice.id).toBe('medical-2025')
    expect(places).toContain('medical-2022#1.p1')
    expect(text.indexOf('存量专利盘活系统')).toBeLessThan(text.indexOf('三级以上医疗机构'))
  })

  test('that it names no grade is said', async () => {
    expect((await ask('三级医院能申报吗')).text).toMatch(/^该通知没有提到“三级”/u)
  })

  test('the year that is asked for is answered', async () => {
    expect((await ask('2022年三级医院能申报吗')).answer.rests[0]!.notice.id).toBe('medical-2022')
  })
})

test.each([
  ['Can universities apply?', 'university-2022'],
  ['Can a hospital apply?', 'medical-2025'],
])('%s is answered from the clause on applicants', async (question, notice) => {
  const { answer } = await ask(question)
  expect(answer.rests[0]).toMatchObject({ notice: { id: notice } })
  expect(answer.rests[0]!.aspects.get('applicant')).toBe(1)
})
