import { randomUUID } from 'node:crypto'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import type { Reply } from '../../reply.ts'
import { type Answer, statuses } from '../answer.ts'
import { cite, citeAll } from './cite.ts'

const mostCitations = 30

/** Makes an answer a reply: its clauses cited, each once. */
export function replyOf(answer: Answer): Reply {
  const { status, text, nearest, table, rests, actions = [], copies, downloads } = answer
  const lead = answer.lead ?? (status === 'roster' ? firstLine(text) : undefined)
  const cited = [...new Set(rests)].slice(0, mostCitations)
  return {
    id: randomUUID(),
    kind: statuses[status],
    text,
    ...(lead !== undefined && text.startsWith(lead) && { lead }),
    ...(table && { table: withCitations(table, rests, cited) }),
    ...(nearest && { nearest: cite(nearest) }),
    citations: citeAll(cited),
    actions,
    ...(copies && { copies }),
    ...(downloads && { downloads }),
  }
}

/** The first line of an answer from a list of units, which says how it stands, where it is short enough. */
function firstLine(text: string): string | undefined {
  const [first = ''] = text.split('\n')
  return lengthOf(first) <= longestLead ? first : undefined
}

type Table = NonNullable<Answer['table']>

/** The cells of a table, each with the place of its clause among the citations. */
const withCitations = ({ columns, rows }: Table, rests: Entry[], cited: Entry[]): Reply['table'] => ({
  columns,
  rows: rows.map((row) =>
    row.map(({ text, rest }) => {
      const at = rest === undefined ? -1 : cited.indexOf(rests[rest]!)
      return at < 0 ? { text } : { text, citation: at }
    }),
  ),
})
