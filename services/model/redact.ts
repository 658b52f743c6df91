import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../knowledge/kept.ts'
import { mask } from '../privacy/mask.ts'
import { withoutNames } from '../privacy/person-names.ts'

/** The words of the notices but for their contacts, whose names are names like any. */
const vocabularyOf = keptFor((catalogue: Catalogue): string => {
  const clauses = catalogue.entries.filter(({ clause }) => !/联系人|联系电话/u.test(clause.text))
  return clauses.map(({ clause }) => `${clause.path}|${clause.text}`).join('|')
})

/** What of a person's words may be sent out: no numbers or addresses that identify anybody, and no names of persons. */
export function redact(text: string, catalogue: Catalogue): string {
  const vocabulary = vocabularyOf(catalogue)
  return withoutNames(mask(text), (word) => vocabulary.includes(word))
}
