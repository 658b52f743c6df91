import { cleanText, foldSpace, squeeze } from '../language/clean-text.ts'
import type { Clause, ClauseKind } from './clause.ts'
import { holdsText, isAbove, type Level, ranks, stepOf } from './levels.ts'
import type { Marker } from './markers.ts'
import type { Paragraph } from './read-paragraphs.ts'

const separator = ' › '
/** Characters of a line that still belongs to the title of a chapter. */
const longestTitleLine = 30

type NewClause = {
  id: string
  kind: ClauseKind
  heading?: string
  marker?: string
  parent?: Clause | undefined
  step?: string
}

/** The clauses of one notice while they are put together, and the levels open at the present place. */
export class ClauseTree {
  readonly clauses: Clause[] = []
  private annex: Clause | undefined
  private opened = 0
  private headed = 0
  private readonly byId = new Map<string, Clause>()
  private levels: Level[] = []
  private readonly counts = new Map<string, number>()
  /** The number that the text goes on with after the paragraph that is read: what stands before 「（三）」 belongs to （二）. */
  upcoming: Marker | undefined

  /** Prefix of the locators in the open annex: `a2.`, or '' in the notice itself. */
  get prefix(): string {
    return this.annex ? `${this.annex.id}.` : ''
  }

  get inAnnex(): boolean {
    return this.annex !== undefined
  }

  /** What the open annex is called, 「附件2」; '' in the notice itself. */
  get annexMarker(): string {
    return this.annex?.marker ?? ''
  }

  /** Whether running text would stand right under the annex, outside all of its parts. */
  get atAnnexLevel(): boolean {
    return this.annex !== undefined && this.host === this.annex
  }

  /** Opens an annex: its line, what stands before the title, the title; a title on the line itself is passed as `own`. */
  openAnnex(line: Paragraph, number: number, before: Paragraph[], titles: Paragraph[], own = ''): void {
    const heading = cleanText(own) || titles.map((title) => cleanText(title.raw)).join('')
    const printed = squeeze(line.raw)
    const marker = printed.slice(0, printed.length - squeeze(own).length).replace(/[:：]$/u, '')
    this.levels = []
    this.annex = undefined
    this.opened++
    this.annex = this.add({ id: `a${number}`, kind: 'heading', heading, marker, step: `${marker} ${heading}`.trim() }, [
      line,
      ...before,
      ...titles,
    ])
  }

  /** How many tables with a header have been added. */
  get tables(): number {
    return this.headed
  }

  /** How many annexes have been opened. */
  get annexes(): number {
    return this.opened
  }

  /** Whether a number goes on with one of the open levels, or leaves them. */
  continues(marker: Marker | undefined): boolean {
    return this.levels.some(({ style, number }) => style === marker?.style && number === marker.number - 1)
  }

  find(id: string): Clause | undefined {
    return this.byId.get(id)
  }

  /** Opens a document that the notice encloses, under its title: its numbers begin anew. */
  addDocument(paragraph: Paragraph): void {
    this.levels = []
    this.addHeading(paragraph)
    this.levels = []
  }

  addNumbered(paragraph: Paragraph, marker: Marker, kind: 'heading' | 'item', heading: string): void {
    const same = this.levels.findLastIndex((level) => level.style === marker.style)
    this.levels = same >= 0 ? this.levels.slice(0, same) : this.levels.filter((level) => isAbove(level, marker))
    if (marker.number === 1) this.openLead(marker)
    const above = this.levels.at(-1)
    const parent = above?.clause ?? this.annex
    const printed = squeeze(cleanText(marker.raw))
    const step = heading
      ? `${printed}${/^[\d第]/u.test(printed) ? ' ' : ''}${heading}`
      : printed.replace(/[.、．]$/u, '')
    const id = `${above ? `${above.clause.id}.` : this.prefix}${stepOf(marker, above)}`
    const { style, number } = marker
    this.levels.push({
      style,
      number,
      clause: this.add({ id, kind, heading, marker: printed, parent, step }, [paragraph]),
    })
  }

  /** Puts a list under the paragraph that leads to it, where the provision has had one numbered so before. */
  private openLead(marker: Marker): void {
    const last = this.clauses.at(-1)
    const above = this.levels.at(-1)?.clause
    const leads =
      last?.kind === 'paragraph' && last.parent !== undefined && last.parent === above?.id && /[:：]$/u.test(last.text)
    if (leads && this.byId.has(`${above.id}.${stepOf(marker, undefined)}`))
      this.levels.push({ style: 'lead', number: 0, clause: last })
  }

  /** Whether a line without a number goes on with the title of the chapter or section above it. */
  continuesHeading(text: string, next: Marker | undefined): boolean {
    const last = this.clauses.at(-1)
    const level = this.levels.at(-1)
    const isTitle =
      level !== undefined && level.clause === last && last.kind === 'heading' && ranks[level.style] < ranks.article
    return isTitle && text.length <= longestTitleLine && !/[。；：:]/u.test(text) && next?.style === 'article'
  }

  /** Adds a line to the heading above it. */
  extendHeading(paragraph: Paragraph): void {
    const last = this.clauses.at(-1)!
    extend(last, paragraph)
    last.heading += cleanText(paragraph.raw)
    last.path += cleanText(paragraph.raw)
  }

  addHeading(paragraph: Paragraph): void {
    this.levels = this.levels.filter((level) => ranks[level.style] < ranks.unnumbered)
    const heading = cleanText(paragraph.raw)
    const id = `${this.prefix}h${this.count(`${this.prefix}h`)}`
    const clause = this.add({ id, kind: 'heading', heading, parent: this.annex, step: heading }, [paragraph])
    this.levels.push({ style: 'unnumbered', number: 0, clause })
  }

  /**
   * The clause that running text without a number belongs to: the provision whose next sister follows it, else the open
   * article (条, or 一、 where that is one), else the nearest open heading.
   */
  get host(): Clause | undefined {
    const { upcoming } = this
    const goesOn = ({ style, number }: Level) => style === upcoming?.style && number === upcoming.number - 1
    const isHost = (level: Level) => goesOn(level) || holdsText.has(level.style) || level.clause.kind === 'heading'
    return this.levels.findLast(isHost)?.clause ?? this.annex
  }

  addParagraph(paragraph: Paragraph, kind: ClauseKind = 'paragraph'): Clause {
    const base = this.host ? `${this.host.id}.` : ''
    return this.add({ id: `${base}p${this.count(base)}`, kind, parent: this.host }, [paragraph])
  }

  /** Adds to the clause of that name when it is the last one, else opens one: a clause stays in one piece. */
  merge(name: string, kind: ClauseKind, paragraph: Paragraph): void {
    const last = this.clauses.at(-1)
    if (last?.kind === kind && last.id.split('~')[0] === `${this.prefix}${name}`) extend(last, paragraph)
    else this.add({ id: `${this.prefix}${name}`, kind, parent: this.annex }, [paragraph])
  }

  /** Adds a clause; a locator that is taken gets a number of its own. */
  add(made: NewClause, paragraphs: Paragraph[]): Clause {
    const { id, kind, heading = '', marker, parent, step } = made
    const clause: Clause = {
      id: this.unique(id),
      ...(parent ? { parent: parent.id } : {}),
      kind,
      ...(marker ? { marker } : {}),
      heading,
      path: [parent?.path, step].filter(Boolean).join(separator),
      text: paragraphs.map((paragraph) => cleanText(paragraph.raw)).join('\n'),
      quote: paragraphs.map((paragraph) => foldSpace(paragraph.raw)).join('\n'),
      spans: paragraphs.flatMap((paragraph) => paragraph.spans),
    }
    this.clauses.push(clause)
    this.byId.set(clause.id, clause)
    if (kind === 'table') this.headed++
    return clause
  }

  private count(key: string): number {
    const next = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, next)
    return next
  }

  private unique(id: string): string {
    const times = this.count(`#${id}`)
    return times === 1 ? id : `${id}~${times}`
  }
}

/** Joins a paragraph to a clause on a line of its own. */
export function extend(clause: Clause, paragraph: Paragraph): void {
  clause.text += `\n${cleanText(paragraph.raw)}`
  clause.quote += `\n${foldSpace(paragraph.raw)}`
  clause.spans.push(...paragraph.spans)
}
