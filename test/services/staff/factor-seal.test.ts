import { expect, test, vi } from 'vitest'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { sealFactors } from '../../../bot/staff/seal-factors.ts'
import { addAccount } from '../../../services/staff/accounts.ts'
import { checkCredentials } from '../../../services/staff/check-credentials.ts'
import { createFactorSeal, noSeal } from '../../../services/staff/factor-seal.ts'
import { codeAt, drawSecret, stepAt } from '../../../services/staff/one-time-code.ts'
import { addSecondFactor } from '../../../services/staff/own-account.ts'
import { testDatabase } from '../../support/database.ts'

vi.setConfig({ testTimeout: 120_000 })

const [key, other] = ['k'.repeat(32), 'o'.repeat(32)]
const secret = drawSecret()

test('what is sealed is opened with its key for its account, and reads differently each time', () => {
  const seal = createFactorSeal(key)
  const kept = seal.seal(secret, '王主任')
  expect(kept).not.toContain(secret)
  expect(seal.seal(secret, '王主任')).not.toBe(kept)
  expect(seal.open(kept, '王主任')).toBe(secret)
  for (const wrong of [`${kept.slice(0, -2)}AA`, 'sealed:', 'sealed:AAAA'])
    expect(seal.open(wrong, '王主任')).toBeUndefined()
  expect(seal.open(kept, '小周')).toBeUndefined()
  expect(createFactorSeal(other).open(kept, '王主任')).toBeUndefined()
  expect(noSeal.open(kept, '王主任')).toBeUndefined()
})

test('a second factor is sealed at the next start with a key, moves to the next key, and lets nobody in without it', async () => {
  const { db } = await testDatabase()
  await migrateToLatest(db)
  const [name, password] = ['王主任', 'tulip-canoe-93']
  const from = { address: '127.0.0.1', network: '127.0.0.1' }
  await addAccount(db, name, password)
  const code = () => codeAt(secret, stepAt(Date.now()))
  await addSecondFactor(db, { name, password }, { secret, code: code() }, from)
  const kept = async () =>
    (await db.selectFrom('staff_account').select('second_factor').executeTakeFirstOrThrow()).second_factor
  const enters = async () => {
    // Each code is taken once, and another comes only after half a minute.
    await db.updateTable('staff_account').set({ last_code_step: null }).execute()
    return (await checkCredentials(db, { name, password, code: code() }, from)).kind
  }
  const start = async (keys: { secondFactorKey?: string; formerSecondFactorKey?: string }) => {
    const notes: string[] = []
    await sealFactors(db, keys, (note) => notes.push(note))
    return notes
  }

  expect(await start({})).toEqual([expect.stringContaining('没有加密')])
  expect(await kept()).toBe(secret)
  expect(await start({ secondFactorKey: key })).toEqual([])
  expect(await kept()).toMatch(/^sealed:/)
  expect(await enters()).toBe('right')

  expect(await start({ secondFactorKey: other })).toEqual([expect.stringContaining(name)])
  expect(await enters()).toBe('refused')
  expect(await start({ secondFactorKey: other, formerSecondFactorKey: key })).toEqual([])
  expect(createFactorSeal(other).open((await kept())!, name)).toBe(secret)
  expect(await enters()).toBe('right')
})
