import { DirectoryInUse } from '../knowledge/database/directory-lock.ts'
import { NoticeError } from '../knowledge/load-notices.ts'
import { operationTexts } from '../prompts/operation-texts.ts'
import { ConfigError } from './config.ts'
import { hideSecrets } from './hide-secrets.ts'

/** EX_CONFIG of sysexits. */
const badConfiguration = 78

/** What a command that can't go on exits with. */
export const exitCodeOf = (error: unknown): number => (error instanceof ConfigError ? badConfiguration : 1)

/**
 * What is printed of an error that ends a command. Errors of our own are whole sentences; of any other the place where it
 * arose is needed as well. Whoever refuses a key may repeat it.
 *
 * @param secrets See `secretsIn`.
 */
export function explainFailure(error: unknown, secrets: readonly string[]): string {
  return hideSecrets(wordsOf(error), secrets)
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause instanceof DirectoryInUse) return `DATA_DIR：${operationTexts.directoryInUse(error.cause.directory)}`
  const isOwn = error.constructor === Error || error instanceof ConfigError || error instanceof NoticeError
  return isOwn ? error.message : (error.stack ?? error.message)
}
