/** What lies over the page and closes when people go back, the last opened last. */
const over: (() => void)[] = []
/** Whether the history has an entry of ours that the way back takes away, and whether we are taking it away. */
let hasEntry = false
let isLeaving = false

const isOurs = (state: unknown): boolean => typeof state === 'object' && state !== null && 'isOver' in state

function addEntry(): void {
  // While an entry is being taken away none can be added: it would be the one that goes.
  if (hasEntry || isLeaving) return
  hasEntry = true
  history.pushState({ isOver: true }, '')
}

function takeEntry(): void {
  if (!hasEntry || over.length > 0) return
  hasEntry = false
  isLeaving = true
  history.back()
}

function goneBack(): void {
  hasEntry = false
  if (isLeaving) isLeaving = false
  else over.pop()?.()
  if (over.length > 0) addEntry()
}

/**
 * From here on the back button closes this instead of leaving the page, in browsers inside other apps too.
 *
 * @param close Called when people go back; it does nothing where it is closed already.
 * @returns To be called when it is closed otherwise.
 */
export function closedByGoingBack(close: () => void): () => void {
  over.push(close)
  addEntry()
  return () => {
    const at = over.indexOf(close)
    if (at < 0) return
    over.splice(at, 1)
    // What closes often makes room for something else that opens: the entry then serves that.
    setTimeout(takeEntry)
  }
}

/** Leads to another page in the place of our entry, so that one step back is enough. @returns Whether there was one. */
export function leaveFor(href: string): boolean {
  if (!hasEntry) return false
  location.replace(href)
  return true
}

/** Listens for the way back; an entry that a reload has left behind is taken away. */
export function listenToWayBack(): void {
  window.addEventListener('popstate', goneBack)
  if (!isOurs(history.state)) return
  isLeaving = true
  history.back()
}
