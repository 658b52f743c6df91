import type { Message } from 'grammy/types'

const mostAlbums = 1_000

/** Whether a message is the first of its album that asks for an answer: each picture of one comes by itself. */
export function firstOfAlbum(): (message: Pick<Message, 'chat' | 'media_group_id' | 'message_id'>) => boolean {
  const firsts = new Map<string, number>()
  return ({ chat, media_group_id: album, message_id: id }) => {
    if (album === undefined) return true
    const key = `${chat.id} ${album}`
    const first = firsts.get(key) ?? id
    firsts.set(key, first)
    if (firsts.size > mostAlbums) firsts.delete(firsts.keys().next().value!)
    // The same one may come again, where its answer could not be sent.
    return first === id
  }
}
