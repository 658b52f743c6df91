/** How sending a frame ended: with WeCom's number, 0 where it was taken, and what it says besides, or without a word of it in time. */
export type Acknowledgement = { code: number; body?: unknown } | 'unknown'

/** It did not go out. */
const unsent = { code: -1 }

type Waiting = { frame: string; settle(end: Acknowledgement): void }
type Line = { waiting: Waiting[]; isUnderWay: boolean; unanswered: number }

/**
 * Sends frames and waits for the word that they were taken. Frames that answer one request bear the same number, and so does
 * each word of WeCom: they go out one after the other, and a word that comes late is not taken for that on the next frame.
 *
 * @param limitMs How long a word is waited for. A frame without one may have been taken: it is never sent again.
 */
export function acknowledged(send: (frame: string) => void, limitMs: number) {
  const lines = new Map<string, Line>()
  const current = new Map<string, (end: Acknowledgement) => void>()

  function next(id: string, line: Line): void {
    const one = line.waiting.shift()
    if (!one) {
      if (line.unanswered === 0) lines.delete(id)
      return void (line.isUnderWay = false)
    }
    line.isUnderWay = true
    const finish = (end: Acknowledgement) => {
      clearTimeout(timer)
      current.delete(id)
      one.settle(end)
      next(id, line)
    }
    const timer = setTimeout(() => {
      line.unanswered += 1
      setTimeout(() => lines.get(id) === line && !line.isUnderWay && lines.delete(id), limitMs * 4).unref()
      finish('unknown')
    }, limitMs)
    current.set(id, finish)
    try {
      send(one.frame)
    } catch {
      finish(unsent)
    }
  }

  return {
    /** Sends a frame under a request's number. */
    send(id: string, frame: string): Promise<Acknowledgement> {
      const line = lines.get(id) ?? { waiting: [], isUnderWay: false, unanswered: 0 }
      lines.set(id, line)
      return new Promise((settle) => {
        line.waiting.push({ frame, settle })
        if (!line.isUnderWay) next(id, line)
      })
    },
    /** Hears WeCom's word on a frame. */
    hear(id: string, code: number, body?: unknown): void {
      const line = lines.get(id)
      if (line && line.unanswered > 0) line.unanswered -= 1
      else current.get(id)?.({ code, body })
    },
    /** Gives up all that is under way: the connection is gone. */
    drop(): void {
      for (const { waiting } of lines.values()) for (const one of waiting.splice(0)) one.settle(unsent)
      for (const finish of [...current.values()]) finish('unknown')
      lines.clear()
    },
  }
}
