import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { similarityLimits } from '../../services/similarity/similarity.ts'
import { countAt, learnPairs } from '../../services/similarity/training/learn-pairs.ts'
import { pairsOfSets, readPairs } from '../../services/similarity/training/pair-sets.ts'
import { readAllPairs } from '../../services/similarity/training/read-pairs.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'knowledge', 'pairs')
const read = (pairs: Parameters<typeof readAllPairs>[1]) => readAllPairs(join(root, 'knowledge', 'questions'), pairs)

/** Pairs that staff have decided on in the console (`/api/staff/pairs.jsonl`), where a file of them is given. */
const [decided] = process.argv.slice(2)

/** Learns anew what makes two questions the same, and says what that is worth on pairs it was not learned from. */
const learned = await read([
  ...pairsOfSets(folder, 'learned.jsonl'),
  ...readPairs(folder, 'near-misses.jsonl'),
  ...(decided === undefined ? [] : readPairs('.', decided)),
])
const held = await read(readPairs(folder, 'held-out.jsonl'))
const weights = learnPairs(learned)
writeFileSync(join(root, 'services', 'similarity', 'weights.json'), `${JSON.stringify(weights, null, 2)}\n`)
for (const [name, pairs] of Object.entries({ learned, 'held out': held }))
  for (const limit of [0.3, 0.4, similarityLimits.sameGroup, similarityLimits.sameAnswer, 0.8]) {
    const { right, wrong, same, apart } = countAt(pairs, limit, weights)
    console.log(`${name}, at ${limit}: ${right} of ${same} that are the same, ${wrong} of ${apart} that are not`)
  }
process.exit(0)
