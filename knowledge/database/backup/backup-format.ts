import { createHash } from 'node:crypto'

/** Rises when a reader of the old form could no longer read the new one. */
export const formatVersion = 1

/**
 * A backup is gzip of lines of JSON: the header, for each table its name and columns and then a line for each row (an array of
 * texts as PostgreSQL prints the values, or null), and at the end the manifest.
 */
export type Header = {
  'zhixun-backup': number
  /** When the rows were read, ISO 8601. */
  madeAt: string
  from: 'embedded' | 'server'
  /** What the tables had been through, in order: the version of the schema. */
  migrations: string[]
}
export type TableLine = { table: string; columns: string[] }
export type Row = (string | null)[]
export type Sequence = { table: string; column: string; last: string; isCalled: boolean }
export type Manifest = { tables: Record<string, TableSum>; sequences: Sequence[] }
export type ManifestLine = { manifest: Manifest }

/** `checksum` is of all rows in any order, so that two databases with the same rows have the same. */
export type TableSum = { rows: number; checksum: string }

const modulus = 1n << 128n

/** Sums up rows: the first 128 bits of each row's SHA-256, added modulo 2^128. */
export function createSum() {
  let rows = 0
  let sum = 0n
  return {
    add(line: string): void {
      rows += 1
      const digest = createHash('sha256').update(line).digest()
      sum = (sum + ((digest.readBigUInt64BE(0) << 64n) | digest.readBigUInt64BE(8))) % modulus
    },
    total: (): TableSum => ({ rows, checksum: sum.toString(16).padStart(32, '0') }),
  }
}

export const isSame = (one: TableSum | undefined, other: TableSum | undefined): boolean =>
  one?.rows === other?.rows && one?.checksum === other?.checksum
