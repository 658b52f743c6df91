/**
 * What is printed of an error that ends a command. Errors of our own are whole sentences; of any other the place where it
 * arose is needed as well.
 */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isOwn = error.constructor === Error || ['ConfigError', 'NoticeError'].includes(error.constructor.name)
  return isOwn ? error.message : (error.stack ?? error.message)
}
