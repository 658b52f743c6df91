import { expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { knownQuestions, nearestKnown } from '../../../services/model/known-questions.ts'
import { resolved } from '../eligibility/resolved.ts'
import { answering, catalogue, notices } from '../../support/answering.ts'

const { ask } = await answering()
const questions = knownQuestions({ catalogue, programmes: resolved })

test('each notice that opens programmes or has parts has known questions, none of them twice', () => {
  expect(new Set(questions).size).toBe(questions.length)
  for (const { id, programmes } of notices.filter((notice) => notice.programmes.length > 0))
    for (const { title } of programmes)
      expect(questions.filter((one) => one.includes(title.replace(/^上海市/u, ''))).length, id).toBeGreaterThan(9)
  expect(questions.filter((one) => one.includes('专项行动')).length).toBeGreaterThan(5)
})

test('nearly every one of them is answered', { timeout: 60_000 }, async () => {
  const unanswered: string[] = []
  for (const question of questions) if ((await ask(question)).kind !== 'answer') unanswered.push(question)
  // It prints no telephone number; such a question is not offered.
  expect(unanswered).toEqual(['2022年高校知识产权运营中心的联系人和电话是什么'])
})

test('where there are too many, those that share words with what was asked are laid before the model', () => {
  const copies = Array.from({ length: 40 }, (_, at) => ({
    ...notices[0]!,
    id: `copy-${at}`,
    year: 1900 + at,
    programmes: [{ ...notices[0]!.programmes[0]!, id: `copy-${at}` }],
  }))
  const many = buildCatalogue([...copies, ...notices])
  expect(knownQuestions({ catalogue: many, programmes: resolved }).length).toBeGreaterThan(300)
  const near = nearestKnown('盘点率要多少', { catalogue: many, programmes: resolved }, 120)
  expect(near).toHaveLength(120)
  expect(near[0]).toContain('盘点率')
})
