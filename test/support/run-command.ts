import { onTestFinished } from 'vitest'
import type { DatabaseOptions } from '../../knowledge/database/connect.ts'
import { type Given, type Running, startCommand } from './start-command.ts'

/** Runs a command of package.json for one test; killed when the test is over. */
export function runCommand(name: string, env: Record<string, string>, given?: Given): Running {
  const running = startCommand(name, env, given)
  onTestFinished(() => void running.child.kill('SIGKILL'))
  return running
}

/** The variables that name a database. */
export const databaseEnvironment = ({ dataDir, url }: DatabaseOptions): Record<string, string> => ({
  DATA_DIR: dataDir,
  ...(url !== undefined && { DATABASE_URL: url }),
})
