import { expect, test } from 'vitest'
import { isPinyin, readPinyin } from '../../../../services/answering/understand/pinyin-text.ts'
import { languageOf } from '../../../../services/answering/understand/language-of.ts'
import { madeUp } from '../retrieve/made-up.ts'

test.each([
  ['cailiao song dao na ge lu ji hao', '材料送到哪个路几号'],
  ['bu tie duo shao qian', '补贴多少钱'],
  ['xiangcun shuwu butie duoshao', '乡村书屋补贴多少'],
  ['dianhua duoshao', '电话多少'],
  ['工坊 mianji yao duoshao', '工坊 面积要多少'],
  ['PCT butie duoshao', 'PCT 补贴多少'],
])('pinyin is read by its syllables, words of the notices first: %s', (typed, read) => {
  expect(readPinyin(madeUp, typed)).toBe(read)
})

test.each([
  'can our hospital apply',
  'what is the deadline',
  'how long can men change the date',
  'ok',
  'PPT',
  'xyz-2023',
  'women',
])('letters that are no pinyin, or too few, stay: %s', (typed) => {
  expect(readPinyin(madeUp, typed)).toBe(typed)
  expect(isPinyin(typed)).toBe(false)
})

test('who types pinyin is answered in Chinese', () => {
  expect(languageOf('shenqing jiezhi shijian')).toBe('zh')
  expect(languageOf('when is the deadline')).toBe('en')
})

test('a long run of letters takes no longer than its length', () => {
  expect(readPinyin(madeUp, 'xian'.repeat(2_000)).length).toBeGreaterThan(0)
  expect(readPinyin(madeUp, `${'a'.repeat(4_000)}q`)).toBe(`${'a'.repeat(4_000)}q`)
})
