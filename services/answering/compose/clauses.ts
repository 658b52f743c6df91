import { lengthOf } from '../../../knowledge/language/characters.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { replies } from '../../../prompts/replies.ts'
import type { ClausesFinding, Quoted } from '../decide/finding.ts'
import { further, sourceName, statement } from './frame.ts'
import { tellLead } from './lead.ts'
import type { Language, Told } from './told.ts'

/** Clauses that answer: the answer in one line where there is one, then each clause and where it stands. */
export function tellClauses({ lead: found, shown, older, retold }: ClausesFinding, language: Language): Told {
  const [first] = shown
  const lines = shown.map((quoted) => lineOf(quoted, first!, language))
  if (older) lines.push(replies.olderSays(older.entry.notice.year, older.excerpt))
  const lead = found && tellLead(found, language)
  return {
    text: [lead, ...lines].filter(Boolean).join('\n'),
    lead: lead ?? (shown.length === 1 ? shortFirstLine(lines[0]) : undefined),
    ...(retold && { retelling: { entries: retold, source: sourceName(first!, language), after: [] } }),
  }
}

const lineOf = (quoted: Quoted, first: Quoted, language: Language): string =>
  quoted !== first && quoted.entry.notice === first.entry.notice
    ? further(quoted, language)
    : statement(quoted, language)

/** The first line itself, where it is short enough to be the answer. */
function shortFirstLine(text = ''): string | undefined {
  const [first = ''] = text.split('\n')
  return first !== '' && lengthOf(first) <= longestLead ? first : undefined
}
