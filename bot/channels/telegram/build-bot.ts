import { Bot, type FilterQuery } from 'grammy'
import { addressedText, isAddressed } from './addressed.ts'
import { answerMessages } from './answer-message.ts'
import { answerPresses } from './answer-press.ts'
import { type ChannelContext, chatIdOf, type Desk } from './channel-context.ts'
import { countLengths } from './count-length.ts'
import { deliver, saying } from './deliver.ts'
import { Again, judge } from './failure.ts'
import { firstOfAlbum } from './first-of-album.ts'
import { wordsFor } from './language.ts'
import { keepWords, reasonFor } from './rate.ts'
import type { Row } from './work-inbox.ts'

/** How long a call may take, in seconds: longer than Telegram holds a request for updates. */
const longestCall = 60

/** What people send that can't be read. Everything else without text is the chat's own news. */
const unreadable: FilterQuery[] = [
  'message:media',
  'message:voice',
  'message:sticker',
  'message:document',
  'message:location',
  'message:contact',
  'message:poll',
  'message:dice',
  'message:video_note',
  'message:audio',
  'message:story',
  'message:paid_media',
]

export const createBot = (token: string, apiRoot: string | undefined): Bot<ChannelContext> =>
  new Bot<ChannelContext>(token, {
    client: { timeoutSeconds: longestCall, ...(apiRoot !== undefined && { apiRoot: apiRoot.replace(/\/+$/, '') }) },
  })

/**
 * Gives the bot its handlers.
 *
 * @returns Handles one row of the inbox; rejects when that is to be done again.
 */
export function wireBot(bot: Bot<ChannelContext>, desk: Desk, stopping: AbortSignal): (row: Row) => Promise<void> {
  const rows = new WeakMap<object, Row>()
  const answerMessage = answerMessages(desk)
  const isFirst = firstOfAlbum()
  const count = countLengths(desk)

  bot.use((ctx, next) => {
    ctx.row = rows.get(ctx.update)!
    return next()
  })
  bot.on(['message:text', 'edited_message:text', 'message:caption'], async (ctx) => {
    const text = addressedText(ctx.msg, ctx.me)
    if (text === undefined || (ctx.msg.caption !== undefined && !isFirst(ctx.msg))) return
    const rated = reasonFor(ctx.msg)
    if (rated !== undefined) await keepWords(desk, ctx, rated, text)
    else if (!(await count(ctx, text))) await answerMessage(ctx, text)
  })
  bot.on('callback_query:data', answerPresses(desk, answerMessage))
  bot.on(unreadable, async (ctx) => {
    if (!ctx.msg || !isAddressed(ctx.msg, ctx.me)) return
    if (ctx.msg.document && (await count(ctx, ''))) return
    if (isFirst(ctx.msg)) await deliver(desk, ctx, [saying(wordsFor(ctx).onlyText)])
  })
  bot.catch(({ error, ctx }) => settleFailure(desk, ctx, error, stopping))

  return async (row) => {
    rows.set(row.body, row)
    await bot.handleUpdate(row.body).catch(bot.errorHandler)
  }
}

/** What becomes of an update that could not be answered: it is tried again, or it is over. */
async function settleFailure(desk: Desk, ctx: ChannelContext, error: unknown, { aborted }: AbortSignal): Promise<void> {
  const failure = judge(error, aborted)
  switch (failure.who) {
    case 'again':
      throw new Again(failure.afterMs, error)
    case 'blocked':
      return
    case 'refused':
      return desk.log.warn({ method: failure.method, code: failure.code, reason: failure.reason }, 'telegram refused')
    case 'ours':
      desk.log.error({ err: error }, 'update failed')
      return apologize(ctx, aborted)
  }
}

async function apologize(ctx: ChannelContext, isStopping: boolean): Promise<void> {
  try {
    await ctx.api.sendMessage(chatIdOf(ctx), wordsFor(ctx).failed)
  } catch (error) {
    const failure = judge(error, isStopping)
    if (failure.who === 'again') throw new Again(failure.afterMs, error)
  }
}
