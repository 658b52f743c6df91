import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isWeakPassword } from '../../../services/staff/weak-password.ts'

describe('a password that is tried first is weak', () => {
  const weak = [
    '12345678',
    '87654321',
    '11111111',
    '11223344',
    '12341234',
    'abcd1234',
    'a1a1a1a1',
    'qwertyuiop',
    'qwer1234',
    '1qaz2wsx',
    'password',
    'Password1!',
    'P@ssw0rd',
    'passw0rd2026',
    'Admin@123',
    'admin123admin123',
    'woaini1314',
    'zhixun2026',
    'iloveyou',
    '19900101',
    '1234567890123456',
    'ＰＡＳＳＷＯＲＤ',
  ]
  test.each(weak)('%s', (password) => expect(isWeakPassword(password, 'chen')).toBe(true))

  const named: [password: string, account: string][] = [
    ['wangwu88', 'wangwu'],
    ['WangWu2026', 'wangwu'],
    ['王主任王主任王主任', '王主任'],
    ['王主任12345', '王主任'],
  ]
  test.each(named)('%s of %s', (password, account) => expect(isWeakPassword(password, account)).toBe(true))
})

describe('any other is not, of whatever characters it is', () => {
  const others = [
    'correct horse battery staple',
    'as long as it has to be',
    '三月的雨落在徐家汇',
    'tulip-canoe-93',
    '84750219',
    'kqmzvtrd',
    'my administrator sings',
  ]
  test.each(others)('%s', (password) => expect(isWeakPassword(password, 'chen')).toBe(false))

  test('least of all one that a machine has drawn', () => {
    for (let at = 0; at < 500; at++) expect(isWeakPassword(randomBytes(9).toString('base64url'), 'al')).toBe(false)
  })
})
