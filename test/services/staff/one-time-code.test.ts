import { describe, expect, test } from 'vitest'
import { addressOf, codeAt, drawSecret, secretPattern, stepAt, stepOf } from '../../../services/staff/one-time-code.ts'

/** `12345678901234567890`, the key of the test vectors in RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('codes are those of RFC 6238, their last six digits', () => {
  const cases: [seconds: number, code: string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ]
  test.each(cases)('at %i seconds %s', (seconds, code) => {
    expect(codeAt(secret, stepAt(seconds * 1000))).toBe(code)
  })
})

describe('a typed code', () => {
  const now = 1_111_111_111_000
  const step = stepAt(now)
  const cases: [string, string, number | undefined][] = [
    ['of now', codeAt(secret, step), step],
    ['of the step before', codeAt(secret, step - 1), step - 1],
    ['of the next step', codeAt(secret, step + 1), step + 1],
    ['of two steps before', codeAt(secret, step - 2), undefined],
    ['of two steps on', codeAt(secret, step + 2), undefined],
    ['with a space in it', '050 471', step],
    ['in full width', '０５０４７１', step],
    ['too short', '50471', undefined],
    ['of letters', 'abcdef', undefined],
    ['empty', '', undefined],
  ]
  test.each(cases)('%s', (_what, typed, found) => expect(stepOf(secret, typed, now)).toBe(found))
})

test('secrets are drawn anew, can be typed, and apps open their address', () => {
  const drawn = new Set(Array.from({ length: 50 }, drawSecret))
  expect(drawn.size).toBe(50)
  for (const one of drawn) expect(one).toMatch(secretPattern)
  const address = new URL(addressOf(secret, '王主任'))
  expect([address.protocol, address.searchParams.get('secret')]).toEqual(['otpauth:', secret])
  expect(decodeURIComponent(address.pathname)).toMatch(/知询:王主任$/)
})
