import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { readContacts } from '../../../knowledge/language/contact.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

const known = new WeakMap<Notice, { entry: Entry | undefined }>()

/** Whom a notice itself, and no form of it, names to be called: the clause with a telephone number; undefined where there is none. */
export function contactOf({ entries }: Catalogue, notice: Notice): Entry | undefined {
  const kept = known.get(notice)
  if (kept) return kept.entry
  const [entry] = entries
    .filter((one) => one.notice === notice && one.aspects.get('contact') === 1 && !one.clause.id.startsWith('a'))
    .filter(({ clause }) => readContacts(clause.text).some(({ kind }) => kind === 'phone'))
  known.set(notice, { entry })
  return entry
}
