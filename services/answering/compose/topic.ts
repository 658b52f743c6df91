import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Topic } from '../../reply.ts'
import type { Memory } from '../answer.ts'

/** What a conversation is about, as people would name it; undefined before anything was spoken of. */
export function topicOf({ notices }: Catalogue, { scope }: Memory): Topic | undefined {
  const notice = notices.find(({ id }) => id === scope?.notice)
  if (!notice) return undefined
  const programme = notice.programmes.find(({ id }) => id === scope?.programme)
  const label = programme ? `${notice.year}年${programme.title.replace(/^上海市/u, '')}` : notice.shortTitle
  return { label, notice: notice.id, ...(programme && { programme: programme.id }) }
}
