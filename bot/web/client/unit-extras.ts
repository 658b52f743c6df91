import type { Reply } from '../../../services/reply.ts'
import { copiedText } from './copied-text.ts'
import { downloadRow } from './download-row.ts'
import type { PageWords } from './page-words.ts'

/** The texts that a reply gives to be copied, where they aren't shown already, and the files that go with a reply on a unit. */
export function unitExtras(reply: Reply, areCopiesShown: boolean, words: PageWords): HTMLElement[] {
  const copies = areCopiesShown ? [] : (reply.copies ?? []).map((one) => copiedText(one, words))
  const files = reply.kind === 'roster' ? downloadRow(reply, words) : undefined
  return files ? [...copies, files] : copies
}
