import type { Config } from '../config.ts'
import type { Channel, ChannelParts } from './channel.ts'

/** Every channel that is configured, each read in only then. A new one is a folder beside this file, and a line here. */
export async function openChannels(config: Config, parts: ChannelParts): Promise<Channel[]> {
  const { telegram, wechat, wecom } = config
  const channels: Channel[] = []
  if (wechat) channels.push((await import('./wechat/create-wechat.ts')).createWeChat(wechat, parts))
  if (wecom) channels.push((await import('./wecom/create-wecom.ts')).createWeCom(wecom, parts))
  if (telegram) channels.push((await import('./telegram/channel.ts')).openTelegram(telegram, parts))
  return channels
}
