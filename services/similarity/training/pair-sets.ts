import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const setSchema = z.object({ about: z.string(), ask: z.string(), questions: z.array(z.string()).min(2) })
const pairSchema = z.object({ about: z.string(), same: z.boolean(), one: z.string(), other: z.string() })

/** Two questions of which somebody has said whether they ask the same. `about`: the folder of `knowledge/questions` whose notices they are about. */
export type LabelledPair = z.infer<typeof pairSchema> & {
  /** What each of the two asks, where it was written down: pairs of one matter are left out together. */
  asks?: [string, string]
}

/** Every pair of questions about the same notices: the same where they stand in one line. */
export function pairsOfSets(folder: string, name: string): LabelledPair[] {
  const sets = readLines(join(folder, name), setSchema)
  const all = sets.flatMap(({ about, ask, questions }) => questions.map((question) => ({ about, ask, question })))
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter(({ about }) => about === one.about)
      .map((other) => ({
        about: one.about,
        same: one.ask === other.ask,
        one: one.question,
        other: other.question,
        asks: [one.ask, other.ask] as [string, string],
      })),
  )
}

/** Pairs that stand one in a line. */
export const readPairs = (folder: string, name: string): LabelledPair[] => readLines(join(folder, name), pairSchema)

const measuredSchema = z.object({ a: z.string(), b: z.string(), same: z.boolean() })

/** Pairs of questions about the bundled notices that stand one in a line, to be measured only. */
export const readMeasured = (file: string): LabelledPair[] =>
  readLines(file, measuredSchema).map(({ a, b, same }) => ({ about: 'bundled', same, one: a, other: b }))

const readLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
