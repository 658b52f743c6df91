import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lockDirectory } from '../../../knowledge/database/directory-lock.ts'
import { temporaryDirectory } from '../../support/database.ts'

const root = temporaryDirectory()
const newDirectory = () => mkdtempSync(join(root, 'data-'))
const inUse = (directory: string) => `refused: ${directory} is in use by another process`

/** Runs the holder, where `wrapper` says, and settles with its word. */
async function hold(directory: string, wrapper: string[] = []): Promise<{ word: string; child: ChildProcess }> {
  const [program, ...args] = [...wrapper, process.execPath, join(import.meta.dirname, 'hold-directory.ts'), directory]
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [word] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { word, child }
}
async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

test('a directory is refused to others until the process that holds it is killed, also while it is frozen', async () => {
  const directory = newDirectory()
  const { word, child } = await hold(directory)
  expect(word).toBe('held')
  expect((await hold(directory)).word).toBe(inUse(directory))
  child.kill('SIGSTOP')
  expect((await hold(directory)).word).toBe(inUse(directory))
  await kill(child)
  expect((await hold(directory)).word).toBe('held')
}, 60_000)

test('another part of the process is refused as well, and takes nothing from the first by trying', async () => {
  const directory = newDirectory()
  const unlock = await lockDirectory(directory)
  await expect(lockDirectory(directory)).rejects.toThrow('is in use')
  expect((await hold(directory)).word).toBe(inUse(directory))
  await unlock()
  await (
    await lockDirectory(directory)
  )()
}, 60_000)

test('of two that start at once exactly one has it, every time', async () => {
  for (let round = 0; round < 20; round++) {
    const directory = newDirectory()
    const both = await Promise.all([hold(directory), hold(directory)])
    expect(both.map(({ word }) => word).toSorted()).toEqual(['held', inUse(directory)])
    await Promise.all(both.map(({ child }) => kill(child)))
  }
}, 300_000)

describe('a directory is the same', () => {
  test('by a link and by a path longer than a socket’s may be', async () => {
    const directory = join(newDirectory(), '很长的目录名'.repeat(12))
    mkdirSync(directory)
    const link = join(root, 'link')
    symlinkSync(directory, link)
    expect((await hold(directory)).word).toBe('held')
    expect((await hold(link)).word).toBe(inUse(link))
  }, 60_000)

  const canUnshare = spawnSync('unshare', ['-n', '-p', '-m', '-f', 'true']).status === 0
  const namespaces: [what: string, options: string[]][] = [
    ['network', ['-n']],
    ['process', ['-p', '-f']],
    ['mount', ['-m']],
    ['network, process and mount', ['-n', '-p', '-f', '-m']],
  ]
  for (const [what, options] of namespaces) {
    test.skipIf(!canUnshare)(
      `in another ${what} namespace, both ways`,
      async () => {
        const [inside, outside] = [newDirectory(), newDirectory()]
        expect((await hold(outside)).word).toBe('held')
        expect((await hold(outside, ['unshare', ...options])).word).toBe(inUse(outside))
        expect((await hold(inside, ['unshare', ...options])).word).toBe('held')
        expect((await hold(inside)).word).toBe(inUse(inside))
      },
      60_000,
    )
  }

  test.skipIf(!canUnshare)(
    'where it is mounted at another path',
    async () => {
      const [directory, elsewhere] = [newDirectory(), newDirectory()]
      expect((await hold(directory)).word).toBe('held')
      const mount = ['unshare', '-m', 'sh', '-c', 'mount --bind "$1" "$2" && shift 2 && exec "$@"', 'sh']
      expect((await hold(elsewhere, [...mount, directory, elsewhere])).word).toBe(inUse(elsewhere))
    },
    60_000,
  )
})

describe('a directory that can’t be locked is told by the file', () => {
  test('its file is something else', async () => {
    const directory = newDirectory()
    writeFileSync(join(directory, 'lock.sqlite'), 'no database, and long enough to be seen as none')
    await expect(lockDirectory(directory)).rejects.toThrow(/lock\.sqlite can't be locked: /)
  })

  const asNobody = ['setpriv', '--reuid=65534', '--clear-groups']
  const isRoot = process.getuid?.() === 0
  test.skipIf(!isRoot)(
    'nothing may be written there',
    async () => {
      chmodSync(root, 0o755)
      const [empty, kept] = [newDirectory(), newDirectory()]
      for (const directory of [empty, kept]) chmodSync(directory, 0o755)
      writeFileSync(join(kept, 'lock.sqlite'), '', { mode: 0o644 })
      for (const directory of [empty, kept])
        expect((await hold(directory, asNobody)).word).toMatch(/^refused: EACCES: permission denied, .*lock\.sqlite/)
    },
    60_000,
  )

  test.skipIf(!isRoot)(
    'a disk that is full locks all the same, for nothing is written',
    async () => {
      const directory = newDirectory()
      const full = ['unshare', '-m', 'sh', '-c', fill, 'sh', directory]
      expect((await hold(directory, full)).word).toBe('held')
    },
    60_000,
  )
})

const fill =
  'mount -t tmpfs -o size=64k none "$1" && { cat /dev/zero > "$1/full" 2>/dev/null || true; } && shift && exec "$@"'

test('the lock’s file stays empty', async () => {
  const directory = newDirectory()
  await (
    await lockDirectory(directory)
  )()
  expect(readFileSync(join(directory, 'lock.sqlite'))).toHaveLength(0)
})
