/** Does something time and again, never twice at once and without holding the process up; the function returned ends it. */
export function every(milliseconds: number, task: () => Promise<unknown>, onFault: (error: unknown) => void) {
  let running: Promise<void> | undefined
  let isFailing = false
  async function run(): Promise<void> {
    try {
      await task()
      isFailing = false
    } catch (error) {
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
