import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCatalogue, type Catalogue } from '../../../../knowledge/finding/catalogue.ts'
import type { Unit } from '../../../../services/answering/understand/question.ts'
import { heldBy, scopeEvidence, titleText, topOf } from '../../../../services/answering/understand/scope-evidence.ts'
import { anyText } from '../../../support/any-text.ts'
import {
  asked,
  entryAt,
  harbourNew,
  harbourOld,
  library,
  madeUp,
  notice,
  pottersNew,
  pottersOld,
} from '../retrieve/made-up.ts'

const unit = (...words: string[]): Unit => ({ words, weight: 1 })
const evidenceOf = (catalogue: Catalogue, ...words: string[]) =>
  scopeEvidence(
    catalogue,
    words.map((word) => unit(word)),
    words.join('·'),
  )

describe('how much of a word a text holds', () => {
  const cases: [string, string, string[], number][] = [
    ['the word itself', '渔港改造', ['渔港'], 1],
    ['another form of it', '渔港改造', ['码头', '渔港'], 0.8],
    ['part of a long form', '渔港改造', ['码头', '渔港整修'], 0.2],
    ['no part', '渔港改造', ['书屋', '图书借阅'], 0],
    ['a single character', '渔港改造', ['港'], 0],
    ['no word at all', '渔港改造', [], 0],
  ]
  test.each(cases)('%s', (_, text, words, share) => {
    expect(heldBy(text, unit(...words))).toBeCloseTo(share, 12)
  })
})

test('what a notice is called is its title, number, issuer and programmes, and none of its text', () => {
  const text = titleText({ ...harbourNew, documentNumber: '云港〔２０２３〕 ８号' })
  for (const part of ['渔港改造实施办法', '云港〔2023〕8号', '云溪市文化局', '泊位改造工程', '灯塔修缮工程'])
    expect(text).toContain(part)
  expect(text).not.toContain('弄虚作假')
})

describe('a word points to a notice only as far as it tells the loaded ones apart', () => {
  const cases: [string, string, title: string[], body: string[]][] = [
    ['in one title', '书屋', ['library-2022'], ['library-2022']],
    ['in two titles', '陶瓷', ['potters-2021', 'potters-2024'], ['potters-2021', 'potters-2024']],
    ['in every title', '云溪', [], []],
    ['in the issuer of all', '文化局', [], ['potters-2024']],
    ['in one text', '柴窑', [], ['potters-2024']],
    ['in no text', '恐龙', [], []],
  ]
  test.each(cases)('%s: %s', (_, word, title, body) => {
    const evidence = scopeEvidence(madeUp, [unit(word)], '')
    expect([...evidence.title.keys()]).toEqual(title)
    expect([...evidence.body.keys()]).toEqual(body)
  })

  test('and the more the fewer hold it', () => {
    expect(evidenceOf(madeUp, '书屋').bestTitle).toBeGreaterThan(evidenceOf(madeUp, '陶瓷').bestTitle)
    expect(evidenceOf(madeUp, '柴窑').bestBody).toBeGreaterThan(evidenceOf(madeUp, '渔港').bestBody)
  })

  test('and not at all where it only stands for what is asked', () => {
    const aspect: Unit = { words: ['书屋'], weight: 1, aspect: 'money' }
    expect(scopeEvidence(madeUp, [aspect], '')).toEqual({
      title: new Map(),
      body: new Map(),
      bestTitle: 0,
      bestBody: 0,
    })
  })

  test('nothing where only one notice is loaded', () => {
    const { title, body } = evidenceOf(buildCatalogue([library]), '书屋', '乡村')
    expect([title.size, body.size]).toEqual([0, 0])
  })
})

describe('a notice that has a common word in its title', () => {
  const talk = (id: string, title: string, subject: string) =>
    notice(
      { id, title, year: 2024 },
      '一、范围',
      `${subject}的专利。`,
      '二、奖励',
      `${subject}专利的奖励。`,
      '三、管理',
      `专利的管理。`,
    )
  const crafts = { looms: '织机', kites: '风筝', lanterns: '花灯', fans: '折扇' }
  const before = Object.entries(crafts).map(([id, craft]) => talk(id, `云溪市${craft}扶持办法`, craft))
  const after = buildCatalogue([...before, talk('patents', '云溪市专利奖励办法', '发明')])
  const all = buildCatalogue(before)

  test('does not take the word from the others', () => {
    for (const text of ['专利', '有专利吗', '专利怎么管理']) {
      expect(asked(all, text).notices, text).toEqual([])
      expect(asked(after, text).notices, text).toEqual([])
    }
    for (const [text, id] of [
      ['织机的专利', 'looms'],
      ['风筝专利怎么管理', 'kites'],
    ] as const) {
      expect(
        asked(all, text).notices.map((one) => one.id),
        text,
      ).toEqual([id])
      expect(
        asked(after, text).notices.map((one) => one.id),
        text,
      ).toEqual([id])
    }
  })

  test('is yet meant by its whole name', () => {
    expect(asked(after, '云溪市专利奖励办法').notices.map((one) => one.id)).toEqual(['patents'])
  })

  test('leaves the word no evidence among texts that all hold it', () => {
    expect(evidenceOf(after, '专利').body.size).toBe(0)
    expect(evidenceOf(after, '专利').bestTitle).toBeLessThan(evidenceOf(after, '织机').bestTitle / 2)
  })
})

describe('a stretch shared with a title or heading', () => {
  const of = (text: string, id: string): number => scopeEvidence(madeUp, [], text).title.get(id) ?? 0
  test('says the more the longer it is', () => {
    const sizes = ['乡村', '乡村书', '乡村书屋', '乡村书屋管理规定'].map((text) => of(text, 'library-2022'))
    expect(sizes[0]).toBe(0)
    for (const [at, size] of sizes.slice(1).entries()) expect(size).toBeGreaterThan(sizes[at]!)
  })

  test('counts from a heading too, and for nobody where all have it', () => {
    expect(of('窑炉补贴标准', 'potters-2024')).toBeGreaterThan(0)
    expect(of('窑炉补贴标准', 'potters-2021')).toBe(0)
    expect(scopeEvidence(madeUp, [], '云溪市').title.size).toBe(0)
  })
})

test('of whatever is asked, evidence is finite, never negative, and the best is the greatest', () => {
  fc.assert(
    fc.property(anyText(120), (text) => {
      const { title, body, bestTitle, bestBody } = asked(madeUp, text).evidence
      for (const [values, best] of [
        [title, bestTitle],
        [body, bestBody],
      ] as const) {
        for (const value of values.values()) expect(Number.isFinite(value) && value >= 0).toBe(true)
        expect(best).toBe(Math.max(0, ...values.values()))
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('the order of the notices changes no evidence', () => {
  const turned = buildCatalogue([library, harbourNew, harbourOld, pottersNew, pottersOld])
  for (const text of ['灯塔修缮补助多少', '乡村书屋藏书', '面积'])
    for (const { id } of turned.notices)
      expect(asked(turned, text).evidence.title.get(id)).toBe(asked(madeUp, text).evidence.title.get(id))
})

test.each([
  ['potters-2024#1.2', '1'],
  ['potters-2024#a1.1.p1', 'a1'],
  ['potters-2024#1', '1'],
  ['library-2022#title', 'title'],
])('%s stands in the part %s', (place, top) => {
  expect(topOf(entryAt(madeUp, place)).clause.id).toBe(top)
})
