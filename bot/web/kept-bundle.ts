import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A bundled file: what its source is called on the pages (`chat.js`), and as what it is served (`chat-W4OQLH2E.js`). */
export type BundledFile = { name: string; servedAs: string; contents: Buffer }

/** What was bundled, and all the files it was made of. */
export type Bundled = { files: BundledFile[]; sources: string[] }

/** As it is kept: contents in base64, sources by path with a hash of what they said. */
type Kept = {
  key: string
  sources: Record<string, string>
  files: { name: string; servedAs: string; contents: string }[]
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('base64url')

/**
 * What was bundled before, as long as not a letter of its sources has changed; otherwise it is bundled anew and kept. Where
 * nothing can be kept it goes without.
 *
 * @param file Where it is kept.
 * @param key Names all else that what is bundled depends on.
 */
export function keptBundle(file: string, key: string, bundle: () => Bundled): BundledFile[] {
  const kept = readKept(file, key)
  if (kept) return kept
  const { files, sources } = bundle()
  try {
    const written: Kept = {
      key,
      sources: Object.fromEntries(sources.map((source) => [source, hashOf(source)])),
      files: files.map(({ contents, ...named }) => ({ ...named, contents: contents.toString('base64') })),
    }
    mkdirSync(dirname(file), { recursive: true })
    // Another process may be reading it.
    const draft = join(dirname(file), `bundle-draft-${process.pid}`)
    writeFileSync(draft, JSON.stringify(written))
    renameSync(draft, file)
  } catch {
    // It is bundled again at the next start.
  }
  return files
}

function readKept(file: string, key: string): BundledFile[] | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
    if (kept.key !== key) return undefined
    if (!Object.entries(kept.sources).every(([source, hash]) => hashOf(source) === hash)) return undefined
    return kept.files.map(({ contents, ...named }) => ({ ...named, contents: Buffer.from(contents, 'base64') }))
  } catch {
    return undefined
  }
}
