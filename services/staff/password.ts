import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** As OWASP asks for scrypt: 64 MiB of memory for a guess. */
const cost = { N: 2 ** 16, r: 8, p: 2, maxmem: 128 * 2 ** 20 }
const keyBytes = 32

function derive(password: string, salt: Buffer, { N, r, p, maxmem }: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}

/** A password as it may be kept: `scrypt$N$r$p$salt$key`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Stands in where there is no account, so that a guess takes as long as where there is one. */
const nobody = ['scrypt', cost.N, cost.r, cost.p, randomBytes(16).toString('base64url'), 'A'.repeat(43)].join('$')

/** Whether a password is the one kept; undefined for an account that isn't there, which takes as long and is false. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (kept ?? nobody).split('$')
  const parameters = { ...cost, N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'base64url'), parameters)
  const isEqual = timingSafeEqual(derived, Buffer.from(key, 'base64url'))
  return kept !== undefined && isEqual
}
