import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openAssistant } from '../../../bot/assistant.ts'
import { jsonOf, post } from '../../support/app.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'
import { chatPage } from '../../support/start-command.ts'

const database = await testDatabaseOptions()

test('what was asked of a process that is killed is entered by the next, once', async () => {
  let asked = 0
  for (let round = 0; round < 3; round += 1) {
    const running = runCommand('start', { ...databaseEnvironment(database), PORT: '0' })
    const url = (await running.until(chatPage))[1]!
    // Some of them are entered by the time of the kill, some are just being entered, some wait.
    for (let count = 0; count < 12; count += 1) {
      const message = `凭证${randomUUID().slice(0, 8)}要交几份？`
      expect((await jsonOf(post(`${url}/api/chat`, { message }))).replies).toHaveLength(1)
      asked += 1
    }
    running.child.kill('SIGKILL')
    await running.ended
  }
  const { dataDir, url: databaseUrl } = database
  const { db, settle, close } = await openAssistant({ dataDir, databaseUrl, today: () => dayOfTests })
  try {
    await settle()
    const turns = await db.selectFrom('turn').select('id').execute()
    const questions = await db.selectFrom('question').select('turn').execute()
    expect(turns).toHaveLength(asked)
    expect(questions.map(({ turn }) => turn).toSorted()).toEqual(turns.map(({ id }) => id).toSorted())
    expect(await db.selectFrom('turn_queue').select('turn').execute()).toEqual([])
  } finally {
    await close()
  }
}, 300_000)
