import { type Bot, GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import { telegramTexts as texts } from '../../../prompts/telegram-texts.ts'
import type { Config } from '../../config.ts'
import type { ChannelContext } from './channel-context.ts'
import { isRefusedToken } from './failure.ts'
import { backOffMs, pause } from './pause.ts'
import { pollUpdates, wantedUpdates } from './poll-updates.ts'
import { setUpBot } from './set-up-bot.ts'

type Parts = {
  bot: Bot<ChannelContext>
  webhook: NonNullable<Config['telegram']>['webhook']
  /** Where people reach the chat page. */
  origin: string | undefined
  receive(updates: Update[]): Promise<void>
  stopping: AbortSignal
  tell(line: string): void
  complain(line: string): void
  /** Hears when the bot knows its name, and answers can go out. */
  onReady(): void
  onFailure(error: unknown): void
}

/** Connects to Telegram as long as that takes, and polls unless Telegram calls; a token that is refused ends it. */
export async function connect(parts: Parts): Promise<void> {
  const { bot, webhook, origin, stopping, tell, complain, onReady, onFailure } = parts
  try {
    const me = await untilDone(() => bot.api.getMe(), parts)
    if (!me) return
    bot.botInfo = me
    onReady()
    const settingUp = setUpBot(bot.api, origin, onFailure)
    await untilDone(async () => (webhook ? setWebhook(bot, webhook) : bot.api.deleteWebhook()), parts)
    if (!stopping.aborted) tell(texts.up(me.username, webhook !== undefined))
    if (!webhook) await poll(parts)
    await settingUp
  } catch (error) {
    if (isRefusedToken(error)) complain(texts.refused)
    else onFailure(error)
  }
}

/** A URL without a path means this assistant's own. */
async function setWebhook({ api }: Bot<ChannelContext>, { url, secret }: NonNullable<Parts['webhook']>): Promise<true> {
  const { origin, pathname, href } = new URL(url)
  return api.setWebhook(pathname === '/' ? `${origin}/telegram` : href, {
    secret_token: secret,
    allowed_updates: wantedUpdates,
  })
}

async function poll({ bot, receive, stopping, complain, onFailure }: Parts): Promise<void> {
  await pollUpdates({
    api: bot.api,
    receive,
    stopping,
    onFailure(error) {
      if (error instanceof GrammyError && error.error_code === 409) complain(texts.conflict)
      else if (error instanceof GrammyError || error instanceof HttpError) complain(texts.unreachable)
      else onFailure(error)
    },
  })
}

/** Does something until it succeeds; undefined when it is stopped before. @throws {GrammyError} When the token is refused. */
async function untilDone<Result>(
  work: () => Promise<Result>,
  { stopping, complain }: Parts,
): Promise<Result | undefined> {
  for (let failures = 1; !stopping.aborted; failures += 1) {
    try {
      return await work()
    } catch (error) {
      if (isRefusedToken(error)) throw error
      if (failures === 1 && !stopping.aborted) complain(texts.unreachable)
      await pause(backOffMs(failures), stopping)
    }
  }
  return undefined
}
