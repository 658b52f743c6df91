import type { Config } from '../../config.ts'
import type { Channel, ChannelParts } from '../channel.ts'
import { createTelegram } from './create-telegram.ts'
import { telegramRoutes } from './routes.ts'

/** The Telegram channel as the house takes it; with a webhook it has a route. */
export function openTelegram(config: NonNullable<Config['telegram']>, parts: ChannelParts): Channel {
  const { receive, start, close } = createTelegram({ ...parts, config })
  const secret = config.webhook?.secret
  return { start, close, ...(secret !== undefined && { routes: telegramRoutes({ secret, receive }) }) }
}
