import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Letters and digits that nobody takes for one another when read aloud or off a screen. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
/** 31²⁸ are more than 2¹³⁸. */
const length = 28
const group = 4
const written = new RegExp(`^[${signs}]{${length}}$`, 'u')

function inSigns(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  while (text.length < length) {
    text += signs[Number(rest % BigInt(signs.length))]
    rest /= BigInt(signs.length)
  }
  return text
}

/** What stands in a new secret address: 28 letters and digits, not to be guessed. */
export const newToken = (): string => inSigns(randomBytes(32))

/** A link as its secret is made from it. */
export type Made = { id: string; renewals: number }

/**
 * The secret of a colleague's link: it is kept nowhere, and follows from a key of this server, so that the person who holds the
 * check is shown it again on every device.
 */
export const tokenMadeWith = (key: string, { id, renewals }: Made): string =>
  inSigns(createHmac('sha256', key).update(`colleague link ${id} ${renewals}`).digest())

/** As it is kept. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Whether a kept hash is that of a secret, in a time that does not tell how far they agree. */
export const isHashOf = (hash: string, token: string): boolean =>
  timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOf(token), 'hex'))

/** Reads a secret as people copy or type it, in any case and with or without hyphens; undefined where it is none. */
export function readToken(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[-\s－—–]/gu, '')
  return written.test(plain) ? plain : undefined
}

/** In groups, to be read out: KM4T-9WXA-… */
export const inGroups = (token: string): string => token.match(new RegExp(`.{${group}}`, 'gu'))!.join('-')
