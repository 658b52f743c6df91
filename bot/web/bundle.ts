import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as esbuild from 'esbuild'
import { type Bundled, type BundledFile, keptBundle } from './kept-bundle.ts'

const require = createRequire(import.meta.url)
const webFolder = fileURLToPath(new URL('./', import.meta.url))
const imported = /(?:\bfrom|@import) '\.\/([\w-]+\.(?:ts|css))'/g

/** How it is bundled: with another bundler, other settings or other entries it comes out otherwise. */
const settings = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  write: false,
  metafile: true,
  logLevel: 'silent',
} as const

/**
 * The browser's scripts and styles as `bundleFiles` makes them, kept from one start to the next beside the packages.
 *
 * @throws {Error} As it does.
 */
export function bundledFiles(): BundledFile[] {
  const { version } = require('esbuild/package.json') as { version: string }
  const key = JSON.stringify([version, settings, entriesOf(webFolder)])
  const kept = join(webFolder, '../../node_modules/.cache/zhixun/bundle.json')
  return keptBundle(kept, key, () => bundle(webFolder))
}

/**
 * Bundles the browser's scripts and styles in memory. An entry is a file that no other of its folder imports: one script,
 * one style sheet for a page. The name has a hash of the contents in it, the same in every process.
 *
 * @param folder Where the folders `client` and `styles` are.
 * @throws {Error} When a file can't be bundled; the message names the file and the line.
 */
export const bundleFiles = (folder: string): BundledFile[] => bundle(folder).files

const entriesOf = (folder: string): string[] => ['client', 'styles'].flatMap((kind) => entriesIn(join(folder, kind)))

function bundle(folder: string): Bundled {
  // Most starts do without it.
  const { buildSync } = require('esbuild') as typeof esbuild
  // Faults are told with paths from the top of the repository.
  const root = join(folder, '../..')
  const { outputFiles, metafile } = buildSync({
    ...settings,
    absWorkingDir: root,
    entryPoints: entriesOf(folder),
    outdir: root,
  })
  const files = outputFiles.map(({ path, contents }) => {
    const servedAs = basename(path)
    const source = metafile.outputs[servedAs]?.entryPoint ?? ''
    return { name: basename(source).replace(/\.ts$/, '.js'), servedAs, contents: Buffer.from(contents) }
  })
  return { files, sources: Object.keys(metafile.inputs).map((source) => join(root, source)) }
}

/** The files of a folder that are imported by none beside them. */
function entriesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => /\.(?:ts|css)$/.test(file))
  const parts = new Set(
    files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(imported)].map(([, part]) => part)),
  )
  return files.filter((file) => !parts.has(file)).map((file) => join(folder, file))
}
