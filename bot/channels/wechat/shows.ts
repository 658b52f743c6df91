import type { Shows } from '../channel.ts'

/**
 * A WeChat text: bots find that 2,048 bytes of UTF-8 are the most, markup included; more than that people see as a fault of
 * the account. More than five links are hit wrongly.
 */
export const wechatShows: Shows = {
  channel: 'wechat',
  text: { most: 1_800, counts: 'bytes' },
  joins: true,
  buttons: { most: 5, mostBytes: 60 },
  links: true,
  files: false,
  streams: false,
  edits: false,
}
