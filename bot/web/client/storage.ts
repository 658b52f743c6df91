/** Where small things are kept in the browser: `local` outlives the window, `session` does not. */
const places = { local: () => window.localStorage, session: () => window.sessionStorage }
const memory = new Map<string, string>()

/** A named value that survives a reload where the browser lets it, and lives in memory where it doesn't. */
export function kept<T>(place: keyof typeof places, name: string, fallback: T) {
  const key = `zhixun.${name}`
  return {
    read(): T {
      try {
        const text = memory.get(key) ?? places[place]().getItem(key)
        return text === null ? fallback : (JSON.parse(text) as T)
      } catch {
        return fallback
      }
    },
    /** Whether the browser keeps it. */
    write(value: T): boolean {
      const text = JSON.stringify(value)
      try {
        places[place]().setItem(key, text)
        memory.delete(key)
        return true
      } catch {
        memory.set(key, text)
        return false
      }
    },
    remove(): void {
      memory.delete(key)
      try {
        places[place]().removeItem(key)
      } catch {
        // What the browser keeps nothing of needs no removing.
      }
    },
  }
}
