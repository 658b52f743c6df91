import { expect, test } from 'vitest'
import { holdsValue } from '../../../../knowledge/finding/values.ts'
import { readValueKind } from '../../../../services/answering/understand/read-value-kind.ts'

const asked: [string, string, string][] = [
  ['要几件', 'count', '100件'],
  ['公示几天', 'count', '公示7个工作日'],
  ['公示几个工作日', 'count', '公示期为5日'],
  ['建设期几个月', 'count', '为期18个月'],
  ['讲几分钟', 'count', '每个项目汇报12分钟'],
  ['办公室多少平', 'count', '面积不少于50平方米'],
  ['限几千字', 'count', '不超过3000字'],
  ['要几个人', 'count', '不少于3名'],
  ['几十家', 'count', '40所高校'],
  ['给几万', 'money', '20万元'],
  ['补几百块', 'money', '每月800元'],
  ['占几成', 'percent', '不低于30%'],
  ['打几折', 'percent', '按照80%补贴'],
  ['几个点', 'percent', '达到10%'],
  ['几点开门', 'clock', '9:00至17:00'],
  ['待多久', 'duration', '派驻期为10个月'],
]
test.each(asked)('%s waits for a value of the kind %s, as in %s', (question, kind, clause) => {
  const value = readValueKind(question, new Set())
  expect(value.kind).toBe(kind)
  expect(holdsValue(clause, value.kind, value.unit)).toBe(true)
  expect(holdsValue('由市知识产权局负责解释', value.kind, value.unit)).toBe(false)
})

test.each(['要几个专利', '多少项目'])('%s waits for a number of whatever unit', (question) => {
  expect(readValueKind(question, new Set())).toEqual({ kind: 'number', unit: '' })
})

test.each(['去几号窗口', '第几批', '哪几家'])('%s asks for no quantity', (question) => {
  expect(readValueKind(question, new Set()).kind).toBe('text')
})
