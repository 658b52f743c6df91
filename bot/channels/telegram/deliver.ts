import { InputFile } from 'grammy'
import { telegramTexts as texts } from '../../../prompts/telegram-texts.ts'
import type { DownloadName } from '../../../services/downloads/download.ts'
import { isOutage } from '../../outage.ts'
import { type ChannelContext, chatIdOf, type Desk, placeOf } from './channel-context.ts'
import { escaped } from './html.ts'
import type { Step } from './render-reply.ts'

/** A message of fixed words. */
export const saying = (words: string): Step => ({ kind: 'message', html: escaped(words) })

/**
 * Sends what is left of an answer, in order, and notes each step as soon as Telegram says that it was taken. Only when
 * that word is lost, as it is to a process killed while a call is under way, a message is sent twice; none is ever left
 * out. The last one is counted with the update itself, right after.
 */
export async function deliver(desk: Desk, ctx: ChannelContext, steps: Step[]): Promise<void> {
  const { row } = ctx
  while (row.sent < steps.length) {
    const step = steps[row.sent]!
    if (step.kind === 'file') await sendFile(desk, ctx, step)
    else await sendMessage(ctx, step)
    await desk.inbox.noteSent(row, row.sent + 1 === steps.length)
  }
}

type Message = Extract<Step, { kind: 'message' }>

async function sendMessage(ctx: ChannelContext, { html, keyboard }: Message): Promise<void> {
  const options = {
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  }
  const { row } = ctx
  const { reply_parameters, ...place } = placeOf(ctx)
  await ctx.api.sendMessage(chatIdOf(ctx), html, {
    ...options,
    ...place,
    ...(row.sent === 0 && reply_parameters && { reply_parameters }),
  })
}

/** A file that can't be made is told of; one that there is no need of is left out. */
async function sendFile(desk: Desk, ctx: ChannelContext, { reply, name }: Extract<Step, { kind: 'file' }>) {
  const file = await madeFile(desk, reply, name)
  if (file === undefined || file === 'over') return
  if (file === 'failed') return sendMessage(ctx, { kind: 'message', html: escaped(texts.noFile) })
  const { reply_parameters: _, ...place } = placeOf(ctx)
  await ctx.api.sendDocument(chatIdOf(ctx), new InputFile(file.body, file.fileName), place)
}

async function madeFile({ services, log }: Desk, reply: string, name: DownloadName) {
  try {
    return await services.downloads.make(reply, name)
  } catch (error) {
    if (isOutage(error)) throw error
    log.error({ err: error, file: name }, 'file not made')
    return 'failed'
  }
}
