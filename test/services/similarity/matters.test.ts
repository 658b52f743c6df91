import { describe, expect, test } from 'vitest'
import { matterFeatures } from '../../../services/similarity/matters/matter-features.ts'
import { mattersAgree, missingIn } from '../../../services/similarity/matters/matters.ts'
import { withoutIdioms } from '../../../services/similarity/matters/matter-words.ts'
import { plainDenials } from '../../../services/similarity/matters/plain-denials.ts'
import { readMatters } from '../../../services/similarity/matters/read-matters.ts'
import { resolveSlots, slotRelation } from '../../../services/similarity/matters/slots.ts'

describe('what a question is about', () => {
  const cases: [string, { slots: string[]; asked: string[]; around?: string[] }][] = [
    ['申报书要交几份纸质的？', { slots: ['count'], asked: ['act:submit', 'thing:form', 'thing:paper'] }],
    ['项目还剩点钱，是不是得上缴', { slots: ['whether'], asked: ['act:refund'], around: ['act:surplus'] }],
    ['我想查初审结果，在哪里看', { slots: ['where'], asked: ['act:initial', 'thing:result'] }],
    ['没有贯标证书，能不能申报', { slots: ['must'], asked: ['act:standard', 'thing:certificate'] }],
    ['How many full-time staff are needed?', { slots: ['count'], asked: ['thing:staff'] }],
    ['公租房几号开始排队', { slots: ['start'], asked: [] }],
  ]
  test.each(cases)('%s', (asked, { slots, asked: names, around = [] }) => {
    expect(readMatters(asked)).toMatchObject({ slots, asked: names, around })
  })

  test('that names nothing known is told by its words', () => {
    expect(readMatters('公租房几号开始排队').words).toEqual(['公租房', '排队'])
  })
})

describe('what it waits for', () => {
  test.each<[string[], boolean, string[]]>([
    [['count', 'must'], true, ['count']],
    [['when', 'until'], false, ['until']],
    [['tally', 'may'], true, ['may']],
    [['tally', 'amount'], false, ['count']],
    [[], true, ['whether']],
    [[], false, ['any']],
  ])('%j, with yes and no offered: %j', (named, offers, waits) => {
    expect(resolveSlots(named, offers)).toEqual(waits)
  })

  test.each([
    [['until'], ['when'], 'near'],
    [['amount'], ['money'], 'near'],
    [['any'], ['who'], 'near'],
    [['may'], ['must'], 'yesNo'],
    [['may'], ['count'], 'open'],
    [['howlong'], ['where'], 'other'],
  ])('%j stands to %j as %s', (one, other, relation) => {
    expect(slotRelation(one, other)).toBe(relation)
    expect(slotRelation(other, one)).toBe(relation)
  })
})

describe('two questions', () => {
  const agree = (one: string, other: string) => mattersAgree(readMatters(one), readMatters(other))

  test.each([
    ['申报材料交到哪里', '验收材料交到哪里'],
    ['验收可以延期吗', '我们做得快，想早点验掉，行伐'],
    ['用完的经费怎么处理', '没用完的经费怎么处理'],
  ])('%s and %s ask something else', (one, other) => {
    expect(agree(one, other)).toBe(false)
    expect(agree(other, one)).toBe(false)
  })

  test('share what one of them tells around what it asks', () => {
    const [one, other] = [readMatters('没用完的经费要退回吗'), readMatters('项目还剩点钱，是不是得上缴')]
    expect(missingIn(one, other)).toEqual(['thing:funds'])
    expect(matterFeatures(one, other)).toMatchObject({ slotSame: 1, sameMatter: 1, fullBoth: 0 })
  })

  test('have the same features in both directions', () => {
    const [one, other] = [readMatters('答辩给每家多长时间汇报'), readMatters('现场答辩PPT讲几分钟')]
    expect(matterFeatures(one, other)).toEqual(matterFeatures(other, one))
  })
})

describe('a denial', () => {
  test('within a word that says something of its own is taken away', () => {
    expect(withoutIdioms('没用完的经费')).toBe('···的经费')
    expect(withoutIdioms('不准报销')).toBe('不准报销')
  })

  test.each([
    ['没有法人资格的附属单位能申报吗', '附属单位，必须法人资格吗'],
    ['我们不是三甲，只是二级医院', '我们是二级医院'],
    ['没用完的经费要退回吗', '没用完的经费要退回吗'],
    ['有没有资格能申报', '有没有资格能申报'],
  ])('%s is read as %s', (asked, plain) => {
    expect(plainDenials(asked)).toBe(plain)
  })
})
