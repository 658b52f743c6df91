import { expect, test } from 'vitest'
import { answeredAt, areaUnderCurve } from '../../../../services/answering/training/operating-points.ts'

test('the area is the share of pairs in which the right answer scores higher, a draw counting half', () => {
  expect(areaUnderCurve({ answered: [3, 4], refused: [1, 2] })).toBe(1)
  expect(areaUnderCurve({ answered: [1, 2], refused: [3, 4] })).toBe(0)
  expect(areaUnderCurve({ answered: [2, 4], refused: [1, 2, 3, 5] })).toBe((1.5 + 3) / 8)
})

test('answered at a share refused are those above the last of that share', () => {
  const scores = { answered: [0, 2, 4, 6, 8], refused: [1, 3, 5, 7] }
  expect(answeredAt(scores, 0.5)).toBe(3 / 5)
  expect(answeredAt(scores, 0.75)).toBe(2 / 5)
  expect(answeredAt(scores, 1)).toBe(1 / 5)
  expect(answeredAt(scores, 0)).toBe(1)
  expect(answeredAt({ answered: [1, 2], refused: [1, 1] }, 0.85)).toBe(1 / 2)
})
