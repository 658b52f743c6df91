import { join } from 'node:path'
import { readSamples, type SampleDialogue, type SampleQuestion } from '../support/judge.ts'

const folder = join(import.meta.dirname, '../fixtures/samples')

export const questions = readSamples<SampleQuestion>(join(folder, 'questions.jsonl'))
export const dialogues = readSamples<SampleDialogue>(join(folder, 'dialogues.jsonl'))
