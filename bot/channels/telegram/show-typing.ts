import { type ChannelContext, chatIdOf } from './channel-context.ts'

/** How long the answer waits for the sign that announces it, in milliseconds. */
const longestWait = 1_000

/** Shows `typing…`, again and again since it fades after five seconds; the function returned ends it. */
export function showTyping(ctx: ChannelContext, everyMs: number): () => Promise<void> {
  const { api, msg } = ctx
  const thread = msg?.is_topic_message ? { message_thread_id: msg.message_thread_id } : {}
  // It is a courtesy: whatever is wrong shows with the answer itself.
  const show = () => api.sendChatAction(chatIdOf(ctx), 'typing', thread).catch(() => undefined)
  let latest = show()
  const timer = setInterval(() => {
    latest = show()
  }, everyMs)
  return async () => {
    clearInterval(timer)
    // A sign that arrives after the answer would announce another one.
    const late = Promise.withResolvers<void>()
    const limit = setTimeout(late.resolve, longestWait)
    await Promise.race([latest, late.promise])
    clearTimeout(limit)
  }
}
