import { afterAll } from 'vitest'
import type { AppServices } from '../../bot/app-services.ts'
import { createConversation } from '../../bot/conversation.ts'
import { testDatabaseOptions } from './database.ts'
import { dayOfTests, type RealApp, startRealApp } from './real-app.ts'

export type Take = AppServices['conversation']['take']

/**
 * Two conversation services on one database that know nothing of each other, as two processes have them, called at the top of a
 * test file. On a server each has an assistant of its own; the embedded database opens once, so there they share one.
 */
export async function twoSides(): Promise<{ app: RealApp; takes: readonly [Take, Take] }> {
  const database = await testDatabaseOptions()
  const app = await startRealApp(database)
  afterAll(() => app.close())
  return { app, takes: [app.assistant.services.conversation.take, await secondSide(app)] }
}

async function secondSide({ assistant, database }: RealApp): Promise<Take> {
  if (database.url === undefined) {
    const { known } = assistant.services.staff!
    return createConversation({ db: assistant.db, known, today: () => dayOfTests }).take
  }
  const other = await startRealApp(database)
  afterAll(() => other.close())
  return other.assistant.services.conversation.take
}
