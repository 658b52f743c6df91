/** What a database may take for its answers, all in milliseconds. */
export type TimeLimits = {
  /** For making a connection. */
  connect: number
  /** For getting a connection at all, while all are in use. */
  wait: number
  /** For one statement, told to the server, which then ends it: the connection stays good. */
  statement: number
  /** For a lock that another holds. */
  lock: number
  /**
   * How long a transaction may stand still between two statements. The server then rolls it back, so that a process that
   * was frozen in the middle of one holds its locks no longer than this.
   */
  idleInTransaction: number
  /**
   * How long a connection may say nothing while an answer is due. It is then closed for good: longer than `statement`, so
   * that only a server or a network that is gone runs into it.
   */
  silence: number
}

/** On a server: for what people wait for. Who needs a lock waits at most `lock` for it, whatever its holder does. */
export const serverLimits: TimeLimits = {
  connect: 5_000,
  wait: 5_000,
  statement: 5_000,
  lock: 4_000,
  idleInTransaction: 3_000,
  silence: 7_000,
}

/** On a server: for migrations, the index, exports, statistics. Their locks too are free soon after a process was frozen. */
export const longServerLimits: TimeLimits = {
  connect: 5_000,
  wait: 30_000,
  statement: 300_000,
  lock: 60_000,
  idleInTransaction: 4_000,
  silence: 310_000,
}

/**
 * How long the server goes on sending to a process that takes nothing, before it closes the connection: shorter than `lock`,
 * so that who waits for what that process holds gets it.
 */
export const unreceivedMs = 3_000

/**
 * On the embedded database, which has one connection and no clock of its own: `wait` is for all who stand before one,
 * and a statement is ended by `silence` alone.
 */
export const embeddedLimits = { connect: 5_000, wait: 15_000, silence: 10_000, longSilence: 600_000 }
