import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Running } from '../../support/start-command.ts'
import type { ShakyRelay } from './shaky-relay.ts'
import type { SmallDisk } from './small-disk.ts'

/** A process of the assistant, and where it listens. */
export type Process = { running: Running; url: string }
export type Stage = {
  relay: ShakyRelay
  admin: pg.Client
  all: Process[]
  start(): Promise<Process>
  disk?: SmallDisk | undefined
}
/** One fault and its end; false where it can't be made to happen here. */
type Fault = (stage: Stage, at: number) => Promise<void | false>

async function replace({ all, start }: Stage, at: number, signal: NodeJS.Signals): Promise<void> {
  const { running } = all[at]!
  running.child.kill(signal)
  await running.ended
  all[at] = await start()
}

/** What is set counts for new sessions, so that the old ones are ended. */
async function setReadOnly({ admin }: Stage, value: 'on' | 'off'): Promise<void> {
  await admin.query(
    `alter database ${admin.escapeIdentifier(admin.database!)} set default_transaction_read_only = ${value}`,
  )
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
}

/** One after the other, again and again. */
export const faults: Record<string, Fault> = {
  'a process is killed': (stage, at) => replace(stage, at, 'SIGKILL'),
  'the database falls silent for 8 s': async ({ relay }) => {
    relay.silence()
    await pause(8_000)
    relay.wake()
  },
  'a process is restarted in order': (stage, at) => replace(stage, at, 'SIGTERM'),
  'every connection to the database breaks': async ({ relay }) => relay.cut(),
  'the database takes 100 ms longer for 10 s': async ({ relay }) => {
    relay.slowDown(100)
    await pause(10_000)
    relay.slowDown(0)
  },
  'a process stands still for 8 s': async ({ all }, at) => {
    const { child } = all[at]!.running
    child.kill('SIGSTOP')
    await pause(8_000)
    child.kill('SIGCONT')
  },
  'the database takes nothing for 5 s': async (stage) => {
    await setReadOnly(stage, 'on')
    await pause(5_000)
    await setReadOnly(stage, 'off')
  },
  'the disk of the database and of the files is full for 8 s': async ({ disk }) => {
    if (!disk) return false
    disk.fill()
    await pause(8_000)
    disk.clear()
  },
}
