import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { contextsOf } from '../../../knowledge/statements/clause-context.ts'
import { roundTrips } from '../../../knowledge/statements/grade.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import { splitSentences } from '../../../knowledge/statements/split-text.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { readNoticesOf } from '../../bench/read-notices.ts'
import { rareIdeographs } from '../../support/any-text.ts'
import { statementsOf } from './made-up.ts'
import { slotsInShort } from './say.ts'

const sets = ['law-and-grants', 'schools-and-care', 'trade-and-safety', 'housing-and-science', 'city-services']
const folder = (set: string): string => join(import.meta.dirname, '../../../knowledge/questions', set, 'files')

/** Notices in the manner of laws, plans, calls and price lists, with what they say. */
const read: { notice: Notice; statements: Statement[] }[] = []

beforeAll(async () => {
  for (const set of sets)
    for (const notice of await readNoticesOf(folder(set))) read.push({ notice, statements: parseStatements(notice) })
}, 120_000)

/** The segment that a statement's rule stands in; its chunks count from the sentence's start. */
function segmentOf(text: string, { sentence: [start, end], span }: Statement) {
  const segments = splitSentences(text.slice(start, end)).flatMap((sentence) => sentence.segments)
  const own = segments.find((segment) => start + segment.start <= span[0] && span[0] < start + segment.end)
  return { start, chunks: own?.chunks ?? [] }
}

describe('of notices of many kinds', () => {
  test('some hundred statements may be said', () => {
    expect(read.length).toBeGreaterThan(20)
    expect(read.flatMap(({ statements }) => statements).filter(({ sure }) => sure).length).toBeGreaterThan(800)
  })

  test('every statement has an id of its own, and stands where it says', () => {
    for (const { notice, statements } of read) {
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
      const texts = new Map(notice.clauses.map(({ id, text }) => [id, text]))
      for (const { clause, span, sentence, figure, cells } of statements) {
        const text = texts.get(clause)!
        for (const [from, to] of [span, sentence]) {
          expect(0 <= from && from < to && to <= text.length).toBe(true)
          expect(text.slice(from, to).isWellFormed()).toBe(true)
        }
        if (figure && !cells) expect(text.slice(...sentence)).toContain(figure.phrase)
      }
    }
  })

  test('a sure wording has no words but those of its notice, and the plain ones of bounds', () => {
    const plain = /不少于|不低于|不超过/gu
    for (const { notice, statements } of read) {
      const texts = new Map(notice.clauses.map(({ id, text }) => [id, text]))
      for (const statement of statements.filter(({ sure, cells }) => sure && !cells)) {
        const held = [statement.clause, ...Object.values(statement.inherited).flatMap((ids) => ids.split(' '))]
        const source = held.map((id) => texts.get(id) ?? '').join('')
        const words = wordStatement(statement, 'zh')
          .replace(plain, '')
          .replace(/[\s，；：。]/gu, '')
        for (const sign of words) expect(source, `${notice.id} ${statement.id}`).toContain(sign)
      }
    }
  })

  test('no case before a rule, and no exception behind it, is left out of a wording', () => {
    let tried = 0
    for (const { notice, statements } of read) {
      const texts = new Map(notice.clauses.map(({ id, text }) => [id, text]))
      for (const statement of statements.filter(({ sure, cells, group }) => sure && !cells && !group)) {
        const { start, chunks } = segmentOf(texts.get(statement.clause)!, statement)
        const needed = chunks.filter(
          ({ text, end }) => (text.endsWith('的') && start + end <= statement.span[0]) || text.endsWith('除外'),
        )
        tried += needed.length
        for (const { text } of needed)
          expect(wordStatement(statement, 'zh'), `${notice.id} ${statement.id}`).toContain(text)
      }
    }
    expect(tried).toBeGreaterThan(100)
  })

  test('every figure of a sentence that is said stands in the wording', () => {
    for (const { statements } of read)
      for (const statement of statements.filter(({ sure, figure }) => sure && figure))
        expect(wordStatement(statement, 'zh')).toContain(statement.figure!.printed)
  })

  test('read twice they say the same', () => {
    for (const { notice, statements } of read.slice(0, 8)) expect(parseStatements(notice)).toEqual(statements)
  })

  /** What a parser might lose or change, and a wording must show. */
  const misreadings: Record<string, (statement: Statement) => Statement | undefined> = {
    'a ban as a permission': (one) => (one.modality === 'must-not' ? { ...one, modality: 'may' } : undefined),
    'a permission as a duty': (one) => (one.modality === 'may' ? { ...one, modality: 'must' } : undefined),
    'another year': (one) => (one.date?.year ? { ...one, date: { ...one.date, year: one.date.year + 1 } } : undefined),
    'another unit': (one) =>
      one.figure && { ...one, figure: { ...one.figure, unit: one.figure.unit === '亩' ? '件' : '亩' } },
    'another upper end': (one) =>
      one.figure?.upTo === undefined ? undefined : { ...one, figure: { ...one.figure, upTo: one.figure.upTo * 2 } },
    'a bound that is none': (one) =>
      one.figure && one.figure.bound !== 'exactly'
        ? { ...one, figure: { ...one.figure, bound: 'exactly' } }
        : undefined,
    'another recipient': (one) => (one.recipient ? { ...one, recipient: '对各区' } : undefined),
    'another verb': (one) => (one.verb ? { ...one, verb: '取消' } : undefined),
    'another object': (one) => (one.object ? { ...one, object: `${one.object}总额` } : undefined),
    'no hedge': (one) => (one.hedge ? { ...one, hedge: undefined } : undefined),
    'another base of a share': (one) =>
      one.figure?.of ? { ...one, figure: { ...one.figure, of: '注册资本' } } : undefined,
  }
  for (const [name, misread] of Object.entries(misreadings))
    test(`${name} is noticed`, { timeout: 120_000 }, () => {
      let tried = 0
      for (const { notice, statements } of read) {
        const contexts = contextsOf(notice)
        for (const statement of statements) {
          const wrong = statement.sure && !statement.cells ? misread(statement) : undefined
          if (!wrong || tried >= 150) continue
          tried += 1
          const isTaken = roundTrips(notice, wrong, contexts.get(statement.clause)!)
          expect(isTaken, `${notice.id} ${statement.id} ${wordStatement(wrong, 'zh')}`).toBe(false)
        }
      }
      expect(tried).toBeGreaterThan(0)
    })
})

/** Words of a sentence that say another thing each. */
const opposites: [words: string, other: string][] = [
  ['不少于', '不超过'],
  ['以上', '以下'],
  ['不得', '可以'],
  ['应当', '可以'],
  ['日前', '日后'],
  ['万元', '元'],
  ['每年', '每月'],
  ['或者', '并且'],
]
const sentences = [
  '申报单位专职人员不少于15人。',
  '每家单位每年补助不超过20万元。',
  '受理机关应当自收到申请之日起5个工作日内答复。',
  '承租人不得转租房屋，但经书面同意的除外。',
  '申报单位应当于2026年6月13日前报送材料。',
  '违反规定停车的，处五百元以上二千元以下罚款。',
  '有效发明专利10件以上，或者软件著作权20件以上。',
  '租赁期限三年以上五年以下。',
  '对考核优秀的企业，奖励10万元。',
]
const slotsOf = (text: string): string[] => statementsOf(text, '申报条件').map(slotsInShort)

describe('a sentence with other words says another thing', () => {
  for (const text of sentences)
    test(text, () => {
      const changed = opposites.flatMap(([words, other]) =>
        text.includes(words) ? [text.replace(words, other)] : text.includes(other) ? [text.replace(other, words)] : [],
      )
      const digits = [...text.matchAll(/\d+/gu)].map(
        ({ 0: digit, index }) => `${text.slice(0, index)}${Number(digit) + 1}${text.slice(index + digit.length)}`,
      )
      for (const other of [...changed, ...digits]) expect(slotsOf(other), other).not.toEqual(slotsOf(text))
      expect(changed.length + digits.length).toBeGreaterThan(0)
    })

  test('but width changes nothing, and a sign that cannot be seen only what may be said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.nat(40), (text, at) => {
        const wide = text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        expect(slotsOf(wide)).toEqual(slotsOf(text))
        const unit = at % text.length
        const torn = `${text.slice(0, unit)}\u200b${text.slice(unit)}`
        expect(statementsOf(torn, '申报条件').filter(({ sure }) => sure)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('any line at all', () => {
  const pieces = [
    '不少于100件',
    '，',
    '；',
    '。',
    '：',
    '的',
    '（',
    '）',
    '应当',
    '不得',
    '2026年6月13日前',
    '每家单位',
    '或者',
    '其中',
    '但',
    '除外',
    '情节严重的',
    '按',
    '3%',
    '给予',
    ...rareIdeographs.slice(0, 4),
    '👨‍👩‍👧',
  ]
  const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''))

  test('is read without a fault, and nothing of it is cut within a character', () => {
    fc.assert(
      fc.property(line, (text) => {
        for (const statement of statementsOf(text, '管理规定')) {
          expect(wordStatement(statement, 'zh').isWellFormed()).toBe(true)
          expect(wordStatement(statement, 'en').isWellFormed()).toBe(true)
          for (const part of statement.parts) expect(part.text.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  // Quadratic work on forty thousand characters would take minutes.
  const long = [
    '不少于100件，',
    '情节严重的；',
    '（',
    '3%，',
    '但除外，',
    '不少于100件。',
    '3%。',
    '应当提交。',
    '5日内报。',
    '甲\t1\t2\n',
  ]
  test.each(long)('of forty thousand characters is read in linear time: %j', { timeout: 240_000 }, (piece) => {
    const start = performance.now()
    statementsOf(piece.repeat(Math.ceil(40_000 / piece.length)), '管理规定')
    expect(performance.now() - start).toBeLessThan(60_000)
  })
})
