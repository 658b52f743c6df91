import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Assistant, openAssistant } from '../../../bot/assistant.ts'
import type { ConversationState } from '../../../services/conversations/conversation-store.ts'
import type { Reply } from '../../../services/reply.ts'
import { jsonOf, post } from '../../support/app.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { databaseEnvironment } from '../../support/run-command.ts'
import { chatPage, type Running, startCommand } from '../../support/start-command.ts'

const database = await testDatabaseOptions()
/** The embedded database is one process's own. */
const processes = database.url === undefined ? 1 : 2
const interviews = 20
const center = 'medical-center-2025'

type Server = { running: Running; url: string }

async function start(): Promise<Server> {
  const running = startCommand('start', { ...databaseEnvironment(database), PORT: '0' })
  onTestFinished(() => void running.child.kill('SIGKILL'))
  return { running, url: (await running.until(chatPage))[1]! }
}

type Body = { message: string; conversation?: string }
type Said = { conversation: string; replies: Reply[] }

/** Sends a message until it is answered, under one key, to one process after the other as a balancer does. */
async function insist(servers: Server[], from: number, body: Body, key: string = randomUUID()): Promise<Said> {
  for (let tries = 0; ; tries += 1) {
    try {
      const { url } = servers[(from + tries) % servers.length]!
      const response = await post(`${url}/api/chat`, body, { 'idempotency-key': key })
      if (response.status === 200) return await jsonOf(response)
      expect(response.status).toBe(503)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
    await pause(100)
  }
}

async function kill(servers: Server[], at: number): Promise<void> {
  servers[at]!.running.child.kill('SIGKILL')
  await servers[at]!.running.ended
  servers[at] = await start()
}

/** What is kept, read when every server has ended. */
async function readKept<Result>(servers: Server[], read: (db: Assistant['db']) => Promise<Result>): Promise<Result> {
  for (const { running } of servers) running.child.kill('SIGTERM')
  for (const { running } of servers) expect(await running.ended).toBe(0)
  const { dataDir, url: databaseUrl } = database
  const assistant = await openAssistant({ dataDir, databaseUrl, today: () => dayOfTests })
  try {
    return await read(assistant.db)
  } finally {
    await assistant.close()
  }
}

test('three answers at once over the processes of one database all stand, killed in the middle', async () => {
  const servers: Server[] = []
  // One after the other: the first makes the index.
  for (let at = 0; at < processes; at += 1) servers.push(await start())
  const asked: string[][] = []
  const conversations: string[] = []
  for (const victim of [0, processes - 1]) {
    const begun = await Promise.all(
      Array.from({ length: interviews / 2 }, (_, at) => insist(servers, at, { message: `/check ${center}` })),
    )
    conversations.push(...begun.map(({ conversation }) => conversation))
    const answers = begun.map(({ conversation }, at) =>
      [0, 1, 0].map((from) => insist(servers, at + from, { conversation, message: '是' })),
    )
    await Promise.race(answers.flat())
    await kill(servers, victim)
    const answered = await Promise.all(answers.map((own) => Promise.all(own)))
    asked.push(...answered.map((own) => own.map(({ replies }) => replies.at(-1)!.asks!.key).toSorted()))
  }
  for (const keys of asked)
    expect(keys).toEqual(['inventoryCompleted', 'registeredInPatentSystem', 'validInventionPatents'])
  const rows = await readKept(servers, (db) =>
    db
      .selectFrom('conversation')
      .innerJoin('turn', 'turn.conversation', 'conversation.id')
      .select(['conversation.id', 'conversation.state', 'turn.ordinal'])
      .orderBy('turn.ordinal')
      .execute(),
  )
  const kept = Map.groupBy(rows, ({ id }) => id)
  for (const conversation of conversations) {
    const own = kept.get(conversation)!
    expect(own.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 3])
    expect((own[0]!.state as ConversationState).interview!.answers).toEqual({
      isShanghaiMedicalInstitution: true,
      registeredInPatentSystem: true,
      inventoryCompleted: true,
    })
  }
}, 300_000)

test('a first message sent to all processes at once under one key begins one conversation', async () => {
  const servers: Server[] = []
  for (let at = 0; at < processes; at += 1) servers.push(await start())
  for (let round = 0; round < 5; round += 1) {
    const key = randomUUID()
    const tries = [0, 1, 0, 1].map((from) => insist(servers, from, { message: '你好' }, key))
    const [first, ...others] = await Promise.all(tries)
    for (const other of others) expect(other).toEqual(first)
  }
}, 300_000)
