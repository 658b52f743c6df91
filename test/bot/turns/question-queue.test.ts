import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { enterTurns, waitingTurns } from '../../../services/conversations/question-queue.ts'
import { recordFeedback } from '../../../services/conversations/feedback-store.ts'
import { twoSides } from '../../support/two-sides.ts'

const { app, takes } = await twoSides()
const { db, settle, services } = app.assistant
const known = services.staff!.known
const text = () => `凭证${randomUUID().slice(0, 8)}要交几份？`

async function ask(asked: string, conversation?: string, side: 0 | 1 = 0) {
  const id = randomUUID()
  const named = conversation === undefined ? {} : { conversation }
  return { id, ...(await takes[side]({ id, ...named, text: asked, channel: 'web' })) }
}
const entered = (ids: string[]) => db.selectFrom('question').selectAll().where('turn', 'in', ids).execute()
const waiting = () => waitingTurns(db, 1_000)
const countGroups = async () => (await db.selectFrom('question_group').select('id').execute()).length

test('a question stands in the log of the console a moment after its answer, by itself', async () => {
  const { id } = await ask(text())
  await expect.poll(() => entered([id]), { timeout: 20_000 }).toMatchObject([{ turn: id, channel: 'web' }])
  await expect.poll(waiting, { timeout: 20_000 }).not.toContain(id)
})

test('each question is entered once, whoever and how many enter it', async () => {
  const asked = await Promise.all(
    Array.from({ length: 30 }, (_, at) => ask(`${text()}${at % 3}`, undefined, at % 2 ? 1 : 0)),
  )
  const ids = asked.map(({ id }) => id)
  await Promise.all([settle(), enterTurns(db, known(), ids), enterTurns(db, known(), ids.toReversed()), settle()])
  await settle()
  expect((await entered(ids)).map(({ turn }) => turn).toSorted()).toEqual(ids.toSorted())
  expect(await waiting()).toEqual([])
})

test('questions of one meaning that are entered together are one group', async () => {
  await settle()
  const before = await countGroups()
  const one = text()
  const ids = (await Promise.all([one, one, one].map((each) => ask(each)))).map(({ id }) => id)
  await settle()
  expect(new Set((await entered(ids)).map((row) => row.question_group)).size).toBe(1)
  expect(await countGroups()).toBe(before + 1)
})

test('what somebody says of a reply before its question is entered stands there too', async () => {
  const [early, late] = [await ask(text()), await ask(text())]
  expect(await recordFeedback(db, { reply: early.replies[0]!.id, helpful: false })).toBe(true)
  await settle()
  expect(await recordFeedback(db, { reply: late.replies[0]!.id, helpful: true })).toBe(true)
  expect(await entered([early.id])).toMatchObject([{ helpful: false }])
  expect(await entered([late.id])).toMatchObject([{ helpful: true }])
})

test('and so it does at the very moment at which it is entered', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id, replies } = await ask(text())
    await Promise.all([settle(), recordFeedback(db, { reply: replies[0]!.id, helpful: false })])
    await settle()
    expect(await entered([id])).toMatchObject([{ helpful: false }])
  }
})

test('a conversation takes along what still waits when it is deleted', async () => {
  await settle()
  const before = await countGroups()
  const { id, conversation } = await ask(text())
  await ask(text(), conversation)
  await ask('/delete', conversation)
  expect(await waiting()).toEqual([])
  await settle()
  expect(await entered([id])).toEqual([])
  expect(await countGroups()).toBe(before)
})

test('deleting while it is entered fails nobody, and leaves nothing', async () => {
  await settle()
  const before = await countGroups()
  for (let round = 0; round < 20; round += 1) {
    const { conversation } = await ask(text())
    await Promise.all([settle(), ask('/delete', conversation, 1)])
  }
  await settle()
  expect(await waiting()).toEqual([])
  expect(await countGroups()).toBe(before)
})

test('a question that can not be entered holds no other up', async () => {
  const [bad, good] = [await ask(text()), await ask(text())]
  await settle()
  await db.deleteFrom('question').where('turn', 'in', [bad.id, good.id]).execute()
  const asked = { memory: {}, day: '2026-11-21', channel: 'web' }
  await db
    .insertInto('turn_queue')
    .values([
      { turn: bad.id, asked: JSON.stringify({ ...asked, memory: null }) },
      { turn: good.id, asked: JSON.stringify(asked) },
    ])
    .execute()
  const faults = await enterTurns(db, known(), [bad.id, good.id])
  expect([...faults.keys()]).toEqual([bad.id])
  expect(await entered([bad.id, good.id])).toMatchObject([{ turn: good.id }])
  await db.deleteFrom('turn_queue').where('turn', '=', bad.id).execute()
})

test.skipIf(app.database.url === undefined)(
  'what another process is just at is left to it, without a wait',
  async () => {
    const { id } = await ask(text())
    await db.transaction().execute(async (trx) => {
      await trx.selectFrom('turn_queue').select('turn').where('turn', '=', id).forUpdate().execute()
      await enterTurns(db, known(), [id])
      expect(await entered([id])).toEqual([])
    })
    await settle()
    expect(await entered([id])).toHaveLength(1)
  },
)
