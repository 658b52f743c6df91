import { createHash, randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { openWebSocketServer, type Peer } from './web-socket-server.ts'

export const bot = { botId: 'bot-1', secret: 'secret_of-bot-1' }

export type Button = { text: string; key: string; style: number }
export type Card = {
  card_type: string
  main_title: { title: string; desc?: string }
  button_list: Button[]
  task_id: string
}
type Body = {
  bot_id?: string
  secret?: string
  msgtype?: string
  chatid?: string
  chat_type?: number
  stream?: { id: string; finish: boolean; content: string; feedback?: { id: string } }
  markdown?: { content: string }
  text?: { content: string }
  template_card?: Card
  file?: { media_id: string }
  filename?: string
  total_size?: number
  total_chunks?: number
  md5?: string
  upload_id?: string
  chunk_index?: number
  base64_data?: string
}
export type Sent = { cmd: string; request: string; body: Body; at: number }

/** WeCom for one test: one connection for the bot, the newest; it checks what the bot sends, and says that it was taken. */
export class WeComServer {
  readonly sent: Sent[] = []
  url = ''
  subscribed: Peer[] = []
  pings = 0
  /** What a frame is answered with: a number, or nothing. */
  answer: (sent: Sent) => number | undefined = () => 0
  private events = new Set<string>()
  private uploads = new Map<string, { init: Body; pieces: Buffer[] }>()
  /** Files that were uploaded whole, by what they are known by. */
  readonly files = new Map<string, { name: string; bytes: Buffer }>()

  async open(): Promise<this> {
    const server = await openWebSocketServer({ onText: (peer, text) => this.take(peer, text) })
    onTestFinished(server.close)
    this.url = server.url
    return this
  }

  get peer(): Peer {
    return this.subscribed.at(-1)!
  }

  private take(peer: Peer, text: string): void {
    const { cmd, headers, body = {} } = JSON.parse(text) as { cmd: string; headers: { req_id: string }; body?: Body }
    const request = headers.req_id
    const say = (errcode: number) => peer.send(JSON.stringify({ headers: { req_id: request }, errcode, errmsg: '' }))
    if (cmd === 'ping') {
      this.pings += 1
      return say(0)
    }
    if (cmd === 'aibot_subscribe') return this.subscribe(peer, body, say)
    const sent = { cmd, request, body, at: performance.now() }
    this.sent.push(sent)
    const code = this.faultOf(sent) ?? this.answer(sent)
    const more = code === 0 ? this.upload(sent) : undefined
    if (more)
      return void peer.send(JSON.stringify({ headers: { req_id: request }, errcode: 0, errmsg: '', body: more }))
    if (code !== undefined) say(code)
  }

  /** Takes a file in pieces, and checks that it is whole. */
  private upload({ cmd, body }: Sent): object | undefined {
    const id = body.upload_id ?? randomUUID()
    if (cmd === 'aibot_upload_media_init') {
      this.uploads.set(id, { init: body, pieces: [] })
      return { upload_id: id }
    }
    const upload = this.uploads.get(id)
    if (cmd === 'aibot_upload_media_chunk') {
      upload!.pieces[body.chunk_index!] = Buffer.from(body.base64_data!, 'base64')
      return undefined
    }
    if (cmd !== 'aibot_upload_media_finish') return undefined
    const bytes = Buffer.concat(upload!.pieces)
    if (createHash('md5').update(bytes).digest('hex') !== upload!.init.md5) return { media_id: '' }
    const media = randomUUID()
    this.files.set(media, { name: upload!.init.filename!, bytes })
    return { media_id: media }
  }

  private subscribe(peer: Peer, { bot_id, secret }: Body, say: (code: number) => void): void {
    if (bot_id !== bot.botId || secret !== bot.secret) return say(40058)
    if (this.subscribed.length > 0) this.throwOut()
    this.subscribed.push(peer)
    say(0)
  }

  /** What WeCom refuses whatever the bot means. */
  private faultOf({ cmd, request, body }: Sent): number | undefined {
    const long = [body.stream?.content, body.markdown?.content].some((text = '') => Buffer.byteLength(text) > 20_480)
    if (long) return 40058
    if (cmd === 'aibot_respond_msg' && this.events.has(request)) return 846605
    const buttons = body.template_card?.button_list
    if (buttons && (buttons.length < 1 || buttons.length > 6)) return 42014
    return body.template_card && !/^[\w@-]{1,128}$/.test(body.template_card.task_id) ? 42014 : undefined
  }

  /** As if another process had subscribed. */
  throwOut(): void {
    const { peer } = this
    this.event({ eventtype: 'disconnected_event' }, 'nobody')
    peer.close()
  }

  message(userid: string, more: object, msgid: string = randomUUID()): string {
    const request = randomUUID()
    const body = { msgid, aibotid: bot.botId, chattype: 'single', from: { userid }, ...more }
    this.peer.send(JSON.stringify({ cmd: 'aibot_msg_callback', headers: { req_id: request }, body }))
    return request
  }

  event(event: object, userid: string): string {
    const request = randomUUID()
    this.events.add(request)
    const body = {
      msgid: randomUUID(),
      aibotid: bot.botId,
      chattype: 'single',
      from: { userid },
      msgtype: 'event',
      event,
    }
    this.peer.send(JSON.stringify({ cmd: 'aibot_event_callback', headers: { req_id: request }, body }))
    return request
  }

  text(userid: string, content: string, msgid?: string): string {
    return this.message(userid, { msgtype: 'text', text: { content } }, msgid)
  }

  press(userid: string, card: Card, label: string): string {
    const button = card.button_list.find(({ text }) => text.includes(label))
    if (!button) throw new Error(`no button ${label} among ${card.button_list.map(({ text }) => text).join()}`)
    const pressed = { card_type: card.card_type, event_key: button.key, task_id: card.task_id }
    return this.event({ eventtype: 'template_card_event', template_card_event: pressed }, userid)
  }

  of = (request: string): Sent[] => this.sent.filter((one) => one.request === request)
  to = (chat: string): Sent[] => this.sent.filter(({ body }) => body.chatid === chat)
}
