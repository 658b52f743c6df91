import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt } from 'node:crypto'

/** How an account of WeChat is set up with a server. Without `aesKey` in plain mode (明文模式). */
export type Setup = {
  token: string
  appId: string
  aesKey?: string
  /** When WeChat hangs up and sends a message again, in milliseconds; five seconds in the world. */
  hangUpMs?: number
  /** Waited for before a message is sent again. */
  beforeAgain?: () => Promise<unknown>
  /** Whether a tapped link says which it was; the test accounts of WeChat don't. */
  tellsMenuId?: boolean
}

export const account = 'gh_0123456789ab'
export const setup = {
  token: 'zhixunToken1',
  appId: 'wx0123456789abcdef',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
}
/** What people read where a server does not answer as it should. */
export const fault = '该公众号提供的服务出现故障，请稍后再试'
/** Longer texts are no answer to WeChat, in bytes. */
const mostBytes = 2_047

type Fields = Record<string, string | number>

/** WeChat with one official account on it: sends what people write as WeChat does, and shows them what comes back. */
export class OfficialAccount {
  readonly url: string
  readonly setup: Setup
  /** How often a request was made, by message. */
  readonly requests = new Map<string, number>()

  constructor(url: string, given: Setup) {
    this.url = url
    this.setup = given
  }

  person(name = `o${randomBytes(13).toString('hex')}`): Follower {
    return new Follower(this, name)
  }

  /** Signs a request as WeChat does. */
  address(parts: Record<string, string> = {}, at = Math.floor(Date.now() / 1000)): string {
    const [timestamp, nonce] = [String(at), String(randomInt(1e9))]
    const query = new URLSearchParams({
      signature: sha1(this.setup.token, timestamp, nonce),
      timestamp,
      nonce,
      ...parts,
    })
    return `${this.url}/wechat?${query.toString()}`
  }

  async verify(echostr: string, over: Record<string, string> = {}): Promise<Response> {
    return fetch(this.address({ echostr, ...over }))
  }

  /** Delivers a message, three times where nothing comes in time. @returns What the person is shown; nothing for `success`. */
  async deliver(fields: Fields): Promise<string | undefined> {
    const id = String(fields['MsgId'] ?? JSON.stringify(fields))
    for (let request = 1; request <= 3; request += 1) {
      this.requests.set(id, (this.requests.get(id) ?? 0) + 1)
      const answer = await this.post(xmlOf(fields)).catch(() => undefined)
      if (answer !== undefined) return this.shown(answer, fields)
      await this.setup.beforeAgain?.()
    }
    return fault
  }

  /** @returns The body of the answer; undefined where there is none worth reading. */
  async post(xml: string): Promise<string | undefined> {
    const { hangUpMs = 5_000 } = this.setup
    const signal = AbortSignal.timeout(hangUpMs)
    const { address, body } = this.enveloped(xml)
    const headers = { 'content-type': 'text/xml' }
    const response = await fetch(address, { method: 'POST', headers, body, signal })
    const text = await response.text()
    return response.status === 200 ? text : `<!doctype html>${response.status}`
  }

  private enveloped(xml: string): { address: string; body: string } {
    const { aesKey, appId, token } = this.setup
    if (aesKey === undefined) return { address: this.address(), body: xml }
    const sealed = seal(aesKey, appId, xml)
    const plain = new URL(this.address({ encrypt_type: 'aes' }))
    const { timestamp, nonce } = Object.fromEntries(plain.searchParams) as Record<string, string>
    plain.searchParams.set('msg_signature', sha1(token, timestamp!, nonce!, sealed))
    return { address: plain.href, body: xmlOf({ ToUserName: account, Encrypt: sealed }) }
  }

  /** What a body means to WeChat: nothing, a text, or a fault. */
  private shown(body: string, { ToUserName, FromUserName }: Fields): string | undefined {
    if (body === 'success' || body === '') return undefined
    const inner = this.opened(body)
    const read = inner && fieldsOf(inner)
    if (!read || read['ToUserName'] !== FromUserName || read['FromUserName'] !== ToUserName) return fault
    if (read['MsgType'] !== 'text' || !/^\d+$/.test(read['CreateTime'] ?? '')) return fault
    const content = read['Content'] ?? ''
    return content === '' || Buffer.byteLength(content) > mostBytes ? fault : content
  }

  private opened(body: string): string | undefined {
    const { aesKey, appId, token } = this.setup
    if (aesKey === undefined) return body
    const { Encrypt, MsgSignature, TimeStamp, Nonce } = fieldsOf(body) ?? {}
    if (!Encrypt || MsgSignature !== sha1(token, TimeStamp!, Nonce!, Encrypt)) return undefined
    return open(aesKey, appId, Encrypt)
  }
}

/** Somebody who follows the account, and reads and taps what it answers. */
export class Follower {
  readonly heard: string[] = []
  readonly openid: string
  private readonly account: OfficialAccount

  constructor(on: OfficialAccount, openid: string) {
    this.account = on
    this.openid = openid
  }

  message(more: Fields): Fields {
    return { ToUserName: account, FromUserName: this.openid, CreateTime: Math.floor(Date.now() / 1000), ...more }
  }

  async send(more: Fields): Promise<string | undefined> {
    const answer = await this.account.deliver(this.message(more))
    if (answer !== undefined) this.heard.push(answer)
    return answer
  }

  async say(text: string, id = newId()): Promise<string> {
    return (await this.send({ MsgType: 'text', Content: text, MsgId: id })) ?? ''
  }

  /** Taps a link of an answer, the last one by default: what it sends comes as the person's own message. */
  async tap(label: string, answer = this.heard.at(-1)!): Promise<string> {
    const link = linksOf(answer).find((one) => one.label.includes(label))
    if (!link) throw new Error(`no link ${label} in\n${answer}`)
    if (link.sends === undefined) throw new Error(`${label} opens ${link.url}`)
    const { tellsMenuId = true } = this.account.setup
    const menu: Fields = tellsMenuId ? { bizmsgmenuid: link.id! } : {}
    return (await this.send({ MsgType: 'text', Content: link.sends, MsgId: newId(), ...menu })) ?? ''
  }

  async event(name: string, key = ''): Promise<string | undefined> {
    return this.send({ MsgType: 'event', Event: name, EventKey: key })
  }
}

/** More than a JavaScript number holds exactly, as WeChat's are. */
export const newId = (): string => `2425${randomBytes(7).readUIntBE(0, 6)}${randomInt(1e6)}`.slice(0, 19)

/** The links of a text as the WeChat app reads them. */
export function linksOf(text: string): { label: string; url: string; sends?: string; id?: string }[] {
  return [...text.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, url = '', label = '']) => {
    const [, sends, id] = /^weixin:\/\/bizmsgmenu\?msgmenucontent=([^&]*)&msgmenuid=(\d+)$/.exec(url) ?? []
    return sends === undefined ? { label, url } : { label, url, sends: decodeURIComponent(sends), id: id! }
  })
}

const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex')

export const xmlOf = (fields: Fields): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value}]]>`}</${name}>`)
    .join('\n')}</xml>`

/** Reads an answer strictly: nothing may stand between the elements. */
function fieldsOf(xml: string): Record<string, string> | undefined {
  const [, inside] = /^<xml>([^]*)<\/xml>\s*$/.exec(xml) ?? []
  if (inside === undefined) return undefined
  const fields: Record<string, string> = {}
  const rest = inside.replace(
    /<(\w+)>((?:<!\[CDATA\[[^]*?\]\]>)+|[^<&]*)<\/\1>\s*/g,
    (_all, name: string, value: string) => {
      fields[name] = value.replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1')
      return ''
    },
  )
  return rest.trim() === '' && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml) ? fields : undefined
}

function seal(aesKey: string, appId: string, message: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const body = Buffer.from(message)
  const length = Buffer.from([0, 0, 0, 0])
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId)])
  const padding = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  )
}

function open(aesKey: string, appId: string, sealed: string): string | undefined {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()])
  const plain = padded.subarray(0, padded.length - padded.at(-1)!)
  const end = 20 + plain.readUInt32BE(16)
  return plain.subarray(end).toString() === appId ? plain.subarray(20, end).toString() : undefined
}
