import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { createDataDirectory } from '../../../knowledge/database/embedded-postgres.ts'
import { temporaryDirectory } from '../../support/database.ts'

const root = temporaryDirectory()
const connectFile = join(import.meta.dirname, '../../../knowledge/database/connect.ts')
let directories = 0
const newDirectory = () => join(root, `data-${directories++}`)

test('the data directory is readable by its owner alone, even one that was open before', async () => {
  const dataDir = newDirectory()
  mkdirSync(dataDir, { mode: 0o755 })
  const { close } = await openDatabase({ dataDir })
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  await close()
})

test.skipIf(process.getuid?.() !== 0)(
  'in a directory of somebody else’s that may be written in, as volumes are, it opens and says who else may',
  async () => {
    chmodSync(root, 0o755)
    const dataDir = newDirectory()
    mkdirSync(dataDir)
    chownSync(dataDir, 0, 2000)
    chmodSync(dataDir, 0o2775)
    const script = `void (async () => {
        const { openDatabase } = await import(${JSON.stringify(connectFile)})
        const { close } = await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, onOpenDirectory: console.log })
        await close()
      })()`
    const asOther = ['--reuid=65534', '--regid=65534', '--groups=2000', process.execPath]
    const given = ['-e', script]
    const { stdout, stderr } = spawnSync('setpriv', [...asOther, ...given], { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '775\n', stderr: '' })
    for (const name of ['database', 'lock.sqlite']) expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0)
  },
  120_000,
)

test('what was written is there after closing and opening again', async () => {
  const dataDir = newDirectory()
  const first = await openDatabase({ dataDir })
  await sql`create table kept as select '发明专利' as word`.execute(first.db)
  await first.close()
  const second = await openDatabase({ dataDir })
  expect((await sql`select word from kept`.execute(second.db)).rows).toEqual([{ word: '发明专利' }])
  await second.close()
})

test('closing twice is harmless and frees the directory', async () => {
  const dataDir = newDirectory()
  const first = await openDatabase({ dataDir })
  await Promise.all([first.close(), first.close()])
  await (await openDatabase({ dataDir })).close()
})

test('a draft that a killed first start has left is cleared away', async () => {
  const dataDir = newDirectory()
  mkdirSync(join(dataDir, 'database-draft-left'), { recursive: true })
  await (await openDatabase({ dataDir })).close()
  expect(readdirSync(dataDir)).toEqual(['database', 'lock.sqlite'])
})

test('without a template the database is made from nothing', async () => {
  const directory = join(newDirectory(), 'database')
  await createDataDirectory(directory, join(root, 'no-template'))
  expect(existsSync(join(directory, 'PG_VERSION'))).toBe(true)
  expect(readdirSync(join(directory, '..'))).toEqual(['database'])
})

test('the main thread goes on while a query takes long', async () => {
  const { db, close } = await openDatabase({ dataDir: newDirectory() })
  const events: string[] = []
  const query = sql`select pg_sleep(1)`.execute(db).then(() => events.push('query'))
  for (let tick = 0; tick < 5; tick++) {
    await sleep(1)
    events.push('tick')
  }
  await query
  expect(events).toEqual(['tick', 'tick', 'tick', 'tick', 'tick', 'query'])
  await close()
})

test('transactions that overlap wait for each other', async () => {
  const { db, close } = await openDatabase({ dataDir: newDirectory() })
  await sql`create table counter as select 0 as value`.execute(db)
  const increment = () =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ value: number }>`select value from counter`.execute(trx)
      await sql`update counter set value = ${rows[0]!.value + 1}`.execute(trx)
    })
  await Promise.all(Array.from({ length: 20 }, increment))
  expect((await sql`select value from counter`.execute(db)).rows).toEqual([{ value: 20 }])
  await close()
})

test('a process that is killed while it writes loses no row it was told of, and another is refused until then', async () => {
  const dataDir = newDirectory()
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'write-rows.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  for await (const line of createInterface(writer.stdout)) {
    acknowledged = Number(line)
    if (acknowledged === 10) await expect(openDatabase({ dataDir })).rejects.toThrow(`${dataDir} is in use`)
    if (acknowledged === 230) writer.kill('SIGKILL')
  }
  if (writer.signalCode === null) await once(writer, 'exit')
  expect(acknowledged).toBeGreaterThanOrEqual(230)
  const { db, close } = await openDatabase({ dataDir })
  const { rows } = await sql<{ number: number }>`select number from written order by number`.execute(db)
  expect(rows.slice(0, acknowledged).map((row) => row.number)).toEqual(
    Array.from({ length: acknowledged }, (_, index) => index + 1),
  )
  await close()
})

test('when PostgreSQL ends of itself, that is told, and every later query says why', async () => {
  const dataDir = newDirectory()
  const failures: string[] = []
  const { db, close } = await openDatabase({ dataDir, onFailure: (error) => failures.push(error.message) })
  await sql`create table lost (word text)`.execute(db)
  rmSync(join(dataDir, 'database/pg_wal'), { recursive: true })
  await sql`select pg_switch_wal()`.execute(db)
  const write = () => sql`insert into lost values ('x')`.execute(db)
  await expect(write()).rejects.toThrow()
  // The thread tells of its end by a message, which a query sent at once may overtake.
  await expect.poll(() => failures, { timeout: 10_000 }).toEqual([expect.stringContaining('has stopped')])
  await expect(write()).rejects.toThrow(/^The embedded database has stopped: .*pg_wal/)
  await close()
  expect(failures).toHaveLength(1)
})

describe('a directory that can’t be used is told in one sentence', () => {
  const sound = newDirectory()
  beforeAll(async () => (await openDatabase({ dataDir: sound })).close())

  const cases: [title: string, spoil: (dataDir: string) => void, message: RegExp][] = [
    ['it is a file', (dataDir) => writeFileSync(dataDir, ''), /^DATA_DIR: .*data-\d+/],
    [
      'a newer PostgreSQL wrote it',
      (dataDir) => writeFileSync(copy(dataDir, 'PG_VERSION'), '99\n'),
      /^DATA_DIR: the database in .* can't be opened: database files are incompatible with server$/,
    ],
    [
      'its control file is gone',
      (dataDir) => rmSync(copy(dataDir, 'global/pg_control')),
      /^DATA_DIR: the database in .* can't be opened: .*pg_control/,
    ],
    [
      'its control file is noise',
      (dataDir) => writeFileSync(copy(dataDir, 'global/pg_control'), 'x'.repeat(8192)),
      /^DATA_DIR: the database in .* can't be opened: /,
    ],
    [
      'its tables are gone',
      (dataDir) => rmSync(copy(dataDir, 'base'), { recursive: true }),
      /^DATA_DIR: the database in .* can't be opened: database "postgres" does not exist$/,
    ],
  ]
  function copy(dataDir: string, file: string): string {
    cpSync(sound, dataDir, { recursive: true })
    return join(dataDir, 'database', file)
  }

  for (const [title, spoil, message] of cases) {
    test(title, async () => {
      const dataDir = newDirectory()
      spoil(dataDir)
      await expect(openDatabase({ dataDir })).rejects.toThrow(message)
    })
  }
})
