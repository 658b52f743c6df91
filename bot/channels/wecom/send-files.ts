import { createHash } from 'node:crypto'
import { wecomTexts as texts } from '../../../prompts/wecom-texts.ts'
import type { Reply } from '../../../services/reply.ts'
import type { ChannelParts } from '../channel.ts'
import type { Connection } from './connection.ts'
import type { Place } from './read-frame.ts'

/** What a piece of a file holds at most, and the largest file, in bytes. */
const pieceBytes = 512 * 1024
const mostBytes = 20 * 1024 * 1024

type Downloads = ChannelParts['services']['downloads']

/**
 * Sends the files that go with a reply, but that for programs, each as a message of its own; what could not be made or sent is
 * told of.
 */
export async function sendFiles(
  connection: Connection,
  { chat, isGroup }: Pick<Place, 'chat' | 'isGroup'>,
  reply: Pick<Reply, 'id'>,
  { names, make }: Downloads,
): Promise<void> {
  const place = { chatid: chat, chat_type: isGroup ? 2 : 1 }
  let failed = 0
  for (const name of names.filter((one) => one !== 'assessment.json')) {
    const file = await make(reply.id, name).catch(() => 'failed' as const)
    if (file === undefined || file === 'over') continue
    const media = file === 'failed' ? undefined : await upload(connection, file.fileName, Buffer.from(file.body))
    const body = { ...place, msgtype: 'file', file: { media_id: media } }
    const end = media === undefined ? undefined : await connection.send('aibot_send_msg', body)
    // One of which nothing is heard may have been taken.
    if (end !== 'unknown' && end?.code !== 0) failed += 1
  }
  if (failed > 0)
    await connection.send('aibot_send_msg', { ...place, msgtype: 'markdown', markdown: { content: texts.noFile } })
}

/** Gives a file to WeCom in pieces. @returns What it is known by for three days; undefined where it was not taken. */
async function upload(connection: Connection, filename: string, bytes: Buffer): Promise<string | undefined> {
  if (bytes.length > mostBytes) return undefined
  const pieces = Math.max(1, Math.ceil(bytes.length / pieceBytes))
  const md5 = createHash('md5').update(bytes).digest('hex')
  const begun = await word(connection, 'aibot_upload_media_init', {
    type: 'file',
    filename,
    total_size: bytes.length,
    total_chunks: pieces,
    md5,
  })
  const { upload_id: id } = begun ?? {}
  if (id === undefined) return undefined
  for (let at = 0; at < pieces; at += 1) {
    const piece = bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes).toString('base64')
    const taken = await word(connection, 'aibot_upload_media_chunk', {
      upload_id: id,
      chunk_index: at,
      base64_data: piece,
    })
    if (!taken) return undefined
  }
  return (await word(connection, 'aibot_upload_media_finish', { upload_id: id }))?.media_id
}

type Word = { upload_id?: string; media_id?: string }

/** What WeCom says to a frame; undefined where it refused it, or nothing was heard. */
async function word(connection: Connection, cmd: string, body: object): Promise<Word | undefined> {
  const end = await connection.send(cmd, body)
  return end === 'unknown' || end.code !== 0 ? undefined : (end.body ?? {})
}
