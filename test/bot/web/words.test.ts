import { expect, test } from 'vitest'
import { problemWords } from '../../../bot/web/client/failure-words.ts'
import { languageOf } from '../../../bot/web/client/language.ts'
import { openablePieces } from '../../../bot/web/client/openable.ts'

const problems = [
  {
    of: [429, { detail: '请求过于频繁，请稍后再试。' }, '12'],
    words: '请求过于频繁，请稍后再试。约 12 秒后可以重试。',
  },
  { of: [503, { title: '服务暂时不可用', detail: '数据库暂时不可用。' }, null], words: '数据库暂时不可用。' },
  { of: [429, {}, undefined], words: '提问太频繁了。' },
  { of: [418, {}, 'soon'], words: '服务出错了，请稍后再试。' },
] as const
test.each(problems)('a problem with status $of.0 reads: $words', ({ of: [status, problem, retryAfter], words }) => {
  expect(problemWords(status, problem, retryAfter)).toBe(words)
})

test.each([
  [429, 'Too many questions in a short time. You can try again in about 12 seconds.'],
  [500, 'Something went wrong. Please try again later. You can try again in about 12 seconds.'],
])('a problem with status %i is told in English to those who write English', (status, words) => {
  expect(problemWords(status, { title: '出错', detail: '请求过于频繁。' }, '12', 'en')).toBe(words)
})

const languages = [
  ['Can we apply?', 'zh', 'en'],
  ['What is 盘点率?', 'zh', 'en'],
  ['运营中心', 'en', 'zh'],
  ['PCT 申请多少件', 'en', 'zh'],
  ['520万元', 'en', 'en'],
  ['130件', 'en', 'en'],
  ['130件', 'zh', 'zh'],
  ['/check', 'en', 'en'],
  ['OK', 'zh', 'zh'],
  ['ok', 'en', 'en'],
] as const
test.each(languages)('“%s” after %s is %s', (text, before, language) => {
  expect(languageOf(text, before)).toBe(language)
})

const openable = [
  { text: '系统（https://www.patentnavi.org.cn/）注册', hrefs: ['https://www.patentnavi.org.cn/'] },
  { text: '邮箱：yszhang@zscqj.shanghai.gov.cn）', hrefs: ['mailto:yszhang@zscqj.shanghai.gov.cn'] },
  { text: '电话021-23170420；传真021-50723882', hrefs: ['tel:021-23170420', 'tel:021-50723882'] },
  { text: '见 /programmes/medical-center-2025。', hrefs: ['/programmes/medical-center-2025'] },
  { text: 'a/programmes/b //programmes/b /staff/x', hrefs: [] },
  { text: 'javascript:alert(1) data:text/html,x', hrefs: [] },
  { text: 'https://a.cn/"onclick="x', hrefs: ['https://a.cn/'] },
  { text: '编号 2021-23170420123，没有地址', hrefs: [] },
]
test.each(openable)('in “$text” opens: $hrefs', ({ text, hrefs }) => {
  const pieces = openablePieces(text)
  expect(pieces.flatMap(({ href }) => href ?? [])).toEqual(hrefs)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})
