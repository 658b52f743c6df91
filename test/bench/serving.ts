import { readFileSync } from 'node:fs'
import { type Running, chatPage, startCommand } from '../support/start-command.ts'
import { type Figure, latencies, timed } from './figure.ts'
import { questions } from './samples.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const repliesOneByOne = 300
const conversations = 50
const turnsEach = 10

/**
 * Measures the assistant from outside: a process of its own as `npm start` makes it, asked over HTTP. Cold is the first
 * start on this machine's disk (database made, notices indexed), warm the next one; both until `/readyz` says yes.
 */
export async function measureServing(): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const cold = await start(directory)
    await stop(cold.running)
    const warm = await start(directory)
    const residentMB = () => residentKB(warm.running.child.pid!) / 1024
    const atStart = residentMB()
    const one = await latenciesOneByOne(warm.url)
    const many = await measureMany(warm.url)
    const afterTurns = residentMB()
    await stop(warm.running)
    return [
      { name: 'cold start', value: cold.seconds, unit: 's' },
      { name: 'warm start', value: warm.seconds, unit: 's' },
      ...latencies('reply', one),
      { name: `replies with ${conversations} conversations at once`, value: many.rate, unit: '1/s' },
      ...latencies(`reply, ${conversations} conversations at once`, many.milliseconds),
      { name: 'resident memory after the start', value: atStart, unit: 'MB' },
      {
        name: `resident memory after ${repliesOneByOne + conversations * turnsEach} turns`,
        value: afterTurns,
        unit: 'MB',
      },
    ]
  })
}

async function start(dataDir: string): Promise<{ running: Running; url: string; seconds: number }> {
  const began = performance.now()
  const running = startCommand('start', { DATA_DIR: dataDir, PORT: '0' })
  const [, url = ''] = await running.until(chatPage)
  const { status } = await fetch(`${url}/readyz`)
  if (status !== 200) throw new Error(`/readyz: ${status}`)
  return { running, url, seconds: (performance.now() - began) / 1000 }
}

async function stop({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM')
  await ended
}

const questionAt = (at: number): string => questions[at % questions.length]!.question

async function ask(url: string, message: string, conversation?: string): Promise<string> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ conversation, message }),
  })
  const said = (await response.json()) as { conversation: string }
  if (response.status !== 200) throw new Error(`/api/chat: ${response.status}`)
  return said.conversation
}

async function latenciesOneByOne(url: string): Promise<number[]> {
  const milliseconds: number[] = []
  for (let at = 0; at < repliesOneByOne; at++) milliseconds.push(await timed(() => ask(url, questionAt(at))))
  return milliseconds
}

/** Replies per second with many conversations at once, each asking when it has its answer, and how long each reply took. */
async function measureMany(url: string): Promise<{ rate: number; milliseconds: number[] }> {
  const milliseconds: number[] = []
  async function converse(first: number): Promise<void> {
    let conversation: string | undefined
    for (let turn = 0; turn < turnsEach; turn++)
      milliseconds.push(
        await timed(async () => (conversation = await ask(url, questionAt(first + turn), conversation))),
      )
  }
  const all = Array.from({ length: conversations }, (_, at) => converse(at * 7))
  const total = await timed(() => Promise.all(all))
  return { rate: (conversations * turnsEach * 1000) / total, milliseconds }
}

/** Resident memory of a process in kB, its threads (such as that of the embedded database) included. */
const residentKB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1])
