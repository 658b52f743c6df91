import { measureChooser } from './chooser.ts'
import { measureEligibility } from './eligibility.ts'
import { measureFaults } from './faults/measure-faults.ts'
import { type Figure, printFigure } from './figure.ts'
import { measureFirstScreen } from './first-screen.ts'
import { measureGrowth } from './growth/measure-growth.ts'
import { measureIndexAndSearch } from './index-and-search.ts'
import { measureMasking } from './masking.ts'
import { fewTurns, measureMemory } from './memory.ts'
import { measureModel } from './model.ts'
import { measureQuestions } from './questions/measure-questions.ts'
import { questionsUsage, readQuestionsOptions } from './questions/options.ts'
import { measureRankingParts } from './ranking-parts.ts'
import { measureRetrieval } from './retrieval.ts'
import { measureServing } from './serving.ts'
import { measureStaff } from './staff.ts'
import { measureStatements } from './statements.ts'
import { measureTelegram } from './telegram.ts'
import { measureWeChat } from './wechat.ts'
import { measureTurnCost } from './turn-cost.ts'
import { measureTurnStatements } from './turn-statements.ts'
import { withDatabase } from './temporary-database.ts'

const usage = `npm run bench [-- retrieval DIR | growth DIR [CLAUSES] | memory [TURNS] | masking FILE | faults [MINUTES] | statements [DIR] | chooser [DIR…] | ${questionsUsage}]`

/** Everything there is to measure, in order; each takes well under a minute. */
const measurements: Record<string, () => Promise<Figure[]>> = {
  'starting and replying': measureServing,
  'what a turn computes': () => measureTurnCost(1_000),
  'memory as turns go by': () => measureMemory(fewTurns),
  'the statements of a turn': measureTurnStatements,
  'the first screen in a browser': measureFirstScreen,
  'indexing and searching': measureIndexAndSearch,
  'the parts of the ranking': measureRankingParts,
  'the checker': measureEligibility,
  'answers with a model': measureModel,
  'what a model can choose': () => measureChooser([]),
  'the staff console': measureStaff,
  'a thousand chats in Telegram': measureTelegram,
  'a thousand chats in WeChat': measureWeChat,
}

/** @throws {Error} Without a server, or for no time. */
async function measureFaultsFor(minutes: number): Promise<Figure[]> {
  const { DATABASE_URL: server } = process.env
  if (!server || !(minutes > 0)) throw new Error(`${usage}\nfaults takes minutes, and a PostgreSQL in DATABASE_URL`)
  return measureFaults(server, minutes)
}

async function measureAll(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(measurements)) {
    process.stderr.write(`Measuring ${name} …\n`)
    const measured = await measure().catch((error: unknown) => {
      process.stderr.write(`  ${(error as Error).message}\n`)
      process.exitCode = 1
      return []
    })
    for (const { name: figure, value, unit } of measured)
      process.stderr.write(`  ${figure}: ${value.toPrecision(4)} ${unit}\n`)
    figures.push(...measured)
  }
  return figures
}

function chosen([what, folder, ...more]: string[]): () => Promise<Figure[]> {
  if (what === undefined) return measureAll
  if (what === 'questions') {
    const options = readQuestionsOptions(process.argv.slice(3))
    return () => measureQuestions(options)
  }
  if (what === 'growth' && folder !== undefined) return () => measureGrowth(folder, ...more.slice(0, 1).map(Number))
  if (what === 'masking' && folder !== undefined && more.length === 0) return () => measureMasking(folder)
  if (what === 'memory') return () => measureMemory(Number(folder ?? 20_000))
  if (what === 'faults') return () => measureFaultsFor(Number(folder ?? 2))
  if (what === 'chooser') return () => measureChooser(process.argv.slice(3))
  if (what === 'statements' && more.length === 0) return () => measureStatements(folder)
  if (what === 'retrieval' && folder !== undefined && more.length === 0) {
    return () => withDatabase((db) => measureRetrieval(db, folder))
  }
  throw new Error(usage)
}

try {
  for (const figure of await chosen(process.argv.slice(2))()) printFigure(figure)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
