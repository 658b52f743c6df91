import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip } from 'node:zlib'
import { migrations } from '../migrations/index.ts'
import { BackupError } from './backup-error.ts'
import {
  createSum,
  formatVersion,
  type Header,
  isSame,
  type Manifest,
  type Row,
  type TableLine,
} from './backup-format.ts'

export type BackupSummary = { header: Header; manifest: Manifest }

/** Hears the rows that a backup holds, table by table. */
export type BackupReader = {
  rows?(table: TableLine, rows: Row[]): Promise<void>
}

const rowsAtOnce = 500

/**
 * Reads a backup from its first line to its last, and holds each table against the manifest.
 *
 * @throws {BackupError} Naming what is wrong with the file: no backup, of a newer version, cut off, damaged.
 * @throws {Error} When the file can't be read at all.
 */
export async function readBackup(file: string, reader: BackupReader = {}): Promise<BackupSummary> {
  let header: Header | undefined
  let manifest: Manifest | undefined
  let table: TableLine | undefined
  let line = 0
  let batch: Row[] = []
  const sums = new Map<string, ReturnType<typeof createSum>>()
  const flush = async () => {
    if (table && batch.length > 0) await reader.rows?.(table, batch)
    batch = []
  }
  for await (const text of linesOf(file, () => ({ isBegun: header !== undefined, after: table?.table ?? 'header' }))) {
    line += 1
    const unreadable = () => new BackupError({ kind: 'unreadable-line', line, table: table?.table })
    const entry = parse(text)
    if (header === undefined) {
      header = requireHeader(entry, file)
    } else if (manifest !== undefined || entry === undefined) {
      throw unreadable()
    } else if (isRow(entry)) {
      if (entry.length !== table?.columns.length) throw unreadable()
      sums.get(table.table)!.add(text)
      batch.push(entry)
      if (batch.length >= rowsAtOnce) await flush()
    } else if (isTable(entry)) {
      await flush()
      table = entry
      if (sums.has(table.table)) throw unreadable()
      sums.set(table.table, createSum())
    } else if (isManifest(entry)) {
      await flush()
      manifest = entry.manifest
    } else {
      throw unreadable()
    }
  }
  if (!header) throw new BackupError({ kind: 'not-a-backup', file })
  if (!manifest) throw new BackupError({ kind: 'cut-off', after: table?.table ?? 'header' })
  compare(manifest, sums)
  return { header, manifest }
}

function compare(manifest: Manifest, sums: Map<string, ReturnType<typeof createSum>>): void {
  for (const name of new Set([...Object.keys(manifest.tables), ...sums.keys()])) {
    const expected = manifest.tables[name]
    const found = sums.get(name)?.total()
    if (isSame(expected, found)) continue
    const rows = { rows: found?.rows ?? 0, expectedRows: expected?.rows ?? 0 }
    throw new BackupError({ kind: 'differs', table: name, of: 'file', ...rows })
  }
}

function requireHeader(entry: unknown, file: string): Header {
  const header = entry as Partial<Header> | undefined
  const format = header?.['zhixun-backup']
  if (typeof format !== 'number' || !Array.isArray(header?.migrations))
    throw new BackupError({ kind: 'not-a-backup', file })
  if (format > formatVersion) throw new BackupError({ kind: 'newer-format', format })
  const known = Object.keys(migrations).toSorted()
  const beyond = header.migrations.filter((name, at) => known[at] !== name)
  if (beyond.length > 0) throw new BackupError({ kind: 'newer-version', of: 'file', migrations: beyond })
  return header as Header
}

const isRow = (entry: unknown): entry is Row =>
  Array.isArray(entry) && entry.every((value) => value === null || typeof value === 'string')
const isTable = (entry: unknown): entry is TableLine =>
  typeof (entry as TableLine | null)?.table === 'string' && Array.isArray((entry as TableLine).columns)
const isManifest = (entry: unknown): entry is { manifest: Manifest } =>
  typeof (entry as { manifest?: Manifest } | null)?.manifest?.tables === 'object'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a stream of zlib ends with where its bytes are not what was packed. */
const isPackingError = (error: unknown): boolean => /^Z_|^ERR_ZLIB/.test((error as { code?: string }).code ?? '')

async function* linesOf(file: string, reached: () => { isBegun: boolean; after: string }): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  try {
    const unpacked = createGunzip()
    pipeline(createReadStream(file), unpacked, () => undefined)
    for await (const chunk of unpacked) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n')
      rest = lines.pop()!
      yield* lines
    }
  } catch (error) {
    if (!isPackingError(error)) throw error
    const { isBegun, after } = reached()
    throw new BackupError(isBegun ? { kind: 'cut-off', after } : { kind: 'not-a-backup', file }, { cause: error })
  }
  if (rest !== '') yield rest
}
