/** One figure of the benchmark: printed as a line of JSON. `unit` '' for shares of 1. */
export type Figure = { name: string; value: number; unit: string }

export const printFigure = ({ name, value, unit }: Figure): void =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(5)), unit }))

/**
 * Median and 99th percentile of durations in milliseconds.
 *
 * @throws {Error} When there are none.
 */
export function latencies(name: string, milliseconds: number[]): Figure[] {
  if (milliseconds.length === 0) throw new Error(`${name}: nothing was measured`)
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
  return [
    { name: `${name} p50`, value: at(0.5), unit: 'ms' },
    { name: `${name} p99`, value: at(0.99), unit: 'ms' },
  ]
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
