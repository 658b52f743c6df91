import { GrammyError } from 'grammy'
import { cutToUnits, storable } from '../../../knowledge/language/characters.ts'
import { noteProgress } from '../../../services/telegram/update-inbox.ts'
import { type ChannelContext, chatIdOf, type Desk, placeOf } from './channel-context.ts'
import { isPrivate } from './addressed.ts'
import { pause } from './pause.ts'

/** A little less than a message holds; what is written beyond comes with the complete answer. */
const mostUnits = 4_000

/** How an answer is shown while it is written: as a draft, as a message that is edited, or not before it is complete. */
export type StreamMode = 'draft' | 'edit' | 'none'

export type Stream = {
  /** Shows the text so far, soon. */
  show(text: string): void
  /** Shows nothing more; settles when nothing is on its way any more. */
  end(): Promise<void>
}

/** What Telegram refused once is not tried again by this process. */
export const createStreams = () => {
  let draftsWork = true

  return function streamAnswer(desk: Desk, ctx: ChannelContext): Stream {
    const ended = new AbortController()
    let mode: StreamMode = draftsWork && ctx.chat && isPrivate(ctx.chat) ? 'draft' : 'edit'
    let latest = ''
    let running: Promise<void> | undefined

    async function run(): Promise<void> {
      let shown = ''
      while (!ended.signal.aborted && latest !== shown && mode !== 'none') {
        shown = latest
        const before = mode
        mode = await put(shown)
        if (mode === 'edit' && before === 'draft') draftsWork = false
        if (mode !== before) shown = ''
        else await pause(mode === 'draft' ? desk.pace.draftMs : desk.pace.editMs, ended.signal)
      }
      running = undefined
    }

    /** Shows a text, and says how the next one is shown. */
    async function put(text: string): Promise<StreamMode> {
      try {
        await (mode === 'draft' ? putDraft(ctx, text) : putMessage(desk, ctx, text))
        return mode
      } catch (error) {
        return fallBack(mode, error)
      }
    }

    return {
      show(text) {
        latest = clipped(text)
        if (latest !== '') running ??= run()
      },
      async end() {
        ended.abort()
        await running
      },
    }
  }
}

/** A draft that Telegram doesn't take becomes a message, a message that it doesn't take comes when it is complete. */
function fallBack(mode: StreamMode, error: unknown): StreamMode {
  if (!(error instanceof GrammyError)) return mode
  const { error_code: code, description } = error
  if (code === 429 || code >= 500 || description.includes('not modified')) return mode
  return mode === 'draft' && code !== 403 ? 'edit' : 'none'
}

async function putDraft(ctx: ChannelContext, text: string): Promise<void> {
  const { api, row, msg } = ctx
  const thread = msg?.is_topic_message ? { message_thread_id: msg.message_thread_id } : {}
  await api.sendMessageDraft(chatIdOf(ctx), row.id, text, thread)
}

async function putMessage({ db, bot }: Desk, ctx: ChannelContext, text: string): Promise<void> {
  const { api, row } = ctx
  const options = { link_preview_options: { is_disabled: true } }
  if (row.begunMessage !== undefined) {
    await api.editMessageText(chatIdOf(ctx), row.begunMessage, text, options)
    return
  }
  const { message_id: begunMessage } = await api.sendMessage(chatIdOf(ctx), text, { ...options, ...placeOf(ctx) })
  row.begunMessage = begunMessage
  await noteProgress(db, bot, row.id, { begunMessage })
}

function clipped(text: string): string {
  const whole = storable(text).trim()
  const short = cutToUnits(whole, mostUnits)
  return short.length < whole.length ? `${short.trimEnd()}…` : whole
}
