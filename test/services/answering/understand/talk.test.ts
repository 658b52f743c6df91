import { expect, test } from 'vitest'
import weights from '../../../../services/answering/understand/talk-weights.json' with { type: 'json' }
import { leastTalk, talkMarks, talkProbability } from '../../../../services/answering/understand/talk.ts'
import { answering } from '../../../support/answering.ts'

const { ask, talk } = await answering()

test('a message is made of its words, its characters, where they stand, its length and whether it asks', () => {
  expect(talkMarks('好的，下班了？')).toEqual([
    'word 好的',
    'word 下班',
    'word 了',
    'first 好的',
    'last 了',
    'in 好',
    'in 的',
    'in 下',
    'in 班',
    'in 了',
    'length 2',
    'asks',
  ])
  expect(talkMarks('')).toEqual(['first ', 'last ', 'length 0'])
})

test('the weights of its marks add up to its odds', () => {
  expect(talkProbability('好', { always: -1, 'word 好': 1 })).toBeCloseTo(0.5)
  expect(talkProbability('下班', { always: -1, 'word 好': 1 })).toBeCloseTo(1 / (1 + Math.E))
  expect(Object.keys(weights).length).toBeGreaterThan(500)
})

// Written after the weights were learned, by nobody whose messages they were learned from.
test.each(['嗯好的哈，我先去吃饭了', '行嘞，客人来了，回头再聊', '哈哈谢谢你呀小知', '哦哦，那我先忙去了'])(
  'no phrase of the lexicon reads it, and it is answered as small talk: %s',
  async (message) => {
    expect((await ask(message)).status).toBe('small-talk')
    const before = await ask('2025年医疗运营中心给多少钱')
    expect((await ask(message, before.memory)).memory).toEqual(before.memory)
  },
)

test.each(['专利年费多少钱', '交通补贴怎么领', '怎么请假', '我们医院食堂几点开饭'])(
  'a question that no notice answers is no small talk: %s',
  async (question) => {
    expect(talkProbability(question)).toBeLessThan(leastTalk)
    expect((await ask(question)).status).toBe('not-found')
  },
)

test('after it the conversation goes on where it was', async () => {
  const told = await talk('2025年医疗运营中心给多少钱', '哦哦，那我先忙去了', '名额呢')
  expect(told.places).toEqual(['medical-2025#1.4.p1'])
})
