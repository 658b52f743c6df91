import { BackupError } from '../../knowledge/database/backup/backup-error.ts'
import { type Config, readConfig, secretsIn } from '../config.ts'
import { exitCodeOf, explainFailure } from '../explain-failure.ts'
import { explainBackupFault } from './explain-backup-fault.ts'

/** `usage` is EX_USAGE of sysexits. */
const exitCodes = { done: 0, refused: 1, usage: 64 }

/** Does what a command was called for; undefined where it was called wrongly. */
export type Operation = (config: Config) => Promise<string>

/** Runs a command that works on the whole of a database, and returns its exit code. */
export async function runOperation(
  env: Record<string, string | undefined>,
  operation: Operation | undefined,
  usage: string,
): Promise<number> {
  const complain = (line: string) => void process.stderr.write(`${line}\n`)
  if (!operation) {
    complain(usage)
    return exitCodes.usage
  }
  try {
    process.stdout.write(`${await operation(readConfig(env))}\n`)
    return exitCodes.done
  } catch (error) {
    if (error instanceof BackupError) complain(explainBackupFault(error.fault))
    else complain(isOfSystem(error) ? error.message : explainFailure(error, secretsIn(env)))
    return error instanceof BackupError ? exitCodes.refused : exitCodeOf(error)
  }
}

/** No such file, no room, no permission: says what and where by itself. */
const isOfSystem = (error: unknown): error is Error =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
