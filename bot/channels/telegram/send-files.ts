import { InputFile, InputMediaBuilder } from 'grammy'
import { isOutage } from '../../outage.ts'
import { type ChannelContext, chatIdOf, type Desk, placeOf } from './channel-context.ts'
import type { FileOf, Step } from './render-reply.ts'

type Files = Extract<Step, { kind: 'files' }>

/**
 * Sends files, several as one group. Those that can't be made are told of; those that there is no need of, or that are no more, are
 * left out.
 */
export async function sendFiles(desk: Desk, ctx: ChannelContext, { files, failed }: Files): Promise<void> {
  const made = await Promise.all(files.map((file) => makeFile(desk, file)))
  const ready = made.filter((file) => file instanceof InputFile)
  const { reply_parameters: _, ...place } = placeOf(ctx)
  const chat = chatIdOf(ctx)
  const [only] = ready
  if (ready.length === 1) await ctx.api.sendDocument(chat, only!, place)
  if (ready.length > 1) {
    const group = ready.map((file) => InputMediaBuilder.document(file))
    await ctx.api.sendMediaGroup(chat, group, place)
  }
  if (made.includes('failed')) await ctx.api.sendMessage(chat, failed, place)
}

async function makeFile({ services, log }: Desk, file: FileOf): Promise<InputFile | 'failed' | undefined> {
  if ('notice' in file) return noticeFile(services, file.notice)
  try {
    const made = await services.downloads.make(file.reply, file.name)
    return made === undefined || made === 'over' ? undefined : new InputFile(made.body, made.fileName)
  } catch (error) {
    if (isOutage(error)) throw error
    log.error({ err: error, file: file.name }, 'file not made')
    return 'failed'
  }
}

/** The text of a notice, as it was received. A byte order mark lets every phone read it as UTF-8. */
function noticeFile({ notices }: Desk['services'], id: string): InputFile | undefined {
  const notice = notices.find(id)
  if (!notice) return undefined
  const name = notice.shortTitle.replace(/[\\/:*?"<>|\s]+/gu, ' ').trim()
  return new InputFile(Buffer.from(`\u{feff}${notice.source}\n`), `${name}.txt`)
}
