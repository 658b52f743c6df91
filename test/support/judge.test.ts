import { describe, expect, test } from 'vitest'
import type { Reply, ReplyKind } from '../../services/reply.ts'
import { type Expectation, judge } from './judge.ts'

const citation = { notice: 'n', title: '', clause: '1', heading: '', quote: '专利 100 件以上', url: '' }
const reply = (kind: ReplyKind, text: string, more: Partial<Reply> = {}): Reply => {
  return { id: 'r', kind, text, citations: kind === 'answer' ? [citation] : [], actions: [], ...more }
}
const expectation = (expect: string, more: Partial<Expectation> = {}): Expectation => {
  return { notices: [], facts: [], anyFacts: [], quotes: [], mustNot: [], expect, ...more }
}
const fact = { facts: ['１００件'], quotes: ['专利100件'] }
const offer = { actions: [{ label: '核对', send: '/check medical-center-2025' }] }

const cases: [name: string, expected: Expectation, replies: Reply[], stages: string[]][] = [
  ['a right answer', expectation('answer', fact), [reply('answer', '要 100 件')], []],
  ['an answer without its fact', expectation('answer', fact), [reply('answer', '要很多')], ['text']],
  ['one way of writing a fact', expectation('answer', { facts: ['15日|十五日'] }), [reply('answer', '十五日内')], []],
  ['no way of writing a fact', expectation('answer', { facts: ['15日|十五日|'] }), [reply('answer', '五日')], ['text']],
  ['one of each group', expectation('answer', { anyFacts: [['甲', '乙'], ['丙']] }), [reply('answer', '乙丙')], []],
  ['none of a group', expectation('answer', { anyFacts: [['甲', '乙'], ['丙']] }), [reply('answer', '丙')], ['text']],
  ['what must not be said', expectation('not-found', { mustNot: ['可以'] }), [reply('not-found', '可以')], ['text']],
  ['another clause', expectation('answer', fact), [reply('answer', '100件', { citations: [] })], ['citation']],
  ['a refusal', expectation('answer', fact), [reply('not-found', '没有写明')], ['gate']],
  [
    'a page for one fact',
    expectation('answer', { category: 'money' }),
    [reply('answer', '字'.repeat(301))],
    ['length'],
  ],
  ['a page where no limit is known', expectation('answer'), [reply('answer', '字'.repeat(301))], []],
  ['refused in any kind of words', expectation('not-found'), [reply('info', '我只回答通知')], []],
  ['refused with a citation', expectation('not-found'), [reply('not-found', '', { citations: [citation] })], ['gate']],
  ['answered instead', expectation('not-found'), [reply('answer', '有')], ['gate']],
  [
    'answered where that is right too',
    expectation('not-found', { alsoOk: ['answer'], ...fact }),
    [reply('answer', '有')],
    ['text'],
  ],
  ['asked back', expectation('clarify-or-answer', fact), [reply('clarify', '哪一年')], []],
  ['asked back instead', expectation('answer', fact), [reply('clarify', '哪一年')], ['gate']],
  ['small talk', expectation('smalltalk'), [reply('info', '不客气')], []],
  ['small talk refused', expectation('smalltalk'), [reply('not-found', '没有找到')], ['gate']],
  [
    'small talk refused where that is right too',
    expectation('smalltalk', { alsoOk: ['not-found'] }),
    [reply('not-found', '')],
    [],
  ],
  ['the self-check begun', expectation('interview', fact), [reply('question', '是三级医院吗')], []],
  ['the self-check offered', expectation('interview', fact), [reply('answer', '条件是…', offer)], []],
  ['no self-check', expectation('interview'), [reply('answer', '条件是…')], ['gate']],
  ['a verdict claimed', expectation('interview', { mustNot: ['您符合'] }), [reply('question', '您符合')], ['text']],
]

describe('the judge says what is wrong and in which stage', () => {
  for (const [name, expected, replies, stages] of cases) {
    test(name, () => expect(judge(expected, replies).map(({ stage }) => stage)).toEqual(stages))
  }
})
