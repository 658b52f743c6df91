import { contactLine } from './contact-line.ts'
import type { ClauseTree } from './clause-tree.ts'
import { endsSentence } from './read-paragraphs.ts'
import type { MarkedParagraph } from './repair-markers.ts'

const closingLine = /^(?:公开方式[:：]|特此(?:通知|公告|通告)|[-–—·]?\s*附\s*件\s*[:：]|抄\s*送\s*[:：])/u
const annexList = /^[-–—·]?\s*附\s*件\s*[:：]/u
const signature =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月xx日|.{2,30}(?:局|厅|府|委员会|办公室|（盖章）|（盖章）：)|（此件.*）|年月日)$/u
/** Running text at least this long is a provision, even after the signature. */
const shortestText = 30

/** Whether a line without white space is one that a notice ends with: 特此通知, the list of annexes, copies. */
export const opensClosing = (text: string): boolean => closingLine.test(text)

/** Whether a line is the name of an office, a day or a remark as they stand under a notice. */
export const isSignature = (text: string): boolean => signature.test(text)

/**
 * Whether what follows the end of a notice is text again: a provision, or a whole sentence that is no remark.
 *
 * @param text The paragraph without white space.
 */
export function opensText(tree: ClauseTree, { marker }: MarkedParagraph, text: string): boolean {
  if (marker) return !(marker.style.startsWith('arabic') && isInList(tree)) && !isRemark(marker.style, text)
  return (
    text.length >= shortestText &&
    endsSentence(text) &&
    /[。；：]$/u.test(text) &&
    !/^[（(]/u.test(text) &&
    !contactLine.test(text)
  )
}

/** A number low in rank with nothing above it is a remark under the signature: 「1．联系人：……」. */
const isRemark = (style: string, text: string): boolean => style.startsWith('arabic') && contactLine.test(text)

const isInList = (tree: ClauseTree): boolean => tree.clauses.at(-1)?.id === `${tree.prefix}annexes`

/** What stands after the last provision: the list of annexes, signature and date, notes, contact. */
export function addClosing(tree: ClauseTree, paragraph: MarkedParagraph, text: string, signs: boolean): void {
  const inList = isInList(tree) && !signs && !signature.test(text)
  if (contactLine.test(text)) tree.merge('contact', 'contact', paragraph)
  else if (annexList.test(text) || inList) tree.merge('annexes', 'closing', paragraph)
  else tree.merge('closing', 'closing', paragraph)
}
