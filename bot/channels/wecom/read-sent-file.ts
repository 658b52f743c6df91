import { createDecipheriv } from 'node:crypto'
import { ImportError } from '../../../knowledge/importing/import-error.ts'
import { readUpload } from '../../../knowledge/importing/read-upload.ts'
import { wecomTexts } from '../../../prompts/wecom-texts.ts'

const { file: texts } = wecomTexts

/** WeCom takes no larger files, in bytes; what is encrypted is a little longer. */
const mostBytes = 20 * 1024 * 1024
const timeLimitMs = 30_000
/** The padding that WeCom's encryption fills up with, in bytes at most. */
const longestPadding = 32

/** Where a file that somebody has sent is for five minutes, and the key it is encrypted with, in Base64. */
export type SentFile = { url: string; key: string }

/** What a file holds; its name is '' where WeCom tells none. */
export type ReadFile = { name: string; text: string } | { fault: string }

/**
 * Reads the text of a file that somebody has sent.
 *
 * @param isPlain Whether it may come over an address that is not encrypted, as from a server of one's own.
 */
export async function readSentFile({ url, key }: SentFile, isPlain: boolean): Promise<ReadFile> {
  if (!isPlain && new URL(url).protocol !== 'https:') return { fault: texts.notFetched }
  try {
    const { name, bytes } = await download(url)
    if (bytes.length > mostBytes + longestPadding) return { fault: texts.tooLarge }
    const plain = decrypted(bytes, key)
    if (!plain) return { fault: texts.notFetched }
    const { source } = await readUpload(name === '' ? `x${endingOf(plain)}` : name, plain)
    return { name, text: source }
  } catch (error) {
    return { fault: error instanceof ImportError ? texts.unread(error.message) : texts.notFetched }
  }
}

/** @throws {Error} Where it can't be had. */
async function download(url: string): Promise<{ name: string; bytes: Buffer }> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeLimitMs) })
  if (!response.ok || !response.body) throw new Error(`${response.status}`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    parts.push(part)
    size += part.length
    // More of it need not be known.
    if (size > mostBytes + longestPadding) break
  }
  return { name: nameIn(response.headers.get('content-disposition') ?? ''), bytes: Buffer.concat(parts) }
}

function nameIn(disposition: string): string {
  const { encoded, plain = '' } =
    /filename\*=UTF-8''(?<encoded>[^;\s]+)/iu.exec(disposition)?.groups ??
    /filename="?(?<plain>[^";]+)/iu.exec(disposition)?.groups ??
    {}
  try {
    return decodeURIComponent(encoded ?? plain).replace(/^.*[/\\]/u, '')
  } catch {
    return plain
  }
}

/** Takes away the encryption; undefined where the key does not fit. */
function decrypted(bytes: Buffer, key: string): Buffer | undefined {
  const secret = Buffer.from(key, 'base64')
  if (secret.length !== 32 || bytes.length === 0 || bytes.length % 16 !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', secret, secret.subarray(0, 16)).setAutoPadding(false)
  const whole = Buffer.concat([decipher.update(bytes), decipher.final()])
  const padding = whole.at(-1)!
  const isPadded =
    padding >= 1 && padding <= longestPadding && whole.subarray(-padding).every((byte) => byte === padding)
  return isPadded ? whole.subarray(0, -padding) : undefined
}

/** What a file without a name is, by how it begins. */
function endingOf(bytes: Buffer): string {
  const begin = bytes.subarray(0, 4).toString('latin1')
  return begin.startsWith('PK') ? '.docx' : begin === '%PDF' ? '.pdf' : '.txt'
}
