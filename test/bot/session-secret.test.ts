import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildApp } from '../../bot/app.ts'
import { keptSessionSecret } from '../../bot/session-secret.ts'
import { temporaryDirectory } from '../support/database.ts'
import { memoryServices } from '../support/app.ts'

const parent = temporaryDirectory()
const emptyDirectory = () => mkdtempSync(join(parent, 'data-'))

test('is made once, and is its owner’s alone', () => {
  const directory = join(emptyDirectory(), 'deep', 'data')
  const secret = keptSessionSecret(directory)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(keptSessionSecret(directory)).toBe(secret)
  expect(statSync(join(directory, 'session-secret')).mode & 0o077).toBe(0)
  expect(readdirSync(directory)).toEqual(['session-secret'])
})

test.each(['', '\n', 'cut off', '\0'.repeat(43)])('is made anew where a crash has left %j', async (left) => {
  const directory = emptyDirectory()
  writeFileSync(join(directory, 'session-secret'), left)
  const secret = keptSessionSecret(directory)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(readFileSync(join(directory, 'session-secret'), 'utf8')).toBe(secret)
  expect(statSync(join(directory, 'session-secret')).mode & 0o077).toBe(0)
  const staff = {
    db: undefined as never,
    known: () => undefined as never,
    sessionSecret: secret,
    timeZone: 'UTC',
    notices: undefined as never,
    programmes: undefined as never,
  }
  const app = buildApp({ ...memoryServices(), staff }, { log: false })
  expect((await app.inject('/staff/login')).statusCode).toBe(200)
  await app.close()
})

test('one that somebody has put there stays', () => {
  const directory = emptyDirectory()
  const own = `${'own secret of an operator '.repeat(2)}\n`
  writeFileSync(join(directory, 'session-secret'), own)
  expect(keptSessionSecret(directory)).toBe(own)
})
