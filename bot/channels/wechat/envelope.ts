import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** WeChat pads to 32 bytes, twice the block of AES. */
const blockBytes = 32
/** What stands before a message: 16 random bytes and its length in 4. */
const headBytes = 20

/** SHA-1 over the parts, sorted as strings and joined, in hexadecimal: how WeChat signs. */
export function signatureOf(...parts: string[]): string {
  return createHash('sha1').update(parts.toSorted(byCode).join('')).digest('hex')
}

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Whether a signature is the right one, in a time that tells nothing of it. */
export function isSigned(given: string, ...parts: string[]): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(signatureOf(...parts)))
}

/** Encrypts and decrypts the messages of one account (安全模式). */
export type Envelope = {
  /** The message; undefined where it is not from WeChat, or for another account. */
  open(sealed: string): string | undefined
  /** @param random 16 bytes, for tests. */
  seal(message: string, random?: Buffer): string
}

/** @param aesKey EncodingAESKey, 43 characters of Base64. @param appId The account that messages must be for. */
export function createEnvelope(aesKey: string, appId: string): Envelope {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const iv = key.subarray(0, 16)
  const owner = Buffer.from(appId)

  return {
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length === 0 || bytes.length % 16 !== 0) return undefined
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const plain = Buffer.concat([decipher.update(bytes), decipher.final()])
      const padding = plain.at(-1)!
      const end = plain.length - padding
      if (padding < 1 || padding > blockBytes || end < headBytes) return undefined
      const messageEnd = headBytes + plain.readUInt32BE(16)
      if (messageEnd > end || !plain.subarray(messageEnd, end).equals(owner)) return undefined
      return plain.subarray(headBytes, messageEnd).toString('utf8')
    },
    seal(message, random = randomBytes(16)) {
      const body = Buffer.from(message)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(body.length)
      const plain = Buffer.concat([random, length, body, owner])
      const padding = blockBytes - (plain.length % blockBytes)
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)])
      return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
    },
  }
}
