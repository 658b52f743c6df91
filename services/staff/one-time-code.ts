import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** As every authenticator app assumes: six digits of HMAC-SHA-1, new every 30 seconds. */
const digits = 6
const stepSeconds = 30
/** How many steps a clock may be off, either way (RFC 6238, 5.2). */
const tolerance = 1
/** Bytes of a secret: as long as the HMAC (RFC 4226, 4). */
const secretBytes = 20

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const secretPattern = /^[A-Z2-7]{32}$/

/** A new secret in base32, 32 characters, as people type it into an app. */
export function drawSecret(): string {
  const bits = [...randomBytes(secretBytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits
    .match(/.{5}/g)!
    .map((five) => alphabet[parseInt(five, 2)])
    .join('')
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((eight) => parseInt(eight, 2)))
}

/** The time step of an instant in milliseconds, which a code belongs to. */
export const stepAt = (ms: number): number => Math.floor(ms / 1000 / stepSeconds)

/** The code of a time step. @see RFC 6238 and RFC 4226, 5.3 (dynamic truncation). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step that a code belongs to, as typed (spaces don't count); undefined where it is none of those that hold now. */
export function stepOf(secret: string, typed: string, now: number): number | undefined {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return undefined
  const steps = Array.from({ length: 2 * tolerance + 1 }, (_, at) => stepAt(now) + tolerance - at)
  return steps.find((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code)))
}

/** The address that an authenticator app opens. */
export function addressOf(secret: string, account: string): string {
  const label = `${encodeURIComponent('知询')}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent('知询')}`
}
