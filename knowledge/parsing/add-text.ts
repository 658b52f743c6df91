import { cleanText } from '../language/clean-text.ts'
import type { ClauseTree } from './clause-tree.ts'
import { isSignature } from './closing.ts'
import { isContact } from './contact-line.ts'
import { leadOf } from './lead-of.ts'
import type { Marker } from './markers.ts'
import { endsSentence } from './read-paragraphs.ts'
import type { MarkedParagraph } from './repair-markers.ts'

/** Whether what is numbered so has a title, whatever that looks like: a part, chapter or section. */
const isDivision = ({ style }: Marker): boolean => ['part', 'subpart', 'chapter', 'section'].includes(style)

/**
 * Adds a paragraph of the text: a provision, a heading, or running text under what it belongs to.
 *
 * @param text The paragraph without white space.
 */
export function addText(
  tree: ClauseTree,
  paragraph: MarkedParagraph,
  text: string,
  next: MarkedParagraph | undefined,
): void {
  if (paragraph.marker) {
    const body = cleanText(paragraph.raw.slice(paragraph.marker.raw.length))
    const isHeading =
      body.length <= 40 && !endsSentence(body) && (isDivision(paragraph.marker) || !/[，；]/u.test(body))
    const lead = leadOf(body, paragraph.marker)
    tree.addNumbered(paragraph, paragraph.marker, isHeading ? 'heading' : 'item', isHeading ? body : lead)
  } else if (
    tree.inAnnex &&
    paragraph.short &&
    !endsSentence(text) &&
    next?.marker?.number === 1 &&
    next.marker.style.startsWith('arabic')
  ) {
    tree.addHeading(paragraph)
  } else if (isSignature(text) && tree.atAnnexLevel) {
    tree.merge('closing', 'closing', paragraph)
  } else {
    tree.addParagraph(paragraph, isContact(text) ? 'contact' : 'paragraph')
  }
}
