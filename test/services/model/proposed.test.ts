import { describe, expect, test } from 'vitest'
import { importFile } from '../../../knowledge/importing/import-file.ts'
import { prepareNotice } from '../../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { proposalsIn, type Written } from '../../../services/model/proposed.ts'
import { shenjiangFile } from '../../knowledge/importing/shenjiang.ts'

const inUse = loadNotices()
const { text: source } = await importFile(shenjiangFile)
const notice = prepareNotice({ fileName: shenjiangFile, source, given: {}, hints: {} }, inUse, [])
const clauses = notice.clauses.map(({ id, quote }) => ({ id, quote }))
const at = 1 + clauses.findIndex(({ quote }) => quote.includes('最高不超过10万元'))
const laid = { notice, inUse, clauses, words: ['申报条件', '支持标准'] }
const of = (written: Partial<Written>) => proposalsIn({ questions: [], names: [], equivalents: [], ...written }, laid)
const question = (text: string, clause = at) => of({ questions: [{ clause, question: text }] })

describe('what a model proposes is laid before staff', () => {
  test('where it is a question of plain words on a clause that was laid out', () => {
    expect(question('做检测的钱能报多少？')).toEqual([
      { kind: 'question', question: '做检测的钱能报多少？', clause: '3.2', quote: clauses[at - 1]!.quote },
    ])
  })

  test('where it is a short name of characters of the title, in their order', () => {
    expect(of({ names: ['创新券', '科创券', '申江科创券'] }).map((one) => one.kind === 'name' && one.name)).toEqual([
      '创新券',
      '科创券',
      '申江科创券',
    ])
  })

  test('where it is a word that the notice lacks for one that it has', () => {
    expect(of({ equivalents: [{ said: '门槛', written: 1 }] })).toEqual([
      { kind: 'equivalent', said: '门槛', written: '申报条件' },
    ])
  })

  test('once, and no more of them than somebody reads', () => {
    const same = Array.from({ length: 30 }, () => ({ clause: at, question: '检测的钱能报多少？' }))
    expect(of({ questions: same })).toHaveLength(1)
    const ends = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳']
    const many = ends.map((end) => ({ clause: at, question: `${end}类检测的钱能报多少？` }))
    expect(of({ questions: many })).toHaveLength(12)
  })
})

describe('of what a model writes nobody sees', () => {
  const questions: [string, string][] = [
    ['a figure', '检测最高能报99万元吗？'],
    ['a figure in Chinese', '检测最高能报三十万吗？'],
    ['a figure in a circle', '第⑩条说的是什么？'],
    ['a figure of another script', '能报๙๙万元吗？'],
    ['a mathematical figure', '能报𝟗𝟗万元吗？'],
    ['a date', '是不是六月十三日截止？'],
    ['a link', '详情见 https://example.com 吗？'],
    ['a domain', '到example点com能报吗？'],
    ['an address for mail', '发到a@b.cn可以吗？'],
    ['a telephone number', '打13900001111问谁？'],
    ['a person', '是不是找王大明办这件事？'],
    ['a Kangxi radical', '⾮本市企业能不能报？'],
    ['a compatibility ideograph', '能不能\uf9b5入名单？'],
    ['a bidi control', '检测的钱能\u202e报多少？'],
    ['a zero-width space', '检测的钱能\u200b报多少？'],
    ['a variation selector', '检测的钱能报\ufe0f多少？'],
    ['a tag character', '检测的钱能报多少\u{e0041}？'],
    ['a soft hyphen', '检测的钱能\u00ad报多少？'],
    ['a combining mark', '检测的钱能报多少\u0336？'],
    ['a line break', '检测的钱\n能报多少？'],
    ['a control character', '检测的钱\u0007能报多少？'],
    ['half a pair', '检测的钱能报多少\ud800？'],
    ['a private character', '检测的钱\ue000能报多少？'],
    ['an emoji', '检测的钱能报多少❌？'],
    ['a mark of HTML', '<b>检测的钱</b>能报多少？'],
    ['a mark of Markdown', '**检测的钱**能报多少？'],
    ['words for a template', '{{question}}能报多少？'],
    ['a full stop inside', '经费已经取消。还能报多少？'],
    ['a statement', '市知识产权局取消全部经费支持？'],
    ['no question mark', '检测的钱能报多少'],
    ['a question mark of another script', '检测的钱能报多少؟'],
    ['English', 'How much is paid？'],
    ['too little', '多少？'],
    ['too much', `${'检测的钱能报多少'.repeat(6)}？`],
    ['nothing', ''],
  ]
  test.each(questions)('a question with %s', (_, text) => {
    expect(question(text)).toEqual([])
  })

  test.each([0, -1, 999, 1.5, Number.NaN])('a question on clause %d, which is none', (clause) => {
    expect(question('做检测的钱能报多少？', clause)).toEqual([])
  })

  test.each(['取消支持', '申江区的骗局', '运营中心', '券', '创新券！', '创新⼒券', '创新券2026', '𝟐创新券'])(
    'the name %s',
    (name) => {
      expect(of({ names: [name] })).toEqual([])
    },
  )

  const equivalents: [string, number][] = [
    ['申报条件', 1],
    ['检测', 1],
    ['门槛', 99],
    ['门槛', 0],
    ['门槛99', 1],
    ['王大明', 1],
    ['多少钱', 1],
    ['门\u200b槛', 1],
    ['⾨槛', 1],
    ['x', 1],
  ]
  test.each(equivalents)('the word %s for the word of number %d', (said, written) => {
    expect(of({ equivalents: [{ said, written }] })).toEqual([])
  })
})
