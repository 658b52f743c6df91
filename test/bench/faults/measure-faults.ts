import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { chatPage, type Running, startCommand } from '../../support/start-command.ts'
import { type Figure, latencies } from '../figure.ts'
import { inTemporaryDirectory } from '../temporary-database.ts'
import { letTalk, type Went } from './crowd.ts'
import { faults, type Process, type Stage } from './faults.ts'
import { openShakyRelay } from './shaky-relay.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'

const processes = 3
const people = 12
/** Between two faults, so that what comes after one is seen too, in milliseconds. */
const calmMs = 4_000

/**
 * Measures what is lost, doubled or answered with an error while processes and the database fail under load: processes of their
 * own as `npm start` makes them, on one PostgreSQL, in a database of its own there.
 *
 * @param server A PostgreSQL with pgvector where databases may be made; its disk is filled where it runs on this machine and
 *   this process may mount one.
 */
export async function measureFaults(server: string, minutes: number): Promise<Figure[]> {
  const name = `zhixun_faults_${randomUUID().replaceAll('-', '')}`
  const maker = new pg.Client(server)
  await maker.connect()
  try {
    return await inTemporaryDirectory(async (directory) => {
      const disk = await mountSmallDisk(directory, maker)
      if (disk) await maker.query(`create tablespace ${name} location ${maker.escapeLiteral(disk.tables)}`)
      else process.stderr.write('  No small disk can be mounted: no disk will be full.\n')
      try {
        await maker.query(`create database ${name}${disk ? ` tablespace ${name}` : ''}`)
        const url = Object.assign(new URL(server), { pathname: name }).href
        return await measureOn(url, disk?.dataDir ?? directory, minutes, disk)
      } finally {
        disk?.clear()
        await maker.query(`drop database if exists ${name} with (force)`)
        if (disk) await maker.query(`drop tablespace ${name}`)
        disk?.unmount()
      }
    })
  } finally {
    await maker.end()
  }
}

async function measureOn(url: string, dataDir: string, minutes: number, disk?: SmallDisk): Promise<Figure[]> {
  const relay = await openShakyRelay(url)
  const admin = new pg.Client(url)
  await admin.connect()
  const env = { DATABASE_URL: relay.url, DATA_DIR: dataDir, PORT: '0', SESSION_SECRET: 'x'.repeat(32) }
  /** Starts a process again and again until it lives, as what looks after it does. */
  async function start(left = 5): Promise<Process> {
    const running = startCommand('start', env)
    ever.push(running)
    try {
      const [, address = ''] = await running.until(chatPage)
      return { running, url: address }
    } catch (error) {
      if (left === 0) throw error
      return start(left - 1)
    }
  }
  const all: Process[] = []
  const ever: Running[] = []
  try {
    while (all.length < processes) all.push(await start())
    const over = new AbortController()
    const talking = letTalk(people, () => all.map(({ url: one }) => one), over.signal)
    const failed = await failFor(minutes, { relay, admin, all, start, disk })
    over.abort()
    const went = await talking
    for (const [reason, count] of reasonsOf(ever)) process.stderr.write(`  failed ${count} times: ${reason}\n`)
    return [{ name: 'faults, how many', value: failed, unit: 'faults' }, ...(await figuresOf(went, admin))]
  } finally {
    for (const { running } of all) running.child.kill('SIGKILL')
    await admin.end()
    relay.close()
  }
}

async function failFor(minutes: number, stage: Stage): Promise<number> {
  const end = performance.now() + minutes * 60_000
  const names = Object.keys(faults)
  let count = 0
  while (performance.now() < end) {
    const name = names[count % names.length]!
    process.stderr.write(`  ${new Date().toISOString().slice(11, 19)} ${name}\n`)
    if ((await faults[name]!(stage, count % processes)) !== false) await pause(calmMs)
    count += 1
  }
  return count
}

/** Why requests failed, as the processes wrote it down, with how often. */
function reasonsOf(ever: readonly Running[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of ever.flatMap(({ printed }) => printed.out.split('\n'))) {
    if (!line.includes('"msg":"request failed"')) continue
    const { err } = JSON.parse(line) as { err: { type?: string; code?: string; message?: string } }
    const reason = `${err.code ?? err.type} ${err.message?.slice(0, 80)}`
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return counts
}

/** Compares what people were answered with what the database holds. */
async function figuresOf({ answered, endings, took }: Went, admin: pg.Client): Promise<Figure[]> {
  const { rows } = await admin.query<{ conversation: string; turns: number }>(
    'select conversation, count(*)::int as turns from turn group by conversation',
  )
  const kept = new Map(rows.map(({ conversation, turns }) => [conversation, turns]))
  let lost = 0
  let doubled = 0
  for (const conversation of new Set([...answered.keys(), ...kept.keys()])) {
    const over = (kept.get(conversation) ?? 0) - (answered.get(conversation) ?? 0)
    if (over > 0) doubled += over
    else lost -= over
  }
  process.stderr.write(`  requests ended: ${JSON.stringify(Object.fromEntries(endings))}\n`)
  const count = (name: string, value: number): Figure => ({ name: `faults, ${name}`, value, unit: 'messages' })
  return [
    count('answered', took.length),
    count('lost', lost),
    count('doubled', doubled),
    count('answered with 500', endings.get('500') ?? 0),
    count('refused with 503 and sent again', endings.get('503') ?? 0),
    ...latencies('faults, until a message is answered', took),
  ]
}
