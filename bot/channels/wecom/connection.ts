import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { wecomTexts as texts } from '../../../prompts/wecom-texts.ts'
import { type Acknowledgement, acknowledged } from './acknowledged.ts'
import type { Frame } from './read-frame.ts'
import type { WeComConfig } from './variables.ts'

/** In milliseconds. */
export type WeComPace = {
  pingMs: number
  /** How long WeCom's word on a frame is waited for. */
  ackMs: number
  /** The first wait before connecting again, doubled up to half a minute. */
  againMs: number
  /** The wait after another process took the connection: at once, the two would throw each other out for ever. */
  thrownOutMs: number
  /** How often it is looked for what waits for staff. */
  waitingMs: number
}

export const wecomPace: WeComPace = {
  pingMs: 30_000,
  ackMs: 5_000,
  againMs: 500,
  thrownOutMs: 180_000,
  waitingMs: 10 * 60_000,
}

const longestWaitMs = 30_000

export type Connection = {
  /** Sends a frame under the number of the request it answers, or under one of its own. */
  send(cmd: string, body: object, request?: string): Promise<Acknowledgement>
  /** Settles when there is a connection, or it has ended for good. */
  ready(): Promise<void>
  close(): Promise<void>
}

type Parts = {
  config: WeComConfig
  pace: WeComPace
  onFrame(frame: Frame): void
  tell(line: string): void
  complain(line: string): void
}

/** How a connection ended. */
type End = 'lost' | 'thrown-out' | 'refused'

/** Holds one connection to WeCom as long as it is not closed, and nothing that is sent over it is ever printed. */
export function holdConnection({ config, pace, onFrame, tell, complain }: Parts): Connection {
  const stop = new AbortController()
  let socket: WebSocket | undefined
  let isUp = Promise.withResolvers<void>()
  const frames = acknowledged((frame) => {
    if (socket?.readyState !== WebSocket.OPEN) throw new Error('no connection')
    socket.send(frame)
  }, pace.ackMs)
  const write = (cmd: string, body: object | undefined, id: string) =>
    frames.send(id, JSON.stringify({ cmd, headers: { req_id: id }, ...(body && { body }) }))

  /** One connection from its opening to its end. */
  async function connect(): Promise<End> {
    const ended = Promise.withResolvers<End>()
    const opened = Promise.withResolvers<void>()
    const own = new WebSocket(config.url)
    socket = own
    own.onopen = () => opened.resolve()
    own.onerror = () => ended.resolve('lost')
    own.onclose = () => ended.resolve('lost')
    own.onmessage = ({ data }) => {
      const frame = typeof data === 'string' ? parsed(data) : undefined
      if (!frame) return
      if (frame.body?.event?.eventtype === 'disconnected_event') ended.resolve('thrown-out')
      else if (frame.cmd !== undefined) onFrame(frame)
      else frames.hear(frame.headers?.req_id ?? '', frame.errcode ?? 0, frame.body)
    }
    const serve = async () => {
      await opened.promise
      const { botId, secret } = config
      const end = await write('aibot_subscribe', { bot_id: botId, secret }, `subscribe_${randomUUID()}`)
      if (end === 'unknown' || end.code !== 0) return ended.resolve(end === 'unknown' ? 'lost' : 'refused')
      tell(texts.up)
      isUp.resolve()
      await keepAlive(ended.promise)
      ended.resolve('lost')
    }
    void serve()
    const cut = () => ended.resolve('lost')
    stop.signal.addEventListener('abort', cut)
    const end = await ended.promise
    stop.signal.removeEventListener('abort', cut)
    own.close()
    frames.drop()
    isUp = Promise.withResolvers()
    return end
  }

  /** Pings until two in a row are not answered, or the connection ends. */
  async function keepAlive(ended: Promise<End>): Promise<void> {
    let isOver = false
    void ended.then(() => (isOver = true))
    for (let missed = 0; missed < 2 && !isOver;) {
      await Promise.race([ended, wait(pace.pingMs, undefined, { ref: false })])
      if (!isOver) missed = (await write('ping', undefined, `ping_${randomUUID()}`)) === 'unknown' ? missed + 1 : 0
    }
  }

  async function run(): Promise<void> {
    for (let failures = 0; !stop.signal.aborted;) {
      const begun = Date.now()
      const end = await connect()
      if (stop.signal.aborted) break
      // One that held for a while was no failure of connecting.
      failures = Date.now() - begun > longestWaitMs ? 1 : failures + 1
      if (end === 'refused') complain(texts.refused)
      else if (end === 'thrown-out') complain(texts.thrownOut)
      else if (failures === 1) complain(texts.lost)
      const again = Math.min(longestWaitMs, pace.againMs * 2 ** Math.min(failures - 1, 10))
      const pause = end === 'lost' ? again : pace.thrownOutMs
      await wait(pause, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    send: (cmd, body, request = `${cmd}_${randomUUID()}`) => write(cmd, body, request),
    ready: () => Promise.race([isUp.promise, running]),
    async close() {
      stop.abort()
      await running
    },
  }
}

function parsed(text: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(text)
    return typeof frame === 'object' && frame !== null ? frame : undefined
  } catch {
    return undefined
  }
}
