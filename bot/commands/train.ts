import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSets } from '../../services/answering/training/read-set.ts'
import { train } from '../../services/answering/training/train.ts'

const root = join(import.meta.dirname, '..', '..')
const questions = join(root, 'knowledge', 'questions')
const weightsFile = join(root, 'services', 'answering', 'retrieve', 'weights.json')

/** Learns the weights anew from the labelled questions, and writes them with their report. */
const { weights, report } = await train(readSets(questions), ({ name, files }, examples) =>
  console.log(`${name}: ${files.length} notices of its own, ${examples} questions`),
)
writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`)
writeFileSync(join(questions, 'REPORT.md'), report)
console.log(report)
process.exit(0)
