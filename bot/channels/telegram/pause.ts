import { setTimeout as wait } from 'node:timers/promises'

const longestMs = 30_000

/** How long to wait after so many failures in a row, in milliseconds: half a second, doubled up to half a minute. */
export const backOffMs = (failures: number): number => Math.min(longestMs, 250 * 2 ** Math.min(failures, 10))

/** Waits, or less when `signal` says so. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined)
}
