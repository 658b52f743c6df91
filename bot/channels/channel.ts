import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify'
import type { Database } from '../../knowledge/database/schema.ts'
import type { ChannelName } from '../../services/channel.ts'
import type { AppServices } from '../app-services.ts'
import type { Metrics } from '../metrics.ts'

/** What a channel can show; what it can't is said in words, or left to a page. */
export type Shows = {
  channel: ChannelName
  /** The longest message, and in what it is counted. */
  text: { most: number; counts: 'bytes' | 'units' }
  /** Whether all replies of a turn are one message. */
  joins: boolean
  /** Quick replies: how many, and how long the words that one sends, in bytes. */
  buttons: { most: number; mostBytes: number }
  links: boolean
  files: boolean
  /** Whether an answer can be shown while it is written, and a message changed after it was sent. */
  streams: boolean
  edits: boolean
}

/** What a channel is made with. */
export type ChannelParts = {
  db: Database
  services: AppServices
  metrics: Pick<Metrics, 'reply' | 'telegramUpdates' | 'telegramCall'>
  dataDir: string
  /** Under which people reach this server, without a slash at its end; without it there are no links to it. */
  publicUrl: string | undefined
  /** The day, YYYY-MM-DD. */
  today(): string
  /** What those who run it read, a line at a time. */
  tell(line: string): void
  complain(line: string): void
}

/** Where people chat. It takes what they send as turns of the one conversation, and shows the replies in its own way. */
export type Channel = {
  /** What it is called by over HTTP. */
  routes?: FastifyPluginAsync
  /** Begins once the app listens at `address`. */
  start(parts: { address: string; log: Pick<FastifyBaseLogger, 'warn' | 'error'> }): Promise<void>
  /** The link that opens it with a self-check or a notice, for a QR code; undefined where it has none, or does not know it yet. */
  linkTo?(kind: 'check' | 'n', id: string): string | undefined
  /** Takes nothing more, and lets what is under way come to its end. */
  close(): Promise<void>
}

/** The length of a text as a channel counts it. */
export const measured = (text: string, { text: { counts } }: Pick<Shows, 'text'>): number =>
  counts === 'bytes' ? Buffer.byteLength(text) : text.length
