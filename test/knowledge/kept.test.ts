import { expect, test } from 'vitest'
import { keptByText, keptFor } from '../../knowledge/kept.ts'

test('a text is read once, until too many others have been read', () => {
  const read: string[] = []
  const lengthOf = keptByText((text) => read.push(text) && text.length, 2)
  expect(['甲乙', '甲乙', '丙', '甲乙'].map(lengthOf)).toEqual([2, 2, 1, 2])
  expect(read).toEqual(['甲乙', '丙'])
  expect([lengthOf('丁戊己'), lengthOf('甲乙')]).toEqual([3, 2])
  expect(read).toEqual(['甲乙', '丙', '丁戊己', '甲乙'])
})

test('what is nothing is kept as well', () => {
  let times = 0
  const nothing = () => {
    times += 1
    return undefined
  }
  const [ofText, ofThing, thing] = [keptByText(nothing), keptFor(nothing), {}]
  expect([ofText('甲'), ofText('甲'), ofThing(thing), ofThing(thing), ofThing({})]).toEqual(Array(5).fill(undefined))
  expect(times).toBe(3)
})
