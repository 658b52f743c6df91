import type { Migration } from 'kysely/migration'
import { noticesAndConversations } from './001-notices-and-conversations.ts'

/** Every migration under the name it is remembered by, in order. A released one never changes: add another. */
export const migrations: Record<string, Migration> = {
  '001-notices-and-conversations': noticesAndConversations,
}
