import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { Connections } from '../knowledge/database/connect.ts'
import type { Readiness } from './app-services.ts'
import type { Behind } from './lags.ts'
import { hear } from '../services/happenings.ts'

/** From a turn without a model (5 ms) to one that ran out of time (25 s), in seconds. */
const turnBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25]
const modelBuckets = [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10]

/** What can be asked for whenever figures are collected. */
export type Watched = {
  version: string
  connections?(): Connections[]
  behind?(): Promise<Behind>
  ready?(): Promise<Readiness>
}

/** Counts what happens in this process: turns by channel and ending, calls to a model, tasks in the background. */
export function countWork(registry: Registry): void {
  const registers = [registry]
  const turns = new Histogram({
    name: 'zhixun_turn_duration_seconds',
    help: 'Turns answered and kept, by channel and ending.',
    labelNames: ['channel', 'status'],
    buckets: turnBuckets,
    registers,
  })
  hear('turn', ({ channel, status, ms }) => turns.observe({ channel, status }, ms / 1000))
  const calls = new Histogram({
    name: 'zhixun_model_call_duration_seconds',
    help: 'Calls to the model: answered, or why it was of no help.',
    labelNames: ['outcome'],
    buckets: modelBuckets,
    registers,
  })
  const tokens = new Counter({ name: 'zhixun_model_tokens_total', help: 'Tokens spent on the model.', registers })
  hear('modelCall', ({ outcome, tokens: spent, ms }) => {
    calls.observe({ outcome }, ms / 1000)
    tokens.inc(spent)
  })
  const circuit = new Gauge({
    name: 'zhixun_model_circuit_open',
    help: 'Whether the model is being left alone after failures in a row (1).',
    registers,
  })
  hear('circuit', ({ isOpen }) => circuit.set(isOpen ? 1 : 0))
  countTasks(registers)
}

function countTasks(registers: Registry[]): void {
  const labelNames = ['task'] as const
  const runs = new Counter({
    name: 'zhixun_background_runs_total',
    help: 'Runs of tasks in the background.',
    labelNames: ['task', 'result'],
    registers,
  })
  const last = new Gauge({
    name: 'zhixun_background_last_success_timestamp_seconds',
    help: 'When a task in the background was last done.',
    labelNames,
    registers,
  })
  const failing = new Gauge({
    name: 'zhixun_background_failing',
    help: 'Whether the last run of a task in the background failed (1).',
    labelNames,
    registers,
  })
  hear('work', ({ task, isDone }) => {
    runs.inc({ task, result: isDone ? 'done' : 'failed' })
    failing.set({ task }, isDone ? 0 : 1)
    if (isDone) last.set({ task }, Date.now() / 1000)
  })
}

/** Shows what is so at the moment of asking: the version that runs, and connections to the database. */
export function showState(registry: Registry, { version, connections, behind, ready }: Watched): void {
  const registers = [registry]
  new Gauge({
    name: 'zhixun_build_info',
    help: 'The version that runs.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.versions.node }, 1)
  // Counted first: the others ask the database.
  if (connections) showConnections(registers, connections)
  if (behind) showBehind(registers, behind)
  if (ready) showFailing(registers, ready)
}

function showConnections(registers: Registry[], connections: NonNullable<Watched['connections']>): void {
  new Gauge({
    name: 'zhixun_database_connections',
    help: 'Connections to the database by pool; waiting: requests for one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const { pool, ...counts } of connections())
        for (const [state, count] of Object.entries(counts)) this.set({ pool, state }, count)
    },
  })
}

function showBehind(registers: Registry[], behind: () => Promise<Behind>): void {
  new Gauge({
    name: 'zhixun_index_behind',
    help: 'Questions that wait for the log, notices put in use and not taken up (1), clauses without a vector.',
    labelNames: ['index'],
    registers,
    async collect() {
      // A database that is away has figures of its own.
      const found = await behind().catch(() => ({}))
      this.reset()
      for (const [index, count] of Object.entries(found)) this.set({ index }, count)
    },
  })
}

/** The same that `/readyz` says. */
function showFailing(registers: Registry[], ready: () => Promise<Readiness>): void {
  new Gauge({
    name: 'zhixun_part_failing',
    help: 'Whether a part is so that nothing new can be kept (1): the database, writing to it, the disk.',
    labelNames: ['part'],
    registers,
    async collect() {
      const { database, faults = [] } = await ready().catch((): Readiness => ({ database: false, notices: 0 }))
      this.set({ part: 'database' }, database ? 0 : 1)
      for (const part of ['writing', 'disk'] as const)
        this.set({ part }, faults.some((fault) => fault.part === part) ? 1 : 0)
    },
  })
}
