import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

/** A bundled file: what its source is called on the pages (`chat.js`), and as what it is served (`chat-W4OQLH2E.js`). */
export type BundledFile = { name: string; servedAs: string; contents: Buffer }

const webFolder = fileURLToPath(new URL('./', import.meta.url))
const imported = /(?:\bfrom|@import) '\.\/([\w-]+\.(?:ts|css))'/g

/**
 * Bundles the browser's scripts and styles in memory. An entry is a file that no other of its folder imports: one script,
 * one style sheet for a page. The name has a hash of the contents in it, the same in every process.
 *
 * @param folder Where the folders `client` and `styles` are.
 * @throws {Error} When a file can't be bundled; the message names the file and the line.
 */
export function bundleFiles(folder = webFolder): BundledFile[] {
  // Faults are told with paths from the top of the repository.
  const root = join(folder, '../..')
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [...entriesIn(join(folder, 'client')), ...entriesIn(join(folder, 'styles'))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    outdir: root,
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return outputFiles.map(({ path, contents }) => {
    const servedAs = basename(path)
    const source = metafile.outputs[servedAs]?.entryPoint ?? ''
    return { name: basename(source).replace(/\.ts$/, '.js'), servedAs, contents: Buffer.from(contents) }
  })
}

/** The files of a folder that are imported by none beside them. */
function entriesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => /\.(?:ts|css)$/.test(file))
  const parts = new Set(
    files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(imported)].map(([, part]) => part)),
  )
  return files.filter((file) => !parts.has(file)).map((file) => join(folder, file))
}
