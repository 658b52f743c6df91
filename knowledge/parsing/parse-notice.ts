import { cleanText, squeeze } from '../language/clean-text.ts'
import { addTable } from './add-table.ts'
import { addText } from './add-text.ts'
import { annexTitle, findAnnexLists, isAnnexLine, isTableLine } from './annex-lines.ts'
import { ClauseTree } from './clause-tree.ts'
import { addClosing, isSignature, opensClosing, opensText } from './closing.ts'
import { contactLine } from './contact-line.ts'
import { findContents } from './find-contents.ts'
import { findEnclosed } from './find-enclosed.ts'
import { findSignature } from './find-signature.ts'
import { findTitle } from './find-title.ts'
import { foldForms } from './fold-forms.ts'
import { isFront } from './front-lines.ts'
import type { Marker } from './markers.ts'
import { mendReading } from './mend-reading.ts'
import type { Notice, NoticeMetadata } from './notice.ts'
import { openAnnex, titleOfAnnex } from './open-annex.ts'
import { upcomingMarkers } from './outlook.ts'
import { findPageLines } from './page-lines.ts'
import { type Paragraph, readParagraphs } from './read-paragraphs.ts'
import { type MarkedParagraph, readMarkers } from './repair-markers.ts'

/** Text compared without regard to layout and width. */
const normal = (text: string): string => squeeze(cleanText(text))

/** What is known of a notice's paragraphs before they become clauses. */
type Parts = {
  paragraphs: MarkedParagraph[]
  upcoming: (Marker | undefined)[]
  title: string
  titles: Paragraph[]
  page: ReadonlySet<Paragraph>
  contents: ReadonlySet<Paragraph>
  enclosed: ReadonlySet<Paragraph>
  signature: ReadonlySet<Paragraph>
  annexLists: ReadonlySet<Paragraph>
}

/**
 * Parses a notice into its tree of clauses.
 *
 * @param metadata The file beside the text; its title tells the title lines from the first paragraph.
 * @param source The text as received: a clean text, or an extract of a PDF with its broken lines and stray blanks.
 * @returns The notice with its clauses in the order of the text, mended as its metadata say. Every character of `source` that is not white
 *   space lies in exactly one span of exactly one clause.
 */
export function parseNotice(metadata: NoticeMetadata, source: string): Notice {
  const read = foldForms(new Reader(partsOf(source, normal(metadata.title))).read())
  return { ...metadata, source, clauses: metadata.edits ? mendReading(source, read, metadata.edits).clauses : read }
}

function partsOf(source: string, title: string): Parts {
  const read = readMarkers(readParagraphs(source))
  const titles = findTitle(read, title)
  const page = findPageLines(read, titles, title)
  const paragraphs = read.map((paragraph): MarkedParagraph =>
    page.has(paragraph) ? { ...paragraph, kind: 'furniture' } : paragraph,
  )
  const signature = findSignature(paragraphs)
  return {
    paragraphs,
    upcoming: upcomingMarkers(paragraphs),
    title,
    titles,
    page,
    contents: findContents(paragraphs),
    enclosed: findEnclosed(paragraphs, title, new Set(titles)),
    signature,
    annexLists: findAnnexLists(
      paragraphs,
      (paragraph) => signature.has(paragraph) || isSignature(normal(paragraph.raw)),
    ),
  }
}

/** Puts the paragraphs of a notice into a tree, one after the other. */
class Reader {
  private readonly tree = new ClauseTree()
  private readonly taken: Set<Paragraph>
  private isSigned = false
  private region: 'front' | 'body' | 'closing' = 'front'
  private readonly parts: Parts

  constructor(parts: Parts) {
    this.parts = parts
    this.taken = new Set(parts.titles)
  }

  read() {
    for (const [at, paragraph] of this.parts.paragraphs.entries()) {
      this.tree.upcoming = this.parts.upcoming[at]
      if (paragraph === this.parts.titles[0])
        for (const title of this.parts.titles) this.tree.merge('title', 'front', title)
      if (!this.taken.has(paragraph)) this.place(paragraph, at)
    }
    return this.tree.clauses
  }

  private place(paragraph: MarkedParagraph, at: number): void {
    const { tree, parts } = this
    const text = normal(paragraph.raw)
    if (paragraph.kind === 'furniture') tree.merge('furniture', 'furniture', paragraph)
    else if (parts.contents.has(paragraph)) tree.merge('contents', 'front', paragraph)
    else if (paragraph.kind === 'cells') this.take(addTable(tree, parts.paragraphs, at))
    else if (parts.annexLists.has(paragraph)) {
      this.region = 'closing'
      tree.merge('annexes', 'closing', paragraph)
    } else if (this.opensAnnex(paragraph, at)) {
      this.region = 'body'
      this.take(openAnnex(tree, parts.paragraphs, at))
    } else if (parts.enclosed.has(paragraph) && tree.clauses.at(-1)?.id !== `${tree.prefix}annexes`) {
      this.region = 'body'
      tree.addDocument(paragraph)
    } else if (this.isHead(paragraph, text)) tree.merge('front', 'front', paragraph)
    else if (this.isEnd(paragraph, text)) this.close(paragraph, text)
    else {
      if (paragraph.marker || this.region === 'closing') this.region = 'body'
      if (!paragraph.marker && tree.continuesHeading(text, parts.paragraphs[at + 1]?.marker))
        tree.extendHeading(paragraph)
      else addText(tree, paragraph, text, parts.paragraphs[at + 1])
    }
  }

  private take(paragraphs: Paragraph[]): void {
    for (const paragraph of paragraphs) this.taken.add(paragraph)
  }

  private opensAnnex({ raw }: MarkedParagraph, at: number): boolean {
    const next = this.parts.upcoming[at]
    const isCaption = isTableLine(raw) && (this.tree.continues(next) || this.tree.annexMarker.startsWith('附件'))
    if (isCaption) return false
    const isTable = isTableLine(raw) && annexTitle(raw) !== '' && this.parts.paragraphs[at + 1]?.kind === 'cells'
    return isAnnexLine(raw) || isTable || (this.isSigned && titleOfAnnex(this.tree, raw) !== '')
  }

  private isHead(paragraph: MarkedParagraph, text: string): boolean {
    const isOther = paragraph.marker || this.parts.signature.has(paragraph) || contactLine.test(text)
    return this.region === 'front' && !isOther && isFront(text, this.parts.title)
  }

  private isEnd(paragraph: MarkedParagraph, text: string): boolean {
    const isClosed = this.region === 'closing' && !opensText(this.tree, paragraph, text)
    return isClosed || opensClosing(text) || this.parts.signature.has(paragraph)
  }

  private close(paragraph: MarkedParagraph, text: string): void {
    const signs = this.parts.signature.has(paragraph)
    this.region = 'closing'
    this.isSigned ||= signs
    addClosing(this.tree, paragraph, text, signs)
  }
}
