import { expect, test } from 'vitest'
import { answering } from '../../../support/answering.ts'

const { talk } = await answering()

test('a message that says so goes back to the notice spoken of before', async () => {
  const { places } = await talk('2022年医院绩效目标里专职人员几个', '高校专职的要几个', '回到医院那个，期限到几时')
  expect(places[0]).toMatch(/^medical-2022#/u)
})

test('one that was not spoken of is not gone back to', async () => {
  const { places } = await talk('2022年高校运营中心的申报条件', '回到促进中心，给多少钱')
  expect(places[0]).toMatch(/^medical-2025#/u)
})
