import { lengthOf } from '../../../knowledge/language/characters.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { replies } from '../../../prompts/replies.ts'
import type { ClausesFinding, Quoted } from '../decide/finding.ts'
import { further, statement, wholeQuote } from './frame.ts'
import { gistOf } from './gist.ts'
import { tellLead } from './lead.ts'
import type { Language, Told } from './told.ts'

/** Clauses that answer: the answer in one line where there is one, then each clause and where it stands. */
export function tellClauses({ lead: found, shown, older, aspects }: ClausesFinding, language: Language): Told {
  const [first] = shown
  const lines = language === 'en' ? englishLines(shown) : shown.map((quoted) => lineOf(quoted, first!))
  if (older) {
    const says = language === 'en' ? replies.olderSaysEnglish : replies.olderSays
    lines.push(says(older.entry.notice.year, older.excerpt))
  }
  const lead =
    (found && tellLead(found, language)) ?? (language === 'en' ? gistOf(ofFirstNotice(shown), aspects) : undefined)
  return {
    text: [lead, ...lines].filter(Boolean).join('\n'),
    lead: lead ?? (shown.length === 1 ? shortFirstLine(lines[0]) : undefined),
  }
}

/** An older notice's figures are no part of the answer in one line. */
const ofFirstNotice = (shown: readonly Quoted[]): Quoted[] =>
  shown.filter(({ entry }) => entry.notice === shown[0]?.entry.notice)

const lineOf = (quoted: Quoted, first: Quoted): string =>
  quoted !== first && quoted.entry.notice === first.entry.notice ? further(quoted) : statement(quoted, 'zh')

/** Each clause as quoted, and once after those of one notice where they stand. */
const englishLines = (shown: readonly Quoted[]): string[] =>
  shown.map((quoted, at) =>
    shown[at + 1]?.entry.notice === quoted.entry.notice ? `“${wholeQuote(quoted)}”` : statement(quoted, 'en'),
  )

/** The first line itself, where it is short enough to be the answer. */
function shortFirstLine(text = ''): string | undefined {
  const [first = ''] = text.split('\n')
  return first !== '' && lengthOf(first) <= longestLead ? first : undefined
}
