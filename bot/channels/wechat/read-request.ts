import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import { createEnvelope, type Envelope, isSigned, signatureOf } from './envelope.ts'
import type { WeChatConfig } from './variables.ts'
import { readXml, writeXml } from './xml.ts'

/** What WeChat puts into the address of each request. */
export type Query = {
  signature?: string | undefined
  timestamp?: string | undefined
  nonce?: string | undefined
  echostr?: string | undefined
  encrypt_type?: string | undefined
  msg_signature?: string | undefined
}

/** So far WeChat's clock and this one may be apart, in seconds; an address that was overheard is worth nothing later. */
const mostApart = 600

export type Gate = {
  /** Whether a request is from WeChat, by its address alone. */
  isFromWeChat(query: Query): boolean
  /** The message in a body; undefined where it is to be refused. */
  open(query: Query, body: string): string | undefined
  /** An answer as WeChat takes it, encrypted where there is a key. */
  seal(xml: string): string
}

/** @param complain Hears, once each, what whoever set this up can mend. */
export function openGate({ token, appId, aesKey }: WeChatConfig, complain: (line: string) => void): Gate {
  const envelope = aesKey === undefined ? undefined : createEnvelope(aesKey, appId!)
  const told = new Set<string>()
  const complainOnce = (line: string) => {
    if (!told.has(line)) complain(line)
    told.add(line)
  }

  return {
    isFromWeChat({ signature = '', timestamp = '', nonce = '' }) {
      if (!isSigned(signature, token, timestamp, nonce)) return false
      const apart = Math.abs(Date.now() / 1000 - Number(timestamp))
      if (apart <= mostApart) return true
      complainOnce(texts.clock(Math.round(apart / 60)))
      return false
    },
    open(query, body) {
      if (!envelope) {
        if (query.encrypt_type !== 'aes') return body
        complainOnce(texts.noKey)
        return undefined
      }
      const sealed = readXml(body)?.get('Encrypt')
      if (query.encrypt_type !== 'aes' || sealed === undefined) {
        complainOnce(texts.notSealed)
        return undefined
      }
      const { msg_signature: signature = '', timestamp = '', nonce = '' } = query
      if (!isSigned(signature, token, timestamp, nonce, sealed)) return undefined
      const message = envelope.open(sealed)
      if (message === undefined) complainOnce(texts.wrongKey)
      return message
    },
    seal: (xml) => (envelope ? sealed(envelope, token, xml) : xml),
  }
}

function sealed(envelope: Envelope, token: string, xml: string): string {
  const [Encrypt, TimeStamp] = [envelope.seal(xml), Math.floor(Date.now() / 1000)]
  const Nonce = String(Math.floor(Math.random() * 1e9))
  const MsgSignature = signatureOf(token, String(TimeStamp), Nonce, Encrypt)
  return writeXml({ Encrypt, MsgSignature, TimeStamp, Nonce })
}
