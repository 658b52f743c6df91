const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/**
 * SQLSTATE classes: connection exception, insufficient resources, operator intervention (shutdown, time limit). And three
 * states: a transaction stood still for too long, another held a lock for too long, the server takes nothing, as one that
 * stands by does.
 */
const serverStates = /^(?:(?:08|53|57)[0-9A-Z]{3}|25P03|55P03|25006)$/

/** Errors of pg, its pool, Kysely and the embedded database that carry no code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after|Client has encountered a connection error|driver has already been destroyed|The embedded database has stopped)/

/** A turn that could not be kept, so many others of its conversation were kept at the same time. */
export class Overtaken extends Error {}

/** Whether an error says that a part the assistant needs is away for now, rather than that something is wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Overtaken) return true
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (syscall === 'connect') return true
  if (typeof code === 'string' && (connectionCodes.has(code) || serverStates.test(code))) return true
  if (lostConnection.test(error.message)) return true
  if (error instanceof AggregateError && error.errors.some(isOutage)) return true
  return isOutage(error.cause)
}
