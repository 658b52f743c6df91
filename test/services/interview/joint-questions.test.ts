import { describe, expect, test } from 'vitest'
import { readJoint } from '../../../services/interview/answers/read-joint.ts'
import { jointQuestions, offeredTogether } from '../../../services/interview/joint-questions.ts'
import { answerKey, reopen, startInterview } from '../../../services/interview/standing.ts'
import { programmeOf } from '../eligibility/resolved.ts'
import { realApp } from '../../support/real-app.ts'
import { sends, talk, talkThrough } from './interview-talk.ts'

const center = programmeOf('medical-center-2025')
const keys = jointQuestions(center, startInterview(center))
const [institution, registered, inventory] = keys

describe('yes-or-no questions that stand together', () => {
  test.each([
    ['medical-center-2025', ['isShanghaiMedicalInstitution', 'registeredInPatentSystem', 'inventoryCompleted']],
    ['university-center-2022', ['isShanghaiUniversity', 'willingToBuild', 'hasResources']],
    ['medical-center-2022', []],
    ['medical-promotion-2025', []],
  ])('%s begins with %j', (id, expected) => {
    expect(jointQuestions(programmeOf(id), startInterview(programmeOf(id)))).toEqual(expected)
  })

  test('further on they are those of the next condition, and none that may be met in another way', () => {
    const programme = programmeOf('medical-center-2022')
    const given = { isShanghaiMedicalInstitution: true, hospitalLevel: 'tertiary' }
    expect(offeredTogether(programme, startInterview(programme, given))).toEqual([
      'hasIpRules',
      'hasIpDepartmentAndStaff',
      'hasIpFunding',
      'willingAndAble',
    ])
    expect(
      jointQuestions(center, { ...startInterview(center), answers: { [keys[0]!]: true, [keys[1]!]: true } }),
    ).toEqual([])
  })

  test('nobody who answers one by one, or takes an answer up again, has them put together', () => {
    const one = answerKey(startInterview(center), institution!, true)
    expect(jointQuestions(center, one)).toEqual([registered, inventory])
    expect(offeredTogether(center, one)).toEqual([])
    expect(jointQuestions(center, reopen(center, one, institution!)!)).toEqual([])
  })
})

describe('all of them are answered by', () => {
  const all = { [institution!]: true, [registered!]: true, [inventory!]: true }
  test.each([
    ['3项都满足', all],
    ['都满足。', all],
    ['这三项全部符合', all],
    ['都有', all],
    ['都做完了', all],
    ['all 3 are met', all],
    ['除了盘点都做了', { ...all, [inventory!]: false }],
    ['除了盘点以外其他都满足', { ...all, [inventory!]: false }],
    ['只有注册没做，其他都满足', { ...all, [registered!]: false }],
    ['盘点没做，其余都有', { ...all, [inventory!]: false }],
    ['all but the inventory', { ...all, [inventory!]: false }],
    ['除了天气都满足', undefined],
    ['是', undefined],
    ['有', undefined],
    ['都不满足', undefined],
    ['注册了', undefined],
    ['都满足吗', undefined],
  ])('%s: %j', (said, expected) => {
    const read = readJoint(said, center.facts, keys, true)
    expect(read && Object.fromEntries(read)).toEqual(expected)
  })

  test('都有 to a question of several parts, or where they were not put together, is the answer to it alone', () => {
    const parts = ['hasIpDepartmentAndStaff', 'hasIpFunding'] as const
    const { facts } = programmeOf('medical-center-2022')
    expect(readJoint('都有', facts, parts, true)).toBeUndefined()
    expect(readJoint('都有', center.facts, keys, false)).toBeUndefined()
    expect(readJoint('都满足', facts, parts, false)?.size).toBe(2)
  })
})

const { say } = await realApp()

test('one press answers three questions, and a reply still asks for one', async () => {
  const one = await talk(say, '/check medical-center-2025')
  expect(one.reply.asks?.key).toBe(institution)
  const pressed = sends(one.reply).find((send) => send.includes('都满足'))!
  expect(await one.say(pressed)).toMatchObject({
    asks: { key: 'validInventionPatents' },
    progress: { done: 3, total: 8 },
  })
  expect(await one.say('/back')).toMatchObject({ asks: { key: inventory } })
})

test('是 answers but the one that is asked', async () => {
  const one = await talkThrough(say, '/check medical-center-2025', '是')
  expect(one.reply.asks?.key).toBe(registered)
  expect(sends(one.reply)).toEqual(['是', '否', '/skip', '/back'])
})

test('a rate that has to be whole is one press', async () => {
  const one = await talkThrough(say, '/check medical-center-2025', '都满足', '120')
  expect(sends(one.reply)[0]).toBe('100%')
})

describe('who can never be an applicant', () => {
  test('hears it at once with the clause, may see the result, check another programme, or go on', async () => {
    const one = await talkThrough(say, '/check medical-center-2025', '否')
    const [word, next] = one.replies
    expect(word!.text).toContain('不能靠补充条件改变')
    expect(word!.citations.map(({ clause }) => clause)).toEqual(['1.1.p1'])
    expect(sends(word!)).toEqual(['/confirm', '/check medical-promotion-2025', '/check university-center-2022'])
    expect(next).toMatchObject({ kind: 'question', asks: { key: 'validInventionPatents' } })
    expect((await one.say('120')).kind).toBe('question')
    expect(one.replies.length).toBe(1)
    const verdict = await one.say('/confirm')
    expect(verdict.assessment).toMatchObject({ verdict: 'ineligible', nearestFix: { when: 'never' } })
    expect(verdict.text).not.toMatch(/最少需补齐|补齐办法/u)
    expect((await one.say('还差多少')).text).not.toMatch(/最少需补齐|补齐办法/u)
  })

  test('is offered the programmes for its kind where one is known', async () => {
    const one = await talkThrough(say, '/check medical-center-2022', '是', '二级')
    expect(sends(one.replies[0]!)).toEqual(['/confirm', '/check medical-center-2025'])
  })

  test('hears it in English', async () => {
    const one = await talkThrough(say, 'Check the 2025 medical IP operation centre', 'no')
    expect(one.replies[0]!.text).toMatch(/^By this answer your unit can't be an applicant/u)
  })
})
