import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { DocumentEdit } from '../../services/drafting/edit-document.ts'
import type { ProgrammeDocument, Quoted } from '../../services/eligibility/document.ts'
import { locateAmong } from '../../services/eligibility/find-source.ts'

/**
 * Holds the words that a change rests on against the notices. A clause is kept with them only where they stand in several, so
 * that the rule finds them again in another edition.
 *
 * @returns The change with its words as they are kept, or what is wrong with them.
 */
export function settleQuote(
  notices: readonly Notice[],
  document: ProgrammeDocument,
  edit: DocumentEdit,
): { edit: DocumentEdit } | { problem: string } {
  if (!('quote' in edit) || edit.quote === '') return { edit }
  const { section, ...rest } = edit
  const quoted: Quoted = rest
  if ('source' in locateAmong(notices, document, quoted)) return { edit: rest }
  const found = locateAmong(notices, document, { ...quoted, section })
  return 'source' in found ? { edit } : { problem: found.problem }
}
