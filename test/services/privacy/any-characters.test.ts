import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { lexicalTerms, questionTerms } from '../../../knowledge/indexing/terms.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { redact } from '../../../services/model/redact.ts'
import { findPersonal, mask } from '../../../services/privacy/mask.ts'
import { withoutNames } from '../../../services/privacy/person-names.ts'
import { anyBrokenText, anyText, expectWhole, rareIdeographs } from '../../support/any-text.ts'

const catalogue = buildCatalogue(loadNotices())

test('masking keeps a text whole, twice as once, and leaves a text without numbers and addresses as it was', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      const masked = mask(text)
      expectWhole(masked.replaceAll('\0', ''), text)
      expect(mask(masked)).toBe(masked)
      if (!/[\p{N}@＠]/u.test(text)) expect(masked).toBe(text)
    }),
    { numRuns: 300 },
  )
})

test('a number is masked beside any character', () => {
  fc.assert(
    fc.property(anyText(40), anyText(40), (before, after) => {
      const separated = `${before}，13812345678，${after}`
      expect(mask(separated)).not.toContain('13812345678')
      expect(findPersonal(separated).every(({ start, end }) => separated.slice(start, end).isWellFormed())).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('names with rare characters are taken out whole', () => {
  for (const sign of rareIdeographs) {
    for (const name of [`李${sign}`, `李小${sign}`, `李${sign}${sign}`]) {
      const plain = redact(`我叫${name}，医院能申报吗`, catalogue)
      expect(plain, name).toBe('我叫[姓名]，医院能申报吗')
      expectWhole(redact(`材料交给${name}可以吗`, catalogue), name)
    }
  }
})

test('taking names out leaves whole what is left', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      const plain = withoutNames(text, () => false)
      expectWhole(plain.replaceAll('\0', ''), text)
    }),
    { numRuns: 200 },
  )
})

test('terms are characters, pairs of them and words, whatever the text', () => {
  fc.assert(
    fc.property(anyBrokenText(300), (text) => {
      for (const term of [...lexicalTerms(text), ...questionTerms(text)])
        expect(term).toMatch(/^(?:[a-z0-9]+|\p{Script=Han}{1,2})$/u)
    }),
    { numRuns: 300 },
  )
  expect(lexicalTerms('𬭎𬬻')).toEqual(['𬭎', '𬬻', '𬭎𬬻'])
})
