import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Update } from 'grammy/types'
import { ChatLog, type Payload } from './chat-log.ts'
import { Delivery } from './delivery.ts'
import { parseForm } from './parse-form.ts'
import { Refusal } from './refusal.ts'

export type Call = { method: string; payload: Payload; at: number; error?: Refusal }

/** What goes wrong with calls: refused with a code, answered without a code by what stands between, or the connection is cut before or after the call is taken. */
export type Fault = Refusal | 'cut' | 'cut-after' | 'no-code'
type PlannedFault = { method: string; chat?: number; fault: Fault; times: number }

export const me = {
  id: 42,
  is_bot: true as const,
  first_name: '知询',
  username: 'zhixun_test_bot',
}

/** Rises over all servers of a process, as a bot's numbers do over its days. */
let lastUpdate = 700_000

/** A Bot API server on loopback that keeps to the protocol: polling with acknowledgements, webhooks, limits, faults. */
export class BotApiServer {
  static readonly token = '42:TEST-token'
  readonly chats = new ChatLog()
  readonly delivery = new Delivery()
  readonly calls: Call[] = []
  /** Methods this server is too old for. */
  readonly unknown = new Set<string>()
  readonly commands = new Map<string, unknown>()
  menuButton: unknown
  /** What the bot says of itself, by language. */
  readonly descriptions = new Map<string, unknown>()
  readonly shortDescriptions = new Map<string, unknown>()
  /** Files that people have sent, by their id. */
  readonly files = new Map<string, Buffer>()
  /** Hears of each call that was answered. */
  onCall: (call: Call) => void = () => undefined
  /** How long a call takes, in milliseconds. */
  delayMs = 0
  private readonly faults: PlannedFault[] = []
  private readonly changed = new EventEmitter().setMaxListeners(0)
  private readonly server = createServer((request, response) => void this.serve(request, response))
  root = ''

  async open(port = 0): Promise<this> {
    this.server.keepAliveTimeout = 60_000
    this.server.listen(port, '127.0.0.1')
    await once(this.server, 'listening')
    this.root = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
    return this
  }

  async close(): Promise<void> {
    this.delivery.close()
    this.server.close()
    this.server.closeAllConnections()
  }

  /** Delivers an update under the next number. */
  push(update: Omit<Update, 'update_id'>): Update {
    const whole = { update_id: (lastUpdate += 1), ...update }
    this.delivery.push(whole)
    return whole
  }

  /** Lets the next calls of a method go wrong. */
  fail(method: string, fault: Fault, { times = 1, chat }: { times?: number; chat?: number } = {}): void {
    this.faults.push({ method, fault, times, ...(chat !== undefined && { chat }) })
  }

  callsOf(method: string, chat?: number): Call[] {
    return this.calls.filter(
      (call) => call.method === method && (chat === undefined || Number(call.payload.chat_id) === chat),
    )
  }

  /** Settles when `isSo`; looked at after every call. */
  async until(isSo: () => boolean, { ms = 15_000 } = {}): Promise<void> {
    const signal = AbortSignal.timeout(ms)
    while (!isSo()) {
      await once(this.changed, 'call', { signal }).catch(() => {
        throw new Error(`not so after ${ms} ms; the last calls: ${JSON.stringify(this.calls.slice(-5)).slice(0, 1500)}`)
      })
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, fileToken, file] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? []
    if (file !== undefined) {
      const bytes = fileToken === BotApiServer.token ? this.files.get(file) : undefined
      return void response.writeHead(bytes ? 200 : 404).end(bytes)
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? []
    const payload = await payloadOf(request)
    const fault = this.takeFault(method, Number(payload.chat_id))
    if (fault === 'cut') return void request.socket.destroy()
    if (this.delayMs > 0 && method !== 'getUpdates') await new Promise((resolve) => setTimeout(resolve, this.delayMs))
    const call: Call = { method, payload, at: performance.now() }
    if (fault === 'no-code')
      return void response.writeHead(502, { 'content-type': 'application/json' }).end('{"ok":false}')
    const answer = await this.answer(token, call, fault)
    this.calls.push(call)
    this.onCall(call)
    this.changed.emit('call')
    if (fault === 'cut-after') return void request.socket.destroy()
    response.writeHead(call.error?.code ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }

  private async answer(token: string | undefined, call: Call, fault: Fault | undefined) {
    try {
      if (token !== BotApiServer.token) throw new Refusal(401, 'Unauthorized')
      if (fault instanceof Refusal) throw fault
      return { ok: true, result: await this.take(call.method, call.payload) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      call.error = error
      const { code, message, retryAfter } = error
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
      return { ok: false, error_code: code, description: message, ...parameters }
    }
  }

  private take(method: string, payload: Payload): unknown {
    const taken = this.unknown.has(method) ? undefined : this.methods[method]
    if (!taken) throw new Refusal(404, 'Not Found')
    return taken(payload)
  }

  private takeFault(method: string, chat: number): Fault | undefined {
    const at = this.faults.findIndex((one) => one.method === method && (one.chat === undefined || one.chat === chat))
    const planned = this.faults[at]
    if (!planned) return undefined
    planned.times -= 1
    if (planned.times === 0) this.faults.splice(at, 1)
    return planned.fault
  }

  private readonly methods: Record<string, (payload: Payload) => unknown> = {
    getMe: () => ({ ...me, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: true }),
    getUpdates: (payload) => this.delivery.getUpdates(payload),
    setWebhook: ({ url, secret_token }) =>
      this.delivery.setWebhook({
        url: String(url),
        ...(typeof secret_token === 'string' && { secret: secret_token }),
      }),
    deleteWebhook: () => {
      this.delivery.hook = undefined
      return true
    },
    setMyCommands: ({ commands, language_code = '' }) => {
      this.commands.set(String(language_code), commands)
      return true
    },
    setMyDescription: ({ description, language_code = '' }) => {
      if (String(description).length > 512) throw new Refusal(400, 'Bad Request: BOT_DESCRIPTION_INVALID')
      this.descriptions.set(String(language_code), description)
      return true
    },
    setMyShortDescription: ({ short_description, language_code = '' }) => {
      if (String(short_description).length > 120) throw new Refusal(400, 'Bad Request: SHORT_DESCRIPTION_INVALID')
      this.shortDescriptions.set(String(language_code), short_description)
      return true
    },
    getFile: ({ file_id }) => {
      if (!this.files.has(String(file_id))) throw new Refusal(400, 'Bad Request: invalid file_id')
      return { file_id, file_unique_id: file_id, file_path: file_id }
    },
    answerInlineQuery: (payload) => this.chats.answerInlineQuery(payload),
    sendMediaGroup: (payload) => this.chats.sendMediaGroup(payload),
    setChatMenuButton: ({ menu_button }) => {
      const { web_app } = menu_button as { web_app?: { url: string } }
      if (web_app && !web_app.url.startsWith('https:')) throw new Refusal(400, 'Bad Request: BUTTON_URL_INVALID')
      this.menuButton = menu_button
      return true
    },
    sendChatAction: () => true,
    answerCallbackQuery: () => true,
    sendMessage: (payload) => this.chats.sendMessage(payload),
    sendDocument: (payload) => this.chats.sendDocument(payload),
    editMessageText: (payload) => this.chats.editMessageText(payload),
    editMessageReplyMarkup: (payload) => this.chats.editMessageReplyMarkup(payload),
  }
}

async function payloadOf(request: IncomingMessage): Promise<Payload> {
  const body = Buffer.concat(await request.toArray())
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/')) return body.length > 0 ? (JSON.parse(body.toString()) as Payload) : {}
  return parseForm(body, type)
}
