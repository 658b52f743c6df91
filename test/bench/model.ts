import { setTimeout as pause } from 'node:timers/promises'
import { type Assistant, openAssistant } from '../../bot/assistant.ts'
import type { TurnLog } from '../../services/conversations/turn-log.ts'
import { choosing, startModelEndpoint, unhelpful } from '../support/model-endpoint.ts'
import { type Figure, latencies, timed } from './figure.ts'
import { questions } from './samples.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

/** How long the endpoint takes for a choice, in milliseconds. */
const takesMs = 300

/** Measures turns with a model on loopback that picks what was found: where it is asked, and where it needn't be. */
export async function measureModel(): Promise<Figure[]> {
  const ends: (() => unknown)[] = []
  const pick = choosing(unhelpful)
  const endpoint = await startModelEndpoint(
    async (asked, response) => {
      await pause(takesMs)
      return pick(asked, response)
    },
    (end) => void ends.push(end as () => unknown),
  )
  try {
    return await inTemporaryDirectory(async (dataDir) => {
      const openai = { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined }
      const assistant = await openAssistant({ databaseUrl: undefined, dataDir, today: () => '2026-11-21', openai })
      try {
        return await measureTurns(assistant)
      } finally {
        await assistant.close()
      }
    })
  } finally {
    for (const end of ends) await end()
  }
}

async function measureTurns({ services, db }: Assistant): Promise<Figure[]> {
  const [asked, unasked]: number[][] = [[], []]
  for (const [at, { question }] of questions.entries()) {
    const id = `bench-${at}`
    const took = await timed(() => services.conversation.take({ id, text: question, channel: 'web' as const }))
    const { log } = await db.selectFrom('turn').select('log').where('id', '=', id).executeTakeFirstOrThrow()
    ;((log as TurnLog).chosen ? asked! : unasked!).push(took)
  }
  return [
    ...latencies(`with a model that takes ${takesMs} ms, questions it is asked`, asked!),
    ...latencies('with a model, questions it needn’t be asked', unasked!),
  ]
}
