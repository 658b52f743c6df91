import { cleanText, foldSpace, squeeze } from '../language/clean-text.ts'
import type { Clause, ClauseKind } from './clause.ts'
import type { Marker, MarkerStyle } from './markers.ts'
import type { Paragraph } from './read-paragraphs.ts'

const separator = ' › '

/** Rank of each way of numbering, the highest first; an unnumbered heading stands with 一、. */
const ranks: Record<MarkerStyle | 'unnumbered', number> = {
  chapter: 0,
  section: 0.3,
  article: 0.6,
  'cjk-comma': 1,
  unnumbered: 1,
  'cjk-paren': 2,
  'arabic-dot': 3,
  'arabic-comma': 3,
  'arabic-paren': 4,
  circled: 5,
}

type Level = { style: MarkerStyle | 'unnumbered'; clause: Clause }

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
  private levels: Level[] = []
  private readonly counts = new Map<string, number>()

  /** Prefix of the locators in the open annex: `a2.`, or '' in the notice itself. */
  get prefix(): string {
    return this.annex ? `${this.annex.id}.` : ''
  }

  get inAnnex(): boolean {
    return this.annex !== undefined
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
    this.annex = this.add({ id: `a${number}`, kind: 'heading', heading, marker, step: `${marker} ${heading}`.trim() }, [
      line,
      ...before,
      ...titles,
    ])
  }

  /** Leaves all numbered levels, as the title of an enclosed document does. */
  closeLevels(): void {
    this.levels = []
  }

  addNumbered(paragraph: Paragraph, marker: Marker, kind: 'heading' | 'item', heading: string): void {
    const same = this.levels.findLastIndex((level) => level.style === marker.style)
    const rank = ranks[marker.style]
    this.levels = same >= 0 ? this.levels.slice(0, same) : this.levels.filter((level) => ranks[level.style] < rank)
    const parent = this.levels.at(-1)?.clause ?? this.annex
    const printed = squeeze(cleanText(marker.raw))
    const step = heading
      ? `${printed}${/^[\d第]/u.test(printed) ? ' ' : ''}${heading}`
      : printed.replace(/[.、．]$/u, '')
    const id = `${this.levels.length > 0 ? `${parent?.id}.` : this.prefix}${marker.number}`
    this.levels.push({
      style: marker.style,
      clause: this.add({ id, kind, heading, marker: printed, parent, step }, [paragraph]),
    })
  }

  addHeading(paragraph: Paragraph): void {
    this.levels = this.levels.filter((level) => ranks[level.style] < ranks.unnumbered)
    const heading = cleanText(paragraph.raw)
    const id = `${this.prefix}h${this.count(`${this.prefix}h`)}`
    const clause = this.add({ id, kind: 'heading', heading, parent: this.annex, step: heading }, [paragraph])
    this.levels.push({ style: 'unnumbered', clause })
  }

  /** The clause that running text without a number belongs to: the open article (条), else the nearest open heading. */
  get host(): Clause | undefined {
    const isHost = ({ style, clause }: Level) => style === 'article' || clause.kind === 'heading'
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
