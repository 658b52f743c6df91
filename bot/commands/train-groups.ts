import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { similarityLimits } from '../../services/similarity/similarity.ts'
import { countAt, learnPairs, sharesAt } from '../../services/similarity/training/learn-pairs.ts'
import {
  type LabelledPair,
  pairsOfSets,
  readMeasured,
  readPairs,
} from '../../services/similarity/training/pair-sets.ts'
import { readAllPairs } from '../../services/similarity/training/read-pairs.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'knowledge', 'pairs')
const read = (pairs: readonly LabelledPair[]) => readAllPairs(join(root, 'knowledge', 'questions'), pairs)
const limits = [0.3, 0.4, 0.5, similarityLimits.sameGroup, similarityLimits.sameAnswer, 0.8]

/** Learns anew what makes two questions the same, and says what that is worth on pairs it was not learned from. */
async function learn(decided: string | undefined): Promise<void> {
  const learned = await read([
    ...pairsOfSets(folder, 'learned.jsonl'),
    ...readPairs(folder, 'near-misses.jsonl'),
    ...readPairs(folder, 'fresh.jsonl'),
    ...readPairs(folder, 'five-notices.jsonl'),
    ...(decided === undefined ? [] : readPairs('.', decided)),
  ])
  const held = await read(readPairs(folder, 'held-out.jsonl'))
  const weights = learnPairs(learned)
  writeFileSync(join(root, 'services', 'similarity', 'weights.json'), `${JSON.stringify(weights, null, 2)}\n`)
  for (const [name, pairs] of Object.entries({ learned, 'held out': held }))
    for (const limit of limits) {
      const { right, wrong, same, apart } = countAt(pairs, limit, weights)
      console.log(`${name}, at ${limit}: ${right} of ${same} that are the same, ${wrong} of ${apart} that are not`)
    }
}

/** Says what the weights as they stand are worth on pairs of a file, which nothing is learned from. */
async function measure(file: string): Promise<void> {
  const pairs = await read(readMeasured(file))
  for (const limit of limits) {
    const { right, wrong, same, apart } = countAt(pairs, limit)
    const { precision, recall } = sharesAt(pairs, limit)
    const use = limit === similarityLimits.sameGroup ? ' (the limit of groups)' : ''
    console.log(
      `at ${limit}${use}: ${right} of ${same} that are the same, ${wrong} of ${apart} that are not; precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    )
  }
}

/** Pairs that staff have decided on in the console (`/api/staff/pairs.jsonl`), or `--measure` and a file to measure. */
const [first, file] = process.argv.slice(2)
if (first === '--measure') await measure(file ?? '')
else await learn(first)
process.exit(0)
