/** Where people talk to the assistant. */
export const channelNames = ['web', 'wechat', 'wecom', 'telegram', 'terminal'] as const

export type ChannelName = (typeof channelNames)[number]
