import type { Prompt } from '../../prompts/render-prompt.ts'

/** What to ask: the words, the form of the answer, and the most tokens it may take. */
export type Task = { prompt: Prompt; schema: { name: string; schema: object }; maxTokens: number }

/** What came back, to be read by a schema; `tokens` as the endpoint counts them, where it says. */
export type Completion = { text: string; tokens?: number | undefined }

/** Asks a model; given up with `signal`. @throws {ModelFailure} */
export type Ask = (task: Task, signal: AbortSignal) => Promise<Completion>
