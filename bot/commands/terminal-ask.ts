import { createInterface } from 'node:readline/promises'
import type { Ask } from './ask-missing.ts'

/** Asks whoever sits at the terminal; undefined where nobody does. */
export function openTerminal(): Ask | undefined {
  if (!process.stdin.isTTY) return undefined
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    const closed = new Promise<undefined>((resolve) => terminal.once('close', () => resolve(undefined)))
    try {
      return await Promise.race([terminal.question(question), closed])
    } finally {
      terminal.close()
    }
  }
}
