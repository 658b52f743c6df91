import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import { learnNearness } from '../../services/answering/training/learn-nearness.ts'
import type { NearnessWeights } from '../../services/answering/understand/understand.ts'
import type { RankingWeights } from '../../services/answering/retrieve/rank.ts'
import { learned } from '../../services/answering/retrieve/weights.ts'
import { ownSet } from '../../services/answering/training/own-set.ts'
import { type LabelledSet, readSets } from '../../services/answering/training/read-set.ts'
import { train } from '../../services/answering/training/train.ts'
import { type Config, readConfig, secretsIn } from '../config.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { useKnowledge } from '../knowledge-in-use.ts'

const root = join(import.meta.dirname, '..', '..')
const questions = join(root, 'knowledge', 'questions')
const answering = join(root, 'services', 'answering')
const nearness = join('retrieve', 'nearness-weights.json')
const usage = `npm run train [-- [--own] [--nearness]]
  --own       learns also from the questions that staff have written for notices of this installation
  --nearness  learns only what the vectors of OPENAI_EMBEDDING_MODEL are worth, and leaves all other weights`

const write = (file: string, weights: object) =>
  writeFileSync(join(answering, file), `${JSON.stringify(weights, null, 2)}\n`)

/** Learns the weights anew from the labelled questions, and writes them with their report. */
async function learnAll(sets: LabelledSet[]): Promise<RankingWeights> {
  const {
    weights,
    learned: fresh,
    known,
    talk,
    report,
  } = await train(sets, ({ name, files, notices = [] }, examples) =>
    console.log(`${name}: ${files.length + notices.length} notices of its own, ${examples} questions`),
  )
  write(join('retrieve', 'weights.json'), weights)
  write(join('retrieve', 'asked-before.json'), known)
  write(join('understand', 'talk-weights.json'), talk)
  writeFileSync(join(questions, 'REPORT.md'), report)
  console.log(report)
  return fresh
}

/** Learns what the vectors of the embedder are worth, and keeps it beside what is known of others. */
async function learnVectors(sets: LabelledSet[], weights: RankingWeights, openai: Config['openai']): Promise<void> {
  const { apiKey, baseUrl, embeddingModel: model } = openai ?? {}
  if (apiKey === undefined || model === undefined) return
  const { endpointEmbedder } = await import('../../services/model/endpoint-embedder.ts')
  const { embed } = endpointEmbedder({ apiKey, baseUrl, model })
  const { weights: found, report } = await learnNearness(sets, { model, embed, weights }, (set, of) =>
    console.log(`${set}: ${of} questions with vectors`),
  )
  const { [model]: _before, ...others } = JSON.parse(readFileSync(join(answering, nearness), 'utf8')) as Record<
    string,
    NearnessWeights
  >
  write(nearness, { ...others, ...(found && { [model]: found }) })
  console.log(report)
}

/** The questions that staff of this installation have written. @throws {Error} Where an assistant runs on the same directory. */
async function readOwn({ databaseUrl: url, dataDir }: Config): Promise<LabelledSet[]> {
  const { db, close } = await openDatabase({ dataDir, ...(url !== undefined && { url }) })
  try {
    await migrateToLatest(db)
    const own = ownSet((await useKnowledge(db)).now().catalogue.notices)
    return own ? [own] : []
  } finally {
    await close()
  }
}

async function main(given: string[]): Promise<number> {
  if (given.some((one) => one !== '--own' && one !== '--nearness')) {
    console.error(usage)
    return 64
  }
  try {
    const config = readConfig(process.env)
    const sets = [...readSets(questions), ...(given.includes('--own') ? await readOwn(config) : [])]
    const weights = given.includes('--nearness') ? learned : await learnAll(sets)
    await learnVectors(sets, weights, config.openai)
    return 0
  } catch (error) {
    console.error(explainFailure(error, secretsIn(process.env)))
    return exitCodeOf(error)
  }
}

process.exit(await main(process.argv.slice(2)))
