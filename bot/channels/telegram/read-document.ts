import type { Api } from 'grammy'
import type { Document } from 'grammy/types'
import { ImportError } from '../../../knowledge/importing/import-error.ts'
import { readUpload } from '../../../knowledge/importing/read-upload.ts'

/** Telegram hands out no larger files, in bytes. */
const mostBytes = 20 * 1024 * 1024
const timeLimitMs = 30_000

/** A file that somebody has sent and that can't be read; the message says why. */
export class UnreadFile extends Error {
  readonly reason: 'too-large' | 'unreadable'

  constructor(reason: UnreadFile['reason'], message = '') {
    super(message)
    this.reason = reason
  }
}

/**
 * Reads the text of a file that somebody has sent.
 *
 * @throws {UnreadFile} When it is too large or holds no text.
 */
export async function readDocument(api: Api, { file_id: id, file_name: name = '', file_size: size = 0 }: Document) {
  if (size > mostBytes) throw new UnreadFile('too-large')
  const bytes = await download(api, id)
  try {
    return (await readUpload(name, bytes)).source
  } catch (error) {
    if (error instanceof ImportError) throw new UnreadFile('unreadable', error.message)
    throw error
  }
}

async function download(api: Api, id: string): Promise<Uint8Array> {
  const { file_path: path } = await api.getFile(id)
  if (path === undefined) throw new UnreadFile('too-large')
  const { token, options } = api
  const root = options?.apiRoot ?? 'https://api.telegram.org'
  const response = await fetch(`${root}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(timeLimitMs) })
  if (!response.ok) throw new UnreadFile('unreadable', `${response.status}`)
  return response.bytes()
}
