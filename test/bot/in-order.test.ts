import { expect, test } from 'vitest'
import { inOrder } from '../../bot/in-order.ts'

test('work with one key is done one after the other, whatever becomes of it; other keys don’t wait', async () => {
  const queue = inOrder()
  const steps: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = queue('a', async () => {
    await gate.promise
    steps.push('first of a')
    throw new Error('fails')
  })
  const second = queue('a', async () => void steps.push('second of a'))
  await queue('b', async () => void steps.push('b'))
  expect(steps).toEqual(['b'])
  gate.resolve()
  await expect(first).rejects.toThrow('fails')
  await second
  expect(steps).toEqual(['b', 'first of a', 'second of a'])
})
