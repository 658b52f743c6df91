import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../knowledge/finding/catalogue.ts'
import { compose } from '../../../../services/answering/compose/compose.ts'
import type { Finding, Lead, Quoted } from '../../../../services/answering/decide/finding.ts'
import { statementsOf } from '../../../../services/answering/decide/statements-of.ts'
import { kilnsNew, kilnsOld, library } from '../decide/kilns.ts'
import { madeUp } from '../decide/made-up.ts'

const { catalogue } = madeUp([kilnsNew, kilnsOld, library])
const entryOf = (notice: string, clause: string): Entry => catalogue.find(notice, clause)!
const quoted = (notice: string, clause: string, isOld = false): Quoted => {
  const entry = entryOf(notice, clause)
  const stated = statementsOf(entry.notice).filter((statement) => statement.clause === clause && statement.sure)
  return { entry, opening: undefined, excerpt: entry.clause.text, stated, ...(isOld && { newer: kilnsNew }) }
}
const [area, money, due] = ['1.1', '2.p1', '3.p1'].map((clause) => quoted('kilns-2025', clause)) as [
  Quoted,
  Quoted,
  Quoted,
]
const rests = [area.entry]
const programme = kilnsNew.programmes[0]!

const clauses = (lead: Lead | undefined, more: Partial<Extract<Finding, { kind: 'clauses' }>> = {}): Finding => ({
  kind: 'clauses',
  status: 'answered',
  aspects: ['conditions'],
  shown: [area],
  rests,
  ...more,
  ...(lead && { lead }),
})
const open = { day: '2026-04-30', left: 59, takesApplications: true }
const refusal = (reason: Extract<Finding, { kind: 'refusal' }>['reason']): Finding => ({
  kind: 'refusal',
  status: 'not-found',
  reason,
  offers: { of: { notice: kilnsNew.id, programme: programme.id } },
  rests: [],
})
const [statement] = area.stated

type Case = [what: string, finding: Finding, chinese: string[], english: string[]]

const cases: Case[] = [
  [
    'a clause',
    clauses(undefined),
    ['工坊面积不少于120平方米'],
    ['On the conditions the notice says:', '“', 'original in Chinese'],
  ],
  [
    'a statement',
    clauses({ by: 'statement', statement: statement!, stretch: undefined }),
    ['至少120平方米。\n'],
    ['At least 120'],
  ],
  [
    'a stretch',
    clauses({ by: 'stretch', stretch: '不少于120平方米' }),
    ['不少于120平方米。\n'],
    ['不少于120平方米。\n'],
  ],
  ['a silence', clauses({ by: 'silence', on: '停车位' }), ['没有提到“停车位”'], ['does not mention “停车位”']],
  ['a value not given', clauses({ by: 'no-value', of: 'phone' }), ['没有写明电话号码'], ['gives no telephone number']],
  ['no such rule', clauses({ by: 'no-such-rule' }), ['没有这项规定'], ['has no such rule']],
  [
    'a wrong premise',
    clauses({ by: 'premise', says: 'otherwise' }),
    ['与通知的规定不一致'],
    ['No: the notice says otherwise'],
  ],
  ['a ban', clauses({ by: 'premise', says: 'not-allowed' }), ['不可以'], ['No, that is not allowed']],
  [
    'the older rule',
    clauses(undefined, { older: quoted('kilns-2022', '1.1') }),
    ['2022年的旧通知规定不同：'],
    ['The older notice of 2022 differs: “'],
  ],
  [
    'an older clause',
    clauses(undefined, { shown: [quoted('kilns-2022', '1.1', true)] }),
    ['2025年另有新通知'],
    ['a newer one of 2025 exists'],
  ],
  [
    'two clauses of a notice',
    clauses(undefined, { shown: [area, money] }),
    ['——同一通知「二、名额和经费'],
    ['”\n“评定陶瓷工坊'],
  ],
  [
    'the money',
    clauses(undefined, { shown: [money], aspects: ['money'] }),
    ['不超过10万元'],
    ['Working funds: at most 100,000 yuan per unit.\n“'],
  ],
  [
    'a closed window beside it',
    clauses(undefined, { closed: { ...open, left: -1 } }),
    ['已于2026年4月30日截止，现在不能再申报。'],
    ['The deadline was 30 April 2026; it has passed'],
  ],
  [
    'a day to come',
    { kind: 'deadline', status: 'answered', window: open, quoted: due, rests },
    ['还没截止：2026年4月30日，还有59天。\n'],
    ['Open until 30 April 2026 (59 days left).\n'],
  ],
  [
    'the last day',
    { kind: 'deadline', status: 'answered', window: { ...open, left: 0 }, quoted: due, rests },
    ['今天截止'],
    ['Open until 30 April 2026'],
  ],
  [
    'a day past',
    { kind: 'deadline', status: 'deadline-passed', window: { ...open, left: -3 }, quoted: due, rests },
    ['已截止：2026年4月30日。\n'],
    ['Closed: the last day was 30 April 2026.\n'],
  ],
  [
    'a day past for reports',
    {
      kind: 'deadline',
      status: 'deadline-passed',
      window: { day: '2026-04-30', left: -3, takesApplications: false },
      quoted: due,
      rests,
    },
    ['报送期限已于2026年4月30日截止'],
    ['it has passed'],
  ],
  [
    'a list',
    {
      kind: 'list',
      status: 'listed',
      source: area,
      points: entryOf('kilns-2025', '1').children,
      stated: new Map([['1.1', area.stated]]),
      rests,
    },
    ['（一）工坊面积不少于120平方米；\n（二）签约工匠不少于8人；'],
    ['3 points (original in Chinese):\n', '（二）签约工匠不少于8人；'],
  ],
  [
    'a document',
    {
      kind: 'document',
      status: 'answered',
      notice: kilnsNew,
      printed: [
        { what: 'day', value: '2025-07-01', entry: area.entry },
        { what: 'number', value: '', entry: undefined },
      ],
      rests,
    },
    ['日期：2025年7月1日；通知没有写明文号。'],
    ['issued on 1 July 2025; the notice gives no document number.'],
  ],
  [
    'a provision',
    { kind: 'provision', status: 'answered', source: area, below: [], units: [], rests },
    ['工坊面积不少于120平方米'],
    ['It says:\n“工坊面积'],
  ],
  [
    'a provision with who answers for it',
    { kind: 'provision', status: 'answered', source: area, below: [], units: ['市教委', '市文化局'], rests },
    ['工坊面积'],
    ['Responsible: Education Commission (市教委), 市文化局.\n“'],
  ],
  [
    'no provision',
    { kind: 'no-provision', status: 'not-found', notice: kilnsNew, count: 30, number: 31, rests: [] },
    ['共30条，没有第31条'],
    ['There is no number 31'],
  ],
  [
    'how many provisions',
    { kind: 'series', status: 'answered', notice: kilnsNew, source: area, count: 30, rests },
    ['共30条。'],
    ['30 in all'],
  ],
  [
    'who is responsible',
    {
      kind: 'responsible',
      status: 'answered',
      quoted: area,
      units: ['市教委'],
      asked: { unit: '市科委', isAmong: false },
      rests,
    },
    ['市科委不在责任单位之列。\n', '责任单位：市教委。'],
    ['No: Science and Technology Commission (市科委) is not among', 'Responsible: Education Commission (市教委).'],
  ],
  [
    'the duties of a unit',
    {
      kind: 'duties',
      status: 'listed',
      unit: '市教委',
      notice: kilnsNew,
      measures: [{ entry: area.entry, said: '扩大工坊' }],
      rests,
    },
    ['责任单位含市教委的措施共1条：\n（一）扩大工坊'],
    ['Education Commission (市教委) is responsible for 1 measure of the'],
  ],
  ['nothing', refusal({ by: 'nothing' }), ['没有找到这个问题的规定'], ['do not say this (not found)']],
  ['no power', refusal({ by: 'power' }), ['不能审批'], ['I cannot approve']],
  ['an unknown year', refusal({ by: 'year', year: 2019 }), ['没有2019年的相关规定'], ['say nothing for 2019']],
  [
    'an aspect not stated',
    refusal({ by: 'aspect', notice: kilnsNew, aspect: 'contact' }),
    ['没有写明联系方式'],
    ['does not state the contact'],
  ],
  [
    'a choice',
    {
      kind: 'clarify',
      status: 'clarify',
      choices: [
        { notice: kilnsNew, programme },
        { notice: kilnsOld, programme: kilnsOld.programmes[0]! },
      ],
      newest: kilnsNew,
      asked: '要什么条件',
      rests: [],
    },
    ['请选择：\n1. 2025年云溪市陶瓷工坊\n2. 2022年云溪市陶瓷工坊'],
    ['Which programme do you mean? Please choose:\n1. 2025 “云溪市陶瓷工坊”'],
  ],
  ['thanks', { kind: 'small-talk', status: 'small-talk', talk: 'thanks', rests: [] }, ['不客气'], ['You are welcome']],
  [
    'several asks',
    {
      kind: 'several',
      status: 'answered',
      findings: [clauses(undefined), clauses(undefined, { shown: [money] })],
      rests,
    },
    ['工坊面积', '\n评定陶瓷工坊'],
    ['工坊面积', '评定陶瓷工坊'],
  ],
]

describe('each kind of finding is told in both languages', () => {
  for (const [what, finding, chinese, english] of cases)
    for (const [language, parts] of [
      ['zh', chinese],
      ['en', english],
    ] as const)
      test(`${what} (${language})`, () => {
        const { text, lead } = compose(finding, language, catalogue)
        for (const part of parts) expect(text).toContain(part)
        if (lead !== undefined) expect(text.startsWith(lead)).toBe(true)
        expect(text).not.toMatch(/undefined|\[object|\n\n/u)
      })
})

const quotedText = (text: string): string => text.replace(/“[^”]*”|《[^》]*》|\([^()]*\p{Script=Han}[^()]*\)/gu, '')

describe('in English, Chinese stands only where it is quoted', () => {
  const listed = new Set([
    'a statement',
    'a list',
    'the duties of a unit',
    'a choice',
    'a stretch',
    'a provision with who answers for it',
  ])
  for (const [what, finding] of cases.filter(([name]) => !listed.has(name)))
    test(what, () => {
      expect(quotedText(compose(finding, 'en', catalogue).text)).not.toMatch(/\p{Script=Han}/u)
    })
})

test('a finding keeps what it rests on, its scope and its list, whatever is said of it', () => {
  const scope = { notice: 'kilns-2025', programme: 'kilns-2025' }
  const finding = clauses(undefined, { scope, list: rests })
  for (const language of ['zh', 'en'] as const)
    expect(compose(finding, language, catalogue)).toMatchObject({ status: 'answered', rests, scope, list: rests })
})

test('a refusal says whose questions may be offered, and puts in no words what it can’t know to be answered', () => {
  const { offers, actions } = compose(refusal({ by: 'nothing' }), 'zh', catalogue)
  expect(offers).toEqual({ of: { notice: kilnsNew.id, programme: programme.id } })
  expect(actions).toBeUndefined()
})
