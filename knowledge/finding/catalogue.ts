import { foldShapes } from '../language/shapes.ts'
import { squeeze } from '../language/clean-text.ts'
import type { Clause } from '../parsing/clause.ts'
import type { Notice, NoticeMetadata } from '../parsing/notice.ts'
import { aspectsOfClause, type Aspect } from './aspects.ts'

export type ProgrammeMention = NoticeMetadata['programmes'][number]

/** A clause with what answering needs to know of it: its place in the tree, its programme, its aspects. */
export type Entry = {
  notice: Notice
  clause: Clause
  /** The programme whose part the clause stands in; undefined where it holds for all of the notice's programmes. */
  programme: ProgrammeMention | undefined
  /** With how surely each is the clause's, 0 … 1. */
  aspects: ReadonlyMap<Aspect, number>
  parent: Entry | undefined
  children: Entry[]
  /** What the annex it stands in is called, in its heading and in the list of annexes; '' in the notice itself. */
  document: string
  /** Folded text of the clause alone. */
  own: string
  /** Folded text of what stands above it: notice, path, and the sentence that opens its list. */
  above: string
}

/** All notices with their clauses linked, and how rare each pair of characters is. Built once for a set of notices. */
export type Catalogue = {
  notices: Notice[]
  entries: Entry[]
  find(notice: string, clause: string): Entry | undefined
  /** ln(1 + (N − n + 0.5) / (n + 0.5)) over clauses: 0 for a word in all of them, about ln(2N) for one in none. */
  rarity(word: string): number
  /** Ids of the notices in which any of the words stands, in a clause or in the title. */
  noticesWith(words: readonly string[]): ReadonlySet<string>
}

/** The form in which words are looked for: no white space, plain shapes (`foldShapes`), lower case. */
export const fold = (text: string): string => squeeze(foldShapes(text)).toLowerCase().replace(/：/gu, ':')

/** Words whose rarity is kept at hand: people type any. */
const mostKnown = 20_000

export function buildCatalogue(notices: Notice[]): Catalogue {
  const entries = notices.flatMap(entriesOf)
  const byId = new Map(entries.map((entry) => [`${entry.notice.id}#${entry.clause.id}`, entry]))
  const known = new Map<string, number>()
  const searched = entries.filter((entry) => entry.clause.kind !== 'furniture')
  const byNotice = Map.groupBy(searched, ({ notice }) => notice.id)
  const bodies = notices.map((notice) => ({
    id: notice.id,
    text: fold(`${notice.title}\n${notice.clauses.map(({ text }) => text).join('\n')}`),
  }))
  const rarity = (word: string): number => {
    const cached = known.get(word)
    if (cached !== undefined) return cached
    const holders = bodies
      .filter(({ text }) => text.includes(word))
      .flatMap(({ id }) => (byNotice.get(id) ?? []).filter((entry) => entry.own.includes(word))).length
    const value = Math.log(1 + (searched.length - holders + 0.5) / (holders + 0.5))
    if (known.size >= mostKnown) known.clear()
    known.set(word, value)
    return value
  }
  const holders = new Map<string, ReadonlySet<string>>()
  const noticesWith = (words: readonly string[]): ReadonlySet<string> => {
    const key = words.join('|')
    const cached = holders.get(key)
    if (cached) return cached
    const found = new Set(bodies.filter(({ text }) => words.some((word) => text.includes(word))).map(({ id }) => id))
    if (holders.size >= mostKnown) holders.clear()
    holders.set(key, found)
    return found
  }
  return { notices, entries, find: (notice, clause) => byId.get(`${notice}#${clause}`), rarity, noticesWith }
}

function entriesOf(notice: Notice): Entry[] {
  const byId = new Map<string, Entry>()
  let lead: Entry | undefined
  /** The clause before, and what it says of the table after it. */
  let before: Entry | undefined
  let caption = ''
  /** A line without a full stop, which is the title of the paragraph after it. */
  let title: Entry | undefined
  for (const clause of notice.clauses) {
    const parent = clause.parent === undefined ? undefined : byId.get(clause.parent)
    const opens = clause.marker !== undefined && lead !== undefined && lead.parent === parent ? lead.own : ''
    const entry: Entry = {
      notice,
      clause,
      programme: programmeOf(notice, clause),
      aspects: aspectsOfClause(clause),
      parent,
      children: [],
      document: clause.id.startsWith('a') ? documentOf(notice, clause) : '',
      own: fold(clause.text),
      above: fold(`${notice.shortTitle}${notice.title}${clause.path}`) + opens,
    }
    const titled = title !== undefined && title.parent === parent && clause.marker === undefined ? title.own : ''
    entry.above += titled
    title =
      clause.kind === 'paragraph' && clause.text.length <= 24 && !/[。；：:！？）]$/u.test(clause.text)
        ? entry
        : undefined
    if (clause.kind === 'table') caption = captionOf(before, parent)
    if (clause.kind === 'table' || clause.kind === 'row') entry.above += caption
    else if (clause.kind !== 'furniture') before = entry
    if (clause.kind === 'paragraph' && /[：:]$/u.test(clause.text)) lead = entry
    else if (clause.kind === 'heading') lead = undefined
    parent?.children.push(entry)
    byId.set(clause.id, entry)
  }
  return [...byId.values()]
}

/** What introduces a table: 「标准如下：」, or a line without a full stop that is its title. */
function captionOf(before: Entry | undefined, parent: Entry | undefined): string {
  if (!before || (before !== parent && before.parent !== parent)) return ''
  const isTitle =
    before.clause.kind === 'paragraph' && before.clause.text.length <= 40 && !/[。；！？]$/u.test(before.clause.text)
  return isTitle || /(?:[：:]|下表[。：]?)$/u.test(before.clause.text) ? before.own : ''
}

/** The title of an annex as the list of annexes prints it: 「1.工作总结模板」. */
export function annexTitle(notice: Notice, annex: string): string {
  const listed = notice.clauses.find((clause) => clause.id === 'annexes')?.text.split('\n') ?? []
  const line = listed.find((candidate) => new RegExp(`(?:^|[：:])\\s*${annex.slice(1)}[.、]`, 'u').test(candidate))
  return line?.replace(/^.*?\d+[.、]/u, '') ?? ''
}

const documentOf = (notice: Notice, clause: Clause): string =>
  fold(`${clause.path.split(' › ')[0] ?? ''} ${annexTitle(notice, /^a\d+/u.exec(clause.id)?.[0] ?? 'a0')}`)

/** The programme whose part of the notice a clause stands in. */
export function programmeOf(notice: Notice, clause: Clause): ProgrammeMention | undefined {
  const within = notice.programmes.filter(
    ({ section }) => section !== '' && (clause.id === section || clause.id.startsWith(`${section}.`)),
  )
  return within[0] ?? (notice.programmes.length === 1 ? notice.programmes[0] : undefined)
}
