import type { Config } from '../../config.ts'
import type { Channel, ChannelParts } from '../channel.ts'
import { createTelegram } from './create-telegram.ts'
import { startLink } from './private-link.ts'
import { telegramRoutes } from './routes.ts'

/** The Telegram channel as the house takes it; with a webhook it has a route. */
export function openTelegram(config: NonNullable<Config['telegram']>, parts: ChannelParts): Channel {
  const { name, receive, start, close } = createTelegram({ ...parts, config })
  const secret = config.webhook?.secret
  const linkTo: Channel['linkTo'] = (kind, id) => {
    const bot = name()
    return bot === undefined ? undefined : startLink(bot, kind, id)
  }
  return { start, close, linkTo, ...(secret !== undefined && { routes: telegramRoutes({ secret, receive }) }) }
}
