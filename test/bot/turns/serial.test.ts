import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../bot/app-services.ts'
import { type Take, twoSides } from '../../support/two-sides.ts'

const { app, takes } = await twoSides()
const { db } = app.assistant
const start = '/check medical-center-2025'

const say = (side: number, text: string, conversation?: string): Promise<Outcome> =>
  (takes[side % 2] as Take)({
    id: randomUUID(),
    ...(conversation !== undefined && { conversation }),
    text,
    channel: 'web',
  })

/** A value with its keys in order, as the database keeps them in one of its own. */
const inKeyOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

/** What was said and answered, without what differs each time: ids and codes. */
const plain = (value: unknown): string =>
  JSON.stringify(value, inKeyOrder)
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/[A-Z2-9]{4}-[A-Z2-9]{4}/g, 'CODE')

/** The turns of a conversation in the order in which they were kept. */
async function turnsOf(conversation: string): Promise<{ text: string; replies: string }[]> {
  const rows = await db
    .selectFrom('turn')
    .innerJoin('reply', 'reply.turn', 'turn.id')
    .select(['turn.ordinal', 'turn.text', 'reply.body'])
    .where('conversation', '=', conversation)
    .orderBy('turn.ordinal')
    .orderBy('reply.ordinal')
    .execute()
  const turns = Map.groupBy(rows, ({ ordinal }) => ordinal)
  expect([...turns.keys()]).toEqual(Array.from(turns, (_, at) => at))
  return [...turns.values()].map((own) => ({ text: own[0]!.text, replies: plain(own.map(({ body }) => body)) }))
}

async function sharedPair(): Promise<[string, string]> {
  const { conversation } = await say(0, start)
  const [reply] = (await say(0, '/code', conversation)).replies
  return [conversation, (await say(1, /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(reply!.text)![0])).conversation]
}

async function expectThreeAnswers(conversation: string, outcomes: Outcome[]): Promise<void> {
  const asked = outcomes.map(({ replies }) => replies.at(-1)!.asks?.key)
  expect(new Set(asked)).toEqual(new Set(['registeredInPatentSystem', 'inventoryCompleted', 'validInventionPatents']))
  const { replies } = await say(0, '/status', conversation)
  expect(replies.at(-1)!.asks?.key).toBe('validInventionPatents')
}

describe('three answers at once over two processes', () => {
  test('in one conversation all stand', async () => {
    for (let interview = 0; interview < 20; interview += 1) {
      const { conversation } = await say(interview, start)
      const outcomes = await Promise.all([0, 1, 0].map((side) => say(side + interview, '是', conversation)))
      await expectThreeAnswers(conversation, outcomes)
      expect(await turnsOf(conversation)).toHaveLength(5)
    }
  }, 120_000)

  test('in two conversations that hold one interview, none is taken for the answer to what the other was asked', async () => {
    for (let interview = 0; interview < 20; interview += 1) {
      const pair = await sharedPair()
      const outcomes = await Promise.all([0, 1, 1].map((one, side) => say(side, '是', pair[one])))
      const again = outcomes.filter(({ replies }) => replies.at(-1)!.text.includes('刚在别处有了新的回答'))
      expect(again).toHaveLength(1)
      const { replies } = await say(0, '/status', pair[0])
      expect(replies.at(-1)!.asks?.key).toBe('inventoryCompleted')
    }
  }, 120_000)
})

test('the same message twice at once, over two processes, is one turn', async () => {
  for (let round = 0; round < 20; round += 1) {
    const begun = round % 2 === 0 ? undefined : (await say(0, start)).conversation
    const turn = { id: randomUUID(), fingerprint: 'f', text: '是', channel: 'web' as const }
    const named = begun === undefined ? turn : { ...turn, conversation: begun }
    const [first, ...others] = await Promise.all([takes[0](named), takes[1](named), takes[0](named)])
    for (const other of others) expect(other).toEqual(first)
    expect(await turnsOf(first.conversation)).toHaveLength(begun === undefined ? 1 : 2)
  }
}, 120_000)

const message = fc.constantFrom(
  ...['是', '否', '120件', '/back', '/skip', '/status', '/edit validInventionPatents', '/cancel', '/confirm', '/code'],
  ...['/check medical-promotion-2025', start, '截止日期是哪天？', '给多少经费？'],
)
const messages = (maxLength: number) =>
  fc.array(fc.record({ text: message, side: fc.nat(1) }), { minLength: 2, maxLength })

test('whatever is said at once over two processes is answered as if it had been said one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(messages(7), async (said) => {
      const { conversation } = await say(0, start)
      await Promise.all(said.map(({ text, side }) => say(side, text, conversation)))
      const turns = await turnsOf(conversation)
      expect(
        turns
          .map(({ text }) => text)
          .slice(1)
          .toSorted(),
      ).toEqual(said.map(({ text }) => text).toSorted())
      const again = await say(0, start)
      for (const { text, replies } of turns.slice(1))
        expect(plain((await say(0, text, again.conversation)).replies)).toBe(replies)
    }),
    { numRuns: 15 },
  )
}, 240_000)

/** Every way to say the messages of two conversations one after the other; 0 for the next of the first. */
function merges(first: number, second: number): number[][] {
  if (first === 0 || second === 0) return [[...Array(first).fill(0), ...Array(second).fill(1)]]
  return [
    ...merges(first - 1, second).map((rest) => [0, ...rest]),
    ...merges(first, second - 1).map((rest) => [1, ...rest]),
  ]
}

test('and so it is in two conversations that hold one interview', async () => {
  await fc.assert(
    fc.asyncProperty(messages(3), messages(3), async (...said) => {
      const pair = await sharedPair()
      const all = said.flatMap((own, one) => own.map((each) => ({ ...each, conversation: pair[one]! })))
      await Promise.all(all.map(({ side, text, conversation }) => say(side, text, conversation)))
      const begun = [2, 1]
      const kept = (await Promise.all(pair.map(turnsOf))).map((turns, one) => turns.slice(begun[one]))
      const orders = merges(kept[0]!.length, kept[1]!.length)
      const found = await firstOf(orders, (order) => isReplayed(order, kept))
      expect(found, JSON.stringify(kept.map((turns) => turns.map(({ text }) => text)))).toBeDefined()
    }),
    { numRuns: 6 },
  )
}, 240_000)

async function isReplayed(order: number[], kept: { text: string; replies: string }[][]): Promise<boolean> {
  const pair = await sharedPair()
  const next = [0, 0]
  for (const one of order) {
    const { text, replies } = kept[one]![next[one]!++]!
    if (plain((await say(0, text, pair[one])).replies) !== replies) return false
  }
  return true
}

async function firstOf<One>(all: One[], holds: (one: One) => Promise<boolean>): Promise<One | undefined> {
  for (const one of all) if (await holds(one)) return one
  return undefined
}
