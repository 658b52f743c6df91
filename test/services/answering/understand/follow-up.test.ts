import { expect, test } from 'vitest'
import { withoutOpening } from '../../../../services/answering/understand/follow-up.ts'

test.each([
  ['产业化率申报的时候要几个点？不是问完成目标', '产业化率申报的时候要几个点？'],
  ['买一台车补多少钱啊 不是说贷款那个', '买一台车补多少钱啊'],
  ['不是问公司，厂里自己瞒报咋罚', '厂里自己瞒报咋罚'],
])('what a person does not ask is left out: %s', (said, asked) => {
  expect(withoutOpening(said).text).toBe(asked)
})

test.each(['中间不是说要隔六年嘛，到底让报不让报', '不是说三级才行吗', '不是问这个'])(
  'but not what one supposes, nor all of a message: %s',
  (said) => {
    expect(withoutOpening(said).text).toBe(said)
  },
)

test('putting the last question right is heard as before', () => {
  expect(withoutOpening('不是，我问的是2022年的')).toMatchObject({ text: '2022年的', corrects: true })
})
