import { expect, onTestFinished, test } from 'vitest'
import { watchRoom } from '../../bot/watch-room.ts'
import { tell } from '../../services/happenings.ts'
import { jsonOf } from '../support/app.ts'
import { realApp } from '../support/real-app.ts'

test('a server without room for a turn is full for half a minute, and for no other reason', () => {
  let now = 1_000_000
  const room = watchRoom(() => now)
  onTestFinished(room.close)
  tell('refused', { code: '25006' })
  expect(room.isFull()).toBe(false)
  tell('refused', { code: '53100' })
  expect(room.isFull()).toBe(true)
  now += 29_999
  expect(room.isFull()).toBe(true)
  now += 1
  expect(room.isFull()).toBe(false)
})

test('/readyz says that the disk of the database is full, after a turn that had no room', async () => {
  const { url } = await realApp()
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  tell('refused', { code: '53100' })
  expect(await jsonOf(await fetch(`${url}/readyz`))).toMatchObject({
    status: 503,
    errors: [{ path: 'disk', message: expect.stringContaining('磁盘满了') }],
  })
}, 60_000)
