import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProgrammeDocument, readDocument } from './document.ts'

const folder = join(import.meta.dirname, '../../knowledge/programmes')

let shipped: readonly ProgrammeDocument[] | undefined

/**
 * The programmes that come with the assistant, newest first, those of one notice in its order.
 *
 * @throws {Error} An author's mistake: the file, and each place with what it takes.
 */
export const shippedProgrammes = (): readonly ProgrammeDocument[] => (shipped ??= readFolder())

function readFolder(): ProgrammeDocument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map(readFile)
    .toSorted(newestFirst)
}

/** Those with the later deadline first, those of one section after the other. */
export const newestFirst = (a: ProgrammeDocument, b: ProgrammeDocument): number =>
  b.year - a.year ||
  b.window.closes.localeCompare(a.window.closes) ||
  (a.section ?? '').localeCompare(b.section ?? '', 'en', { numeric: true }) ||
  a.id.localeCompare(b.id)

function readFile(name: string): ProgrammeDocument {
  const read = readDocument(parse(name))
  const fail = (problem: string): never => {
    throw new Error(`knowledge/programmes/${name}: ${problem}`)
  }
  if ('faults' in read) return fail(read.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return `${read.document.id}.json` === name ? read.document : fail('id must be the name of the file')
}

function parse(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'))
  } catch (error) {
    throw new Error(`knowledge/programmes/${name}: ${(error as Error).message}`, { cause: error })
  }
}
