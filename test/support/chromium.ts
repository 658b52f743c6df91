import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const cache = join(import.meta.dirname, '../../node_modules/.cache/zhixun')

const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--font-render-hinting=none',
]

/** Starts a headless browser; its owner closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  return chromium.launch({ executablePath, args: chromiumArgs, env: environment(executablePath) })
}

/** CHROMIUM_PATH, or the browser that npm brought: unpacked at its first use, kept with its version. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const directory = join(cache, `chromium-${packedVersion()}`)
  if (!existsSync(directory)) unpack(directory)
  return join(directory, 'chromium')
}

/** Into a draft first, so that two test files that start at once don't meet in the middle. */
function unpack(directory: string): void {
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(`${directory}-draft-`)
  try {
    const env = { ...process.env, TMPDIR: draft }
    execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], { env, stdio: 'inherit' })
    renameSync(draft, directory)
  } catch (error) {
    if (!existsSync(directory)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** A machine without a desktop may lack libraries of the browser's: then those packed with it serve. */
function environment(executablePath: string): Record<string, string | undefined> {
  const { stdout } = spawnSync('ldd', [executablePath], { encoding: 'utf8' })
  if (!stdout?.includes('not found')) return process.env
  return { ...process.env, LD_LIBRARY_PATH: join(executablePath, '../al2023/lib') }
}

function packedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  return (JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as { version: string }).version
}
