import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { groundSentence } from '../../../services/grounding/ground-sentence.ts'

const catalogue = buildCatalogue(loadNotices())
const statements = catalogue.entries
  .filter(({ clause }) => ['item', 'paragraph'].includes(clause.kind) && clause.text.length > 20)
  .flatMap((one) =>
    one.clause.text
      .split(/[。\n]|[；;](?!\s*[或但])/u)
      .map((text) => text.replace(/^\s*(?:\d+[.、]|[（(][一二三四五六七八九十]+[)）])\s*/u, '').trim())
      .filter((text) => text.replace(/[^\p{Script=Han}]/gu, '').length > 10)
      .map((text) => ({ one, text })),
  )
const any = fc.constantFrom(...statements)

test('there are statements enough to tell', () => {
  expect(statements.length).toBeGreaterThan(200)
})

test('what a clause says itself holds', () => {
  for (const { one, text } of statements)
    expect(groundSentence(`根据通知，${text}。`, [one])?.rests, text).toEqual([one])
})

test('a figure that is changed is found out', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 8 }), ({ one, text }, by) => {
      const figure = /\d+/u.exec(text)
      fc.pre(figure !== null)
      const { 0: digits, index } = figure
      const other = `${text.slice(0, index)}${Number(digits) * 10 + by}${text.slice(index + digits.length)}`
      expect(groundSentence(other, [one]), other).toBeUndefined()
    }),
  )
})

test('words put in from elsewhere are found out', () => {
  const lies = ['本项规定已经取消', '由王小明审批', '任何企业均可免费获得', '并缴纳保证金五万元', '无需提交任何文件']
  fc.assert(
    fc.property(any, fc.constantFrom(...lies), ({ one, text }, lie) => {
      expect(groundSentence(`${text}，${lie}。`, [one])).toBeUndefined()
      expect(groundSentence(`${lie}，${text}。`, [one])).toBeUndefined()
    }),
  )
})

test('a ban that is left out is found out', () => {
  const bans = statements.filter(({ text }) => /不得|不予/u.test(text))
  expect(bans.length).toBeGreaterThan(3)
  for (const { one, text } of bans) {
    const allowed = text.replace(/不得|不予/u, '')
    expect(groundSentence(allowed, [one]), allowed).toBeUndefined()
  }
})
