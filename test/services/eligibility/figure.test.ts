import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeFigure, writeShortfall } from '../../../services/eligibility/figure.ts'

test.each([
  [0, '0'],
  [-0, '0'],
  [120, '120'],
  [96.5, '96.5'],
  [0.1, '0.1'],
  [1e-7, '0.0000001'],
  [1e21, '1000000000000000000000'],
  [9007199254740991, '9007199254740991'],
])('%d is written %s', (value, words) => {
  expect(writeFigure(value)).toBe(words)
})

test.each([
  [100, 88, '12'],
  [100, 96.5, '3.5'],
  [500, 499.9, '0.1'],
  [500, 499.99999999999994, '0.00000000000006'],
  [10, 9.95, '0.05'],
  [500, 0, '500'],
  [50, 49.7, '0.3'],
  [10, 1e-7, '9.9999999'],
])('to %d, %d lacks %s', (limit, value, words) => {
  expect(writeShortfall(limit, value)).toBe(words)
})

test('a figure is read back as the same number', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-50, max: 1e30, noNaN: true }), (value) => {
      expect(Number(writeFigure(value))).toBe(value)
    }),
  )
})

test('value and shortfall add up to the limit to the last decimal', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 500, noNaN: true, maxExcluded: true }), (value) => {
      const figures = [writeFigure(value), writeShortfall(500, value)]
      const decimals = Math.max(...figures.map((figure) => (figure.split('.')[1] ?? '').length))
      const scaled = figures.map((figure) => {
        const [whole = '', fraction = ''] = figure.split('.')
        return BigInt(whole + fraction.padEnd(decimals, '0'))
      })
      expect(scaled[0]! + scaled[1]!).toBe(500n * 10n ** BigInt(decimals))
    }),
  )
})
