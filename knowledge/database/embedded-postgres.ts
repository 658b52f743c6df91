import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'

/** Small buffers: the whole of the data fits in the file cache anyway, and memory of the process is saved. */
const settings = ['shared_buffers=16MB']

/**
 * Opens the embedded PostgreSQL in a directory, making it there when the directory holds none.
 *
 * @param onPanic Hears of PostgreSQL's end when it comes later: it then neither throws nor answers any more.
 * @throws {Error} With PostgreSQL's own reason when what is there can't be read.
 */
export async function openEmbeddedPostgres(
  directory: string,
  onPanic: (reason: string) => void = () => {},
): Promise<PGlite> {
  let complaint: string | undefined
  const onStderr = (line: string) => {
    const reason = /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1]
    if (reason) onPanic((complaint = reason))
    return true
  }
  const postgres = PGlite.create({ dataDir: directory, extensions: { vector }, postgresqlconf: settings, onStderr })
  return postgres.catch((error: unknown) => {
    throw new Error(complaint ?? String(error), { cause: error })
  })
}

/**
 * Makes a data directory appear whole or not at all: from the template where there is one (copied in a
 * fraction of a second), otherwise from nothing (some seconds).
 */
export async function createDataDirectory(directory: string, template = templateDirectory()): Promise<void> {
  mkdirSync(dirname(directory), { recursive: true, mode: 0o700 })
  const draft = mkdtempSync(`${directory}-draft-`)
  try {
    if (existsSync(template) && template !== directory) cpSync(template, draft, { recursive: true })
    else await initialise(draft)
    renameSync(draft, directory)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Where the template stands that `npm ci` prepares; it changes with the versions it depends on. */
export function templateDirectory(): string {
  const versions = ['@electric-sql/pglite', '@electric-sql/pglite-pgvector'].map(versionOf)
  return join(import.meta.dirname, '../../node_modules/.cache/zhixun', `template-${versions.join('-')}`)
}

async function initialise(directory: string): Promise<void> {
  const postgres = await openEmbeddedPostgres(directory)
  await postgres.exec('create extension if not exists vector')
  await postgres.close()
}

function versionOf(packageName: string): string {
  const entry = createRequire(import.meta.url).resolve(packageName)
  const manifest = join(entry.slice(0, entry.lastIndexOf(packageName) + packageName.length), 'package.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
