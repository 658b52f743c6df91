import { randomUUID } from 'node:crypto'
import { openAssistant } from '../../bot/assistant.ts'
import { countStatements } from '../support/count-statements.ts'
import { type Figure, timed } from './figure.ts'
import { questions } from './samples.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const turns = 100
const today = '2026-11-21'

/** Counts the statements that turns send to the database before they are answered, and what entering them afterwards takes. */
export async function measureTurnStatements(): Promise<Figure[]> {
  return inTemporaryDirectory(async (dataDir) => {
    const { services, settle, close } = await openAssistant({ dataDir, databaseUrl: undefined, today: () => today })
    const counter = countStatements()
    try {
      const ask = async (at: number) =>
        services.conversation.take({
          id: randomUUID(),
          text: questions[at % questions.length]!.question,
          channel: 'web',
        })
      let statements = 0
      for (let at = 0; at < turns; at++) statements += (await counter.count(() => ask(at))).length
      const entering = await timed(settle)
      return [
        { name: 'statements a turn', value: statements / turns, unit: '' },
        { name: 'entering a question after its answer', value: entering / turns, unit: 'ms' },
      ]
    } finally {
      counter.stop()
      await close()
    }
  })
}
