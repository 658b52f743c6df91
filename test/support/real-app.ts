import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { buildApp } from '../../bot/app.ts'
import { type Assistant, type AssistantOptions, openAssistant } from '../../bot/assistant.ts'
import type { DatabaseOptions } from '../../knowledge/database/connect.ts'
import type { Reply } from '../../services/reply.ts'
import { jsonOf, post } from './app.ts'
import { testDatabaseOptions } from './database.ts'

/** A day on which every window of the five notices has closed. */
export const dayOfTests = '2026-11-21'

export type Said = { conversation: string; replies: Reply[] }

export type RealApp = {
  app: FastifyInstance
  assistant: Assistant
  database: DatabaseOptions
  url: string
  log: string[]
  /** Sends a message; `key` marks it as one and the same. */
  say(message: string, conversation?: string, key?: string): Promise<Said>
  close(): Promise<void>
}

/** Starts all there is, as `npm start` does, on a free port. */
export async function startRealApp(database: DatabaseOptions, more: Partial<AssistantOptions> = {}): Promise<RealApp> {
  const { url: databaseUrl, dataDir } = database
  const log: string[] = []
  const assistant = await openAssistant({ dataDir, databaseUrl, today: () => dayOfTests, ...more })
  const app = buildApp(assistant.services, { log: { write: (line) => void log.push(line) } })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  async function say(message: string, conversation?: string, key?: string): Promise<Said> {
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
    const response = await post(`${url}/api/chat`, { conversation, message }, headers)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return jsonOf(response)
  }
  async function close(): Promise<void> {
    await app.close()
    await assistant.close()
  }
  return { app, assistant, database, url, log, say, close }
}

/** The same for one test file with what else is configured, on a database of its own, called at its top: `const { say } = await realApp()`. */
export async function realApp(more: Partial<AssistantOptions> = {}): Promise<RealApp> {
  const running = await startRealApp(await testDatabaseOptions(), more)
  afterAll(() => running.close())
  return running
}
