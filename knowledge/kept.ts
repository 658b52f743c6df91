/** Texts kept with what was read in them: more than the clauses and sentences of some dozens of notices. */
const mostTexts = 20_000

/**
 * A reading of texts that reads a text once: clauses are read with every question, a question in every stage.
 *
 * @param most Texts that are kept; with the next one all are let go.
 */
export function keptByText<Result>(read: (text: string) => Result, most = mostTexts): (text: string) => Result {
  const kept = new Map<string, Result>()
  return (text) => {
    if (kept.has(text)) return kept.get(text)!
    if (kept.size >= most) kept.clear()
    const result = read(text)
    kept.set(text, result)
    return result
  }
}

/** What is made of a thing, made once for as long as the thing is in use. */
export function keptFor<Thing extends object, Result>(make: (thing: Thing) => Result): (thing: Thing) => Result {
  const kept = new WeakMap<Thing, Result>()
  return (thing) => {
    if (kept.has(thing)) return kept.get(thing)!
    const result = make(thing)
    kept.set(thing, result)
    return result
  }
}
