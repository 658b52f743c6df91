import { expect, test } from 'vitest'
import { languageOf } from '../../../bot/web/client/language.ts'
import { questionParts } from '../../../bot/web/client/question-text.ts'
import { partsOf } from '../../../bot/web/client/reply-text.ts'
import { findWords } from '../../../bot/web/client/same-words.ts'
import type { Reply } from '../../../services/reply.ts'
import { cite } from '../../support/web-stand-in.ts'

const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  id: 'r',
  kind: 'answer',
  text,
  citations: [],
  actions: [],
  ...more,
})

test('lead, quoted words and plain words are told apart, and the line of their source is left to the citation', () => {
  const text = '至少100件。\n截至申报日，有效发明专利达到100件以上。\n——《通知》「（二）申报条件 › 1」\n已经截止。'
  expect(partsOf(reply(text, { lead: '至少100件。', citations: [cite('medical-2025', '1.2.1')] }))).toEqual({
    lead: '至少100件。',
    lines: [
      { kind: 'quote', text: '截至申报日，有效发明专利达到100件以上。', citation: 0, isWhole: true },
      { kind: 'plain', text: '已经截止。' },
    ],
  })
})

test('without citations nothing of a text is left out', () => {
  const text = '第一行\n——《通知》\n《通知》：\n末行'
  expect(
    partsOf(reply(text))
      .lines.map((line) => line.text)
      .join('\n'),
  ).toBe(text)
})

const citations = [cite('medical-2025', '1.2.1'), cite('medical-2022', '2.2')]
const first = '1.截至申报日，有效发明专利达到100件以上。'
const heads = [
  {
    head: '《2025年通知》（沪知局促〔2025〕11号）「（二）申报条件」：',
    isKept: false,
    why: 'says what the citation says',
  },
  { head: '《2022年通知》（2025年另有新通知）「二」：', isKept: true, why: 'says that there is a newer one' },
]
test.each(heads)('a head that $why: kept is $isKept', ({ head, isKept }) => {
  const { lines } = partsOf(reply(`${head}\n${first}`, { citations }))
  expect(lines.some(({ kind }) => kind === 'head')).toBe(isKept)
})

test('with words of two notices both heads stay', () => {
  const text = `《甲》：\n${first}\n《乙》：\n有效发明专利30件以上，可以投入运营的专利`
  expect(partsOf(reply(text, { citations })).lines.map(({ kind }) => kind)).toEqual(['head', 'quote', 'head', 'quote'])
})

test('a clause that no cell of the table opens stays in the text', () => {
  const table = { columns: ['项'], rows: [[{ text: '有效发明专利', citation: 0 }]] }
  const { lines } = partsOf(reply(`${first}\n有效发明专利30件以上，可以投入运营的专利`, { citations, table }))
  expect(lines).toMatchObject([{ kind: 'quote', citation: 1 }])
})

test('what stands below to be copied is left out of the text', () => {
  const copies = [{ label: '邮件标题', text: '项目-单位' }]
  expect(partsOf(reply('第一行\n邮件标题：项目-单位', { copies })).lines).toEqual([{ kind: 'plain', text: '第一行' }])
})

const found = [
  { text: '（一式2份,装订成册）报送', words: '一式2份，装订成册', gives: '一式2份,装订成册）' },
  { text: '前面。 2. 盘点率达到 100%。后面', words: '盘点率达到100%', gives: '盘点率达到 100%。' },
  { text: 'ＡＢＣ', words: 'abc', gives: 'ＡＢＣ' },
  { text: '𠮷野家', words: '野家', gives: '野家' },
]
test.each(found)('“$words” is found in “$text”', ({ text, words, gives }) => {
  const place = findWords(text, words)
  expect(place && text.slice(place.from, place.to)).toBe(gives)
})
test.each(['没有', '', '。'])('“%s” is found nowhere', (words) =>
  expect(findWords('有效发明专利', words)).toBeUndefined(),
)

const languages = [
  { text: 'How much funding?', before: 'zh', is: 'en' },
  { text: '多少钱', before: 'en', is: 'zh' },
  { text: 'PCT申请', before: 'en', is: 'zh' },
  { text: '120', before: 'en', is: 'en' },
  { text: 'PCT', before: 'zh', is: 'zh' },
  { text: '/check medical-center-2025', before: 'zh', is: 'zh' },
] as const
test.each(languages)('“$text” after $before is $is', ({ text, before, is }) =>
  expect(languageOf(text, before)).toBe(is),
)

const known = {
  key: 'a',
  type: 'bool',
  prompt: '注册了吗？',
  help: '能登录即可。',
  why: '申报要求。',
  english: { prompt: 'Are you registered?', help: 'If you can sign in.', why: '' },
}
const questions = [
  { text: '注册了吗？\n能登录即可。\n申报要求。\n已记录甲：是。', question: '注册了吗？', notes: ['已记录甲：是。'] },
  { text: '没有读懂。\n注册了吗？', question: '注册了吗？', notes: ['没有读懂。'] },
  { text: 'Are you registered?\nIf you can sign in.\nNoted.', question: 'Are you registered?', notes: ['Noted.'] },
]
test.each(questions)(
  'of “$text” the question is asked, the help folded and the rest shown',
  ({ text, question, notes }) => {
    expect(questionParts({ text }, known)).toMatchObject({ question, notes })
  },
)
test('a question that cannot be looked up loses no word', () => {
  expect(questionParts({ text: '申报已截止。\n注册了吗？\n能登录即可。' })).toEqual({
    question: '注册了吗？',
    notes: ['申报已截止。', '能登录即可。'],
    help: [],
  })
})
