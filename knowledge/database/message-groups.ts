/** Messages of PostgreSQL's protocol that another must follow before there is an answer: parse, bind, describe, execute, close. */
const unanswered = new Set(Array.from('PBDEC', (sign) => sign.charCodeAt(0)))
/** The length of a message counts itself, four bytes, but not the sign before it. */
const headBytes = 5
const startupHeadBytes = 8
const protocolVersion = 0x00030000

/**
 * Cuts what comes on a connection into groups of whole messages of the frontend, each to be answered at once: what follows
 * from one write of a client is one group.
 *
 * @param onGroup Called with each group as soon as it is whole.
 * @returns Takes what comes.
 */
export function groupMessages(onGroup: (group: Uint8Array) => void): (data: Buffer) => void {
  let held: Buffer = Buffer.alloc(0)
  /** How many bytes of `held` are whole messages of a group that is not closed. */
  let whole = 0

  return (data) => {
    held = held.length === 0 ? data : Buffer.concat([held, data])
    for (;;) {
      const length = lengthOf(held, whole)
      if (length === undefined || whole + length > held.length) return
      const isOpen = unanswered.has(held[whole]!)
      whole += length
      if (isOpen) continue
      onGroup(new Uint8Array(held.subarray(0, whole)))
      held = held.subarray(whole)
      whole = 0
    }
  }
}

/** The length of the message at an offset, in bytes; undefined where too little of it is there. */
function lengthOf(data: Buffer, at: number): number | undefined {
  // The first message has no sign, and a length that is no sign either.
  if (data.length >= at + startupHeadBytes && data.readInt32BE(at + 4) === protocolVersion && data[at] === 0)
    return data.readInt32BE(at)
  return data.length < at + headBytes || data[at] === 0 ? undefined : 1 + data.readInt32BE(at + 1)
}
