/**
 * Does work for many at a time: what arrives while a batch is under way becomes the next one. A caller hears when the
 * batch its items went into is done, or why it failed.
 */
export function inBatches<Item>(work: (items: Item[]) => Promise<void>): (items: Item[]) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let next: { items: Item[]; done: Promise<void> } | undefined

  return (items) => {
    if (next) {
      next.items.push(...items)
      return next.done
    }
    const batch = [...items]
    const begin = () => {
      next = undefined
      return work(batch)
    }
    const done = last.then(begin, begin)
    next = { items: batch, done }
    last = done
    return done
  }
}
