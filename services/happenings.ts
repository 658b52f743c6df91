import { channel } from 'node:diagnostics_channel'

/** What those who watch over the assistant may count: never a word of what people say. Times in milliseconds. */
export type Happenings = {
  /** A turn was answered and kept; `status` is how it ended. */
  turn: { channel: string; status: string; ms: number }
  /** The database refused to keep a turn, by its SQLSTATE or the code of a connection. */
  refused: { code: string }
  /** A model was to be asked: `answered`, or why it was of no help. */
  modelCall: { outcome: string; tokens: number; ms: number }
  /** Whether a model's endpoint is being left alone after failures. */
  circuit: { isOpen: boolean }
  /** A task in the background was done once, or failed. */
  work: { task: string; isDone: boolean; ms: number }
}

type Name = keyof Happenings

const channelOf = (name: Name) => channel(`zhixun:${name}`)

/** Tells whoever hears; costs next to nothing where nobody does. */
export function tell<One extends Name>(name: One, what: Happenings[One]): void {
  const one = channelOf(name)
  if (one.hasSubscribers) one.publish(what)
}

/** Hears what happens in this process, at once and where it happens; the function returned ends it. */
export function hear<One extends Name>(name: One, listener: (what: Happenings[One]) => void): () => void {
  const take = (message: unknown) => listener(message as Happenings[One])
  channelOf(name).subscribe(take)
  return () => void channelOf(name).unsubscribe(take)
}
