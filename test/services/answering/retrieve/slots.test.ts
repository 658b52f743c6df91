import { expect, test } from 'vitest'
import type { Entry } from '../../../../knowledge/finding/catalogue.ts'
import { fold } from '../../../../knowledge/finding/catalogue.ts'
import { type CueName, cueNames, cuesOf } from '../../../../services/answering/understand/cues.ts'
import { fitOf, slotWorth } from '../../../../services/answering/retrieve/fit.ts'
import { type SlotName, slotNames, slotsOf } from '../../../../services/answering/retrieve/slots.ts'
import { entryAt, madeUp } from './made-up.ts'

const slotsIn = (text: string, entry: Entry = entryAt(madeUp, 'potters-2024#1.1')) =>
  slotsOf({ entry, text, own: fold(text), isWithin: false })

const statements: [text: string, holds: SlotName[], lacks: SlotName[]][] = [
  ['每个工坊给予10万元补贴。', ['money', 'payment', 'per'], ['percent', 'duration', 'bare']],
  ['补贴不超过总投入的30%，最高6万元。', ['percent', 'money', 'cap', 'atMost'], ['floor', 'dayBy']],
  ['专职人员不少于3名。', ['people', 'floor', 'atLeast'], ['money', 'bodies']],
  ['名额5家。', ['bodies', 'quota'], ['people']],
  ['自受理之日起15个工作日内办结。', ['duration', 'clock'], ['money', 'dayOn']],
  ['于2024年6月13日前报送。', ['dayBy', 'submit'], ['dayFrom', 'dayOn', 'year']],
  ['自2024年6月1日起施行。', ['dayFrom', 'validity'], ['dayBy']],
  ['联系人：张三，电话：021-55550118', ['phone', 'person'], ['mail', 'address', 'bare']],
  ['邮箱：kiln@example.cn', ['mail'], ['phone', 'url']],
  ['逾期不予受理。', ['consequence', 'mustNot', 'bare', 'short'], ['fine']],
  ['处1万元以上3万元以下罚款。', ['fine', 'money', 'range'], ['refund']],
  ['本办法所称工坊，是指烧制陶瓷的场所。', ['definition', 'bare'], ['many']],
  ['有专利的，优先。', ['priority', 'condition'], ['except']],
  ['应当提交申请表和身份证复印件。', ['must', 'materials', 'submit'], ['may']],
]
test.each(statements)('what a statement holds that can be asked for: %s', (text, holds, lacks) => {
  const slots = slotsIn(text)
  for (const slot of holds) expect(slots, slot).toContain(slot)
  for (const slot of lacks) expect(slots, slot).not.toContain(slot)
})

test('the shape of its clause is a slot', () => {
  expect(slotsIn('柴窑', entryAt(madeUp, 'potters-2024#t1.r2'))).toContain('row')
  expect(slotsIn('藏书', entryAt(madeUp, 'library-2022#1'))).toContain('heading')
  expect(slotsIn('柴窑')).not.toContain('row')
  expect(slotsIn('窑'.repeat(130))).toContain('long')
})

const questions: [text: string, asks: CueName[], asksNot: CueName[]][] = [
  ['补贴多少钱', ['howMuchMoney', 'money'], ['people', 'when']],
  ['要几个人', ['people'], ['count', 'bodies']],
  ['多久能办完', ['howLong'], ['howMuchMoney']],
  ['最晚哪天交', ['deadline', 'when'], ['where']],
  ['归哪个部门管', ['office'], ['phone']],
  ['材料交到哪里', ['materials', 'where'], ['mail']],
  ['造假会怎样', ['fake', 'fine'], ['refund']],
]
test.each(questions)('what a question asks for by its wording: %s', (text, asks, asksNot) => {
  const cues = cuesOf(text, 'text', [])
  for (const cue of [...asks, 'any', 'value:text'] as const) expect(cues, cue).toContain(cue)
  for (const cue of asksNot) expect(cues, cue).not.toContain(cue)
})

test('so do the kind of value and the aspects', () => {
  expect(cuesOf('', 'money', ['deadline'])).toEqual(['any', 'value:money', 'aspect:deadline'])
})

test('each cue and slot is there once, and each cue of a question is one of them', () => {
  expect(new Set(cueNames).size).toBe(cueNames.length)
  expect(new Set(slotNames).size).toBe(slotNames.length)
  for (const [text] of questions) for (const cue of cuesOf(text, 'count', ['contact'])) expect(cueNames).toContain(cue)
})

test('a passage fits by the sum over its slots of what all cues make of them', () => {
  const worth = slotWorth({ when: { dayBy: 1, money: -0.5 }, deadline: { dayBy: 0.25 } }, ['when', 'deadline', 'any'])
  expect(fitOf(worth, ['dayBy', 'money', 'row'])).toBe(0.75)
  expect(fitOf(worth, [])).toBe(0)
})
