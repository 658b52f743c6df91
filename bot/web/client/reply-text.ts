import type { Citation, Reply } from '../../../services/reply.ts'
import { findWords, plainWords } from './same-words.ts'

/**
 * A line of a reply: plain words; a head that names a notice above what is quoted from it; or words of the cited clause
 * `citation`, of `whole` of it or of a part.
 */
export type Line =
  | { kind: 'plain'; text: string }
  | { kind: 'head'; text: string }
  | { kind: 'quote'; text: string; citation: number; isWhole: boolean }

/** `leadOf`: the citation whose clause the lead is, word for word. */
export type ReplyParts = { lead?: string; leadOf?: number; lines: Line[] }

/** Fewer counted characters than these may stand in a clause by chance. */
const leastQuoted = 8
/** Share of a clause from which on a line that quotes it leaves nothing of it to show. */
const wholeShare = 0.9

/** A line that only says where the words above it stand. */
const isSourceLine = (line: string): boolean => /^(?:——|— From )/u.test(line)
const isHead = (line: string): boolean => /^《[^》]+》.*[:：]$/u.test(line)

/** What a head says beside title, number and place, such as that there is a newer notice; '' where nothing. */
function besides(head: string, { documentNumber = '' }: Citation): string {
  const rest = head
    .replace(/^《[^》]+》/u, '')
    .replace(/「[^」]*」/gu, '')
    .replace(documentNumber, '')
  return plainWords(rest)
}

function quoteOf(text: string, citations: readonly Citation[]): Line | undefined {
  const words = plainWords(text)
  if (words.length < leastQuoted) return undefined
  const citation = citations.findIndex(({ quote }) => findWords(quote, text) ?? findWords(text, quote))
  const quoted = citations[citation]
  if (!quoted) return undefined
  return { kind: 'quote', text, citation, isWhole: words.length >= plainWords(quoted.quote).length * wholeShare }
}

/** Whether a line stands below again, with a button that copies it. */
const isCopied = (line: string, { copies = [] }: Reply): boolean => copies.some(({ text }) => line.endsWith(text))

/** Whether a line only repeats cells of the table, with few words of its own. */
function isTold(line: string, cells: readonly string[]): boolean {
  if (/[:：]$/u.test(line)) return false
  const words = plainWords(line)
  const rest = cells.reduce((left, cell) => left.split(cell).join(''), words)
  return rest.length <= words.length / 2
}

/** Whether a cell opens the clause that the line quotes, or the cells say what it says. */
function isInTable(line: Line, { rows }: NonNullable<Reply['table']>, cells: readonly string[]): boolean {
  if (line.kind === 'quote') return rows.flat().some(({ citation }) => citation === line.citation)
  return line.kind === 'plain' && line.text !== '' && isTold(line.text, cells)
}

const cellsOf = ({ table }: Reply): string[] =>
  [...new Set((table?.rows ?? []).flat().map(({ text }) => plainWords(text)))]
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length)

/** Heads stay where they say more than the citations do, or where words of several notices are told apart by them. */
function withoutHeads(lines: Line[], { citations, table }: Reply): Line[] {
  const heads = lines.filter(({ kind }) => kind === 'head')
  const isNeeded = (line: Line, at: number): boolean => {
    const below = lines[at + 1]
    if (!below || below.kind === 'head') return false
    if (table || heads.length > 1) return true
    const first = below.kind === 'quote' ? citations[below.citation] : citations[0]
    return !first || besides(line.text, first) !== ''
  }
  return lines.filter((line, at) => line.kind !== 'head' || isNeeded(line, at))
}

/**
 * Takes a reply's text apart so that nothing stands on the page twice: lines that the citations or the table repeat are
 * left out. Without citations and table it stays as it is.
 */
export function partsOf(reply: Reply, isFirstLead = false): ReplyParts {
  const { text, citations } = reply
  const all = text.split('\n')
  const lead = isFirstLead || (reply.lead !== undefined && all[0] === reply.lead) ? all[0] : undefined
  const cells = cellsOf(reply)
  const lines = all
    .slice(lead === undefined ? 0 : 1)
    .filter((line) => !(citations.length > 0 && isSourceLine(line)) && !isCopied(line, reply))
    .map(
      (line): Line =>
        quoteOf(line, citations) ?? (isHead(line) ? { kind: 'head', text: line } : { kind: 'plain', text: line }),
    )
    .filter((line) => !reply.table || !isInTable(line, reply.table, cells))
  const quoted = lead === undefined ? undefined : quoteOf(lead, citations)
  const leadOf = quoted?.kind === 'quote' && quoted.isWhole ? quoted.citation : undefined
  return { ...(lead && { lead }), ...(leadOf !== undefined && { leadOf }), lines: withoutHeads(lines, reply) }
}
