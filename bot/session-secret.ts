import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Characters of a secret; a file with fewer, or with NUL bytes in it, is what a crash has left, and is made anew. */
const shortest = 32

const isWhole = (kept: string): boolean => kept.trim().length >= shortest && !kept.includes('\0')

/** The secret that signs sessions where none is configured: made once, kept in the data directory for its owner alone. */
export function keptSessionSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const kept = readIfThere(file)
  if (kept !== undefined && isWhole(kept)) return kept
  const draft = `${file}-${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  try {
    if (kept === undefined) linkUnlessThere(draft, file)
    else renameSync(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8')
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/** Of two processes that start at once both use the file of the first. */
function linkUnlessThere(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
