import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

export type Running = {
  child: ChildProcess
  /** What it has printed so far. */
  printed: { out: string; err: string }
  /** Settles with what the pattern finds in what is printed; rejects when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  /** Settles with the exit code; null after a signal. */
  ended: Promise<number | null>
}

/** Where `npm start` says that the chat page is, without the slash at its end. */
export const chatPage = /问答页面 (http:\S+)\//

export type Given = { args?: string[]; input?: string }

/** Runs a command of package.json as npm does, with an environment of its own. */
export function startCommand(
  name: string,
  env: Record<string, string>,
  { args: more = [], input }: Given = {},
): Running {
  const [, ...args] = [...scripts[name]!.replace(/^exec /, '').split(' '), ...more]
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, args, { cwd: root, env: { PATH, ...env } })
  if (input !== undefined) child.stdin.end(input)
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))

  function until(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(printed.out)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      void ended.then(() => reject(new Error(`ended without ${pattern}: ${printed.err}`)))
      look()
    })
  }
  return { child, printed, until, ended }
}
