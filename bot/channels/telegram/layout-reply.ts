import type { Citation, Reply } from '../../../services/reply.ts'

/** A reply as it is shown: what one reads at once, and what unfolds below. */
export type Layout = {
  /** Begins what one reads, in bold. */
  head: string
  open: string
  /** The clauses word for word, with their sources; '' where there is nothing to unfold. */
  folded: string
  /** How many of its citations stand in either. */
  shown: number
}

const mostCitations = 3
const folding: ReadonlySet<Reply['kind']> = new Set(['answer', 'not-found', 'roster'])
/** What says something of itself in one line shows the clauses below it where they are few. */
const isFolding = ({ kind, citations, lead }: Reply): boolean =>
  folding.has(kind) || (kind === 'info' && lead !== undefined && citations.length <= mostCitations)

/** What a reply rests on; of a refusal the clause that names whom to call. */
export const citedBy = ({ citations, contact }: Reply): Citation[] => (contact ? [...citations, contact] : citations)

/** Where one may read on: what it rests on, and what is only near what was asked. */
export const pointsAt = (reply: Reply): Citation[] => [
  ...reply.citations,
  ...(reply.nearest ? [reply.nearest] : []),
  ...(reply.contact ? [reply.contact] : []),
]

/** A citation's notice and place in words. */
export function sourceOf({ title, documentNumber, heading }: Citation): string {
  const source = `《${title}》${documentNumber === undefined ? '' : `（${documentNumber}）`}`
  return heading === title ? source : `${source} ${heading}`
}

/**
 * Lays a reply out: the answer in one line, what is said besides, then one quotation to be unfolded. What the text quotes already
 * isn't quoted again.
 */
export function layoutReply(reply: Reply): Layout {
  const { text } = reply
  const lead = reply.lead !== undefined && text.startsWith(reply.lead) ? reply.lead : ''
  const citations = isFolding(reply) ? citedBy(reply) : []
  const first = reply.kind === 'assessment' ? text.split('\n')[0]! : lead
  if (citations.length === 0) return { head: first, open: text, folded: '', shown: 0 }
  const said = bare(text)
  const unsaid = citations.filter(({ quote }) => !said.includes(unnumbered(bare(quote))))
  const added = unsaid.slice(0, mostCitations)
  const quotes = added.map((citation) => `${citation.quote.trim()}\n——${sourceOf(citation)}`)
  const shown = citations.length - unsaid.length + added.length
  if (lead === '') return { head: '', open: text, folded: quotes.join('\n\n'), shown }
  const lines = text.slice(lead.length).split('\n')
  const clauses = citations.map(({ quote }) => bare(quote)).join('\n')
  const isQuoted = (line: string) => isSource(line) || isClause(bare(line).replace(/^[“"]|[”"]$/gu, ''), clauses)
  const quoted = lines.filter(isQuoted)
  return {
    head: lead,
    open: [lead, ...lines.filter((line) => !isQuoted(line)).map((line) => line.trim())]
      .join('\n')
      .replace(/\n{2,}/gu, '\n')
      .trim(),
    folded: [...(quoted.length > 0 ? [quoted.join('\n')] : []), ...quotes].join('\n\n'),
    shown,
  }
}

/** A line that only says where words stand. */
const isSource = (line: string): boolean => /^—|^《[^》]*》.*[：:]$/u.test(line.trim())

/** Whether a line, without what writing varies, is words of a clause. */
const isClause = (line: string, clauses: string): boolean => line.length >= 4 && clauses.includes(line)

/** Without the number that a clause begins with: an answer says it without. */
const unnumbered = (text: string): string => text.replace(/^[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]\s*/u, '')

/** Without what writing varies: white space, and the width of signs. */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
