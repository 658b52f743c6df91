import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { twoSides } from '../../support/two-sides.ts'

const { app, takes } = await twoSides()
const { db } = app.assistant

const take = (side: 0 | 1, text: string, conversation?: string) =>
  takes[side]({ id: randomUUID(), ...(conversation !== undefined && { conversation }), text, channel: 'web' })

/** The same, and waits until the question stands in the log of the console. */
async function say(side: 0 | 1, text: string, conversation?: string) {
  const outcome = await take(side, text, conversation)
  await app.assistant.settle()
  return outcome
}

/** Groups of questions of which no question is left. */
const emptyGroups = () =>
  db
    .selectFrom('question_group')
    .leftJoin('question', 'question.question_group', 'question_group.id')
    .select('question_group.sense')
    .where('question.turn', 'is', null)
    .execute()

const countGroups = async () => (await db.selectFrom('question_group').select('id').execute()).length

test('deleting a conversation while the same is asked in another fails nobody, and leaves no group without a question', async () => {
  const text = '凭证要交几份？'
  const lasting = await say(0, '你好')
  const before = await countGroups()
  for (let round = 0; round < 60; round += 1) {
    const deleted = await say(1, text)
    expect(await countGroups()).toBe(before + 1)
    const pause = new Promise((resolve) => setTimeout(resolve, round % 12))
    const [asked] = await Promise.all([say(0, text), pause.then(() => say(1, '/delete', deleted.conversation))])
    expect(await emptyGroups()).toEqual([])
    expect(await countGroups()).toBe(before + 1)
    await say(1, '/delete', asked.conversation)
    expect(await countGroups()).toBe(before)
  }
  expect((await say(0, '你好', lasting.conversation)).conversation).toBe(lasting.conversation)
}, 120_000)
