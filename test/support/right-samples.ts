import { expect } from 'vitest'
import { faultsOf, readSamples, type SampleQuestion } from './judge.ts'
import { realApp } from './real-app.ts'

/**
 * The sample questions that are answered rightly without a model, nearly all, for one test file: called at its top. What a model
 * or its failure adds must lose none of them.
 */
export async function rightSamples(): Promise<SampleQuestion[]> {
  const samples = readSamples<SampleQuestion>(new URL('../fixtures/samples/questions.jsonl', import.meta.url).pathname)
  const { say } = await realApp()
  const right: SampleQuestion[] = []
  for (const sample of samples)
    if (faultsOf(sample, (await say(sample.question)).replies).length === 0) right.push(sample)
  expect(right.length).toBeGreaterThanOrEqual(0.85 * samples.length)
  return right
}
