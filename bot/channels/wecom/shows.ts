import type { Shows } from '../channel.ts'

/** WeCom takes 20,480 bytes of Markdown, and six buttons of some ten characters on a card. */
export const wecomShows: Shows = {
  channel: 'wecom',
  text: { most: 18_000, counts: 'bytes' },
  joins: true,
  buttons: { most: 6, mostBytes: 1_024 },
  links: true,
  files: false,
  streams: true,
  edits: true,
}
