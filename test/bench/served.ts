import { readFileSync } from 'node:fs'
import { chatPage, type Running, startCommand } from '../support/start-command.ts'
import { timed } from './figure.ts'
import { questions } from './samples.ts'

/** A process that serves, and how long it took until it said that it does. */
export type Served = { running: Running; url: string; seconds: number }

/** Starts the assistant as `npm start` does, until `/readyz` says yes. */
export async function serve(env: Record<string, string>): Promise<Served> {
  const began = performance.now()
  const running = startCommand('start', { PORT: '0', ...env })
  const [, url = ''] = await running.until(chatPage)
  const { status } = await fetch(`${url}/readyz`)
  if (status !== 200) throw new Error(`/readyz: ${status}`)
  return { running, url, seconds: (performance.now() - began) / 1000 }
}

export async function stop({ running: { child, ended } }: Pick<Served, 'running'>): Promise<void> {
  child.kill('SIGTERM')
  await ended
}

export const questionAt = (at: number): string => questions[at % questions.length]!.question

/** Asks, and gives the conversation to go on in. */
export async function ask(url: string, message: string, conversation?: string): Promise<string> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ conversation, message }),
  })
  const said = (await response.json()) as { conversation: string }
  if (response.status !== 200) throw new Error(`/api/chat: ${response.status}`)
  return said.conversation
}

/** How long each of so many replies took, asked one after the other, in milliseconds. */
export async function oneByOne(url: string, turns: number): Promise<number[]> {
  const milliseconds: number[] = []
  for (let at = 0; at < turns; at++) milliseconds.push(await timed(() => ask(url, questionAt(at))))
  return milliseconds
}

/** Replies per second with many conversations at once, each asking when it has its answer, and how long each took. */
export async function atOnce(
  urls: readonly string[],
  conversations: number,
  turnsEach: number,
): Promise<{ rate: number; milliseconds: number[] }> {
  const milliseconds: number[] = []
  async function converse(first: number): Promise<void> {
    let conversation: string | undefined
    for (let turn = 0; turn < turnsEach; turn++) {
      const url = urls[(first + turn) % urls.length]!
      milliseconds.push(
        await timed(async () => (conversation = await ask(url, questionAt(first + turn), conversation))),
      )
    }
  }
  const all = Array.from({ length: conversations }, (_, at) => converse(at * 7))
  const total = await timed(() => Promise.all(all))
  return { rate: (conversations * turnsEach * 1000) / total, milliseconds }
}

/** Resident memory of a process in MB, its threads (such as that of the embedded database) included. */
export const residentMB = ({ running }: Pick<Served, 'running'>): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${running.child.pid!}/status`, 'utf8'))![1]) / 1024

/** What a process has computed so far, in milliseconds, its threads included. */
export function computedMs({ running }: Pick<Served, 'running'>): number {
  const fields = readFileSync(`/proc/${running.child.pid!}/stat`, 'utf8').replace(/^.*\)/u, '').trim().split(' ')
  // Fields 14 and 15 of proc(5), in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10
}
