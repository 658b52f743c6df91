import type { Database } from '../../knowledge/database/schema.ts'
import { listChanges } from '../staff/audit.ts'
import type { Change, Faq, FaqContent } from './faq.ts'
import { type Author, changeFaq, subjectOf } from './faq-store.ts'

/**
 * Takes the last change of an answer back; taking that back too brings it again. What was there before is as it was, its
 * clauses included: where they have changed since, it goes back to the queue.
 *
 * @param of Which answer, and the version of it that is to be undone.
 * @param guard Saves it, unless what would be in use again may not be.
 * @returns Undefined where there is no such answer.
 */
export async function undoFaq(
  db: Database,
  author: Author,
  of: Pick<Faq, 'id' | 'version'>,
  guard: (content: FaqContent, save: () => Promise<Change | undefined>) => Promise<Change | undefined>,
): Promise<Change | undefined> {
  const { changes } = await listChanges(db, { subject: subjectOf(of.id) })
  const [last] = changes
  if (!last) return undefined
  const content = (last.before ?? { ...(last.after as FaqContent), state: 'deleted' }) as FaqContent
  return guard(content, () => changeFaq(db, author, of, content, 'faq-undone'))
}
