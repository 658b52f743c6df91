import { tell } from '../services/happenings.ts'

/**
 * Does something time and again, never twice at once and without holding the process up; the function returned ends it.
 *
 * @param name Under which those who watch over the process hear of it.
 */
export function every(
  name: string,
  milliseconds: number,
  task: () => Promise<unknown>,
  onFault: (error: unknown) => void,
) {
  let running: Promise<void> | undefined
  let isFailing = false
  async function run(): Promise<void> {
    const started = performance.now()
    const told = (isDone: boolean) => tell('work', { task: name, isDone, ms: performance.now() - started })
    try {
      await task()
      isFailing = false
      told(true)
    } catch (error) {
      told(false)
      if (!isFailing) onFault(error)
      isFailing = true
    }
    running = undefined
  }
  const timer = setInterval(() => void (running ??= run()), milliseconds).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
