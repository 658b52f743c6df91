import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryDirectory } from '../../support/database.ts'
import { runCommand } from '../../support/run-command.ts'
import { chatPage } from '../../support/start-command.ts'

/** A network, processes and mounts of its own, in which the temporary directories of others are not to be seen. */
const container = [
  '-n',
  '-p',
  '-f',
  '-m',
  'sh',
  '-c',
  'for at in $HIDDEN; do mount -t tmpfs none $at; done; exec "$@"',
  'sh',
]
const canUnshare = spawnSync('unshare', ['-n', '-p', '-f', '-m', 'true']).status === 0

test.skipIf(!canUnshare)(
  'what is started in another container on the same directory is refused in words, and harms nothing',
  async () => {
    const env = { DATA_DIR: temporaryDirectory(), PORT: '0' }
    const { until, child, ended } = runCommand('start', env)
    const [, url] = await until(chatPage)
    const HIDDEN = ['notices-socket', 'staff-socket']
      .map((name) => dirname(readFileSync(join(env.DATA_DIR, name), 'utf8')))
      .join(' ')
    const commands = [
      ['bot/main.ts'],
      ['bot/channels/terminal.ts'],
      ['bot/commands/notices.ts', 'list'],
      ['bot/commands/staff.ts', 'list'],
    ]
    for (const command of commands) {
      const given = { env: { PATH: process.env.PATH, ...env, HIDDEN }, encoding: 'utf8' } as const
      const { status, stdout, stderr } = spawnSync('unshare', [...container, process.execPath, ...command], given)
      expect({ status, stdout }, command[0]).toEqual({ status: 1, stdout: '' })
      expect(stderr).toContain(`DATA_DIR：数据目录 ${env.DATA_DIR} 正由另一个进程使用`)
      expect(stderr).not.toMatch(/Warning|    at /)
    }
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  },
  120_000,
)
