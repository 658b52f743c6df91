import { type ChannelContext, chatIdOf } from './channel-context.ts'

/** How long the answer waits for a sign that is on its way, in milliseconds. */
const longestWait = 200

/**
 * Shows `typing…` once an answer takes longer than `quietMs`, and again and again since it fades after five seconds; the
 * function returned ends it. Most answers are there before.
 */
export function showTyping(ctx: ChannelContext, { quietMs, typingMs }: { quietMs: number; typingMs: number }) {
  const { api, msg } = ctx
  const thread = msg?.is_topic_message ? { message_thread_id: msg.message_thread_id } : {}
  let latest: Promise<unknown> | undefined
  let timer = setTimeout(show, quietMs)

  function show(): void {
    timer = setTimeout(show, typingMs)
    // It is a courtesy: whatever is wrong shows with the answer itself.
    const sign = api.sendChatAction(chatIdOf(ctx), 'typing', thread).catch(() => undefined)
    latest = sign.finally(() => (latest = undefined))
  }

  return async (): Promise<void> => {
    clearTimeout(timer)
    if (!latest) return
    // A sign that arrives after the answer would announce another one.
    const late = Promise.withResolvers<void>()
    const limit = setTimeout(late.resolve, longestWait)
    await Promise.race([latest, late.promise])
    clearTimeout(limit)
  }
}
