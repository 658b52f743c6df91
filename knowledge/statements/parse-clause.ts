import type { Clause } from '../parsing/clause.ts'
import type { Notice } from '../parsing/notice.ts'
import { bodyStart, type Context } from './clause-context.ts'
import type { Draft } from './draft.ts'
import { factsOf } from './facts.ts'
import { readContact } from './read-contact.ts'
import { readResponsible } from './read-responsible.ts'
import { readRow } from './read-row.ts'
import { readSentence } from './read-sentence.ts'
import type { Statement } from './statement.ts'
import { depths, splitSentences } from './split-text.ts'

/** Where the sentences of a clause begin: behind its marker and behind a heading that stands on the same line. */
function sentencesStart(clause: Clause): number {
  const start = bodyStart(clause)
  const rest = clause.text.slice(start).trimStart()
  const isTitled = clause.kind === 'item' && clause.heading !== '' && rest.startsWith(`${clause.heading}。`)
  return isTitled ? clause.text.indexOf(`${clause.heading}。`, start) + clause.heading.length + 1 : start
}

/** A clause that stands in one bracket as a whole, without the bracket. Offsets stay. */
function unwrapped(text: string): string {
  const isWhole =
    /^[（(][\s\S]*[）)]$/u.test(text) &&
    depths(text)
      .slice(1, -1)
      .every((depth) => depth > 0)
  return isWhole ? ` ${text.slice(1, -1)} ` : text
}

function draftsOfText(clause: Clause, context: Context): Draft[] {
  const start = sentencesStart(clause)
  // 1.2023年至申报日 is item 1, not a number with decimals.
  const text = `${' '.repeat(start)}${unwrapped(clause.text).slice(start)}`
  const facts = factsOf(text)
  const { leadIn: _leadIn, ...alone } = context
  const isTitled = start > bodyStart(clause)
  return splitSentences(text, start).flatMap((sentence, at) => {
    const isLeadIn = /[：:]$/u.test(sentence.text)
    if (isLeadIn || sentence.segments.length === 0) return []
    // What an entry of a list says in a second sentence, its lead-in doesn't open.
    return readResponsible(sentence, context) ?? readSentence(facts, sentence, at === 0 && !isTitled ? context : alone)
  })
}

function draftsOf(notice: Notice, clause: Clause, context: Context): Draft[] {
  if (clause.kind === 'row') return readRow(notice, clause, context)
  if (clause.kind === 'contact') {
    const contacts = readContact(clause, context)
    const isContact = ({ span }: Draft): boolean =>
      contacts.some((other) => other.span[0] < span[1] && span[0] < other.span[1])
    return [...contacts, ...draftsOfText(clause, context).filter((draft) => !isContact(draft))]
  }
  return clause.kind === 'item' || clause.kind === 'paragraph' ? draftsOfText(clause, context) : []
}

/** Statements of one sentence that hold beside each other know each other. */
function placed(notice: string, clause: string, drafts: Draft[]): Statement[] {
  const ids = drafts.map((_, at) => `${clause}#${at + 1}`)
  const beside = Map.groupBy(ids.keys(), (at) => drafts[at]!.sentence[0])
  return drafts.map((draft, at) => ({
    ...draft,
    id: ids[at]!,
    notice,
    clause,
    with: beside.get(draft.sentence[0])!.flatMap((other) => (other === at ? [] : [ids[other]!])),
    sure: false,
  }))
}

/** What a clause says, ungraded. @param list The list that it opens, where one entry of it is enough. */
export function parseClause(notice: Notice, clause: Clause, context: Context, list?: Draft): Statement[] {
  return placed(notice.id, clause.id, [...draftsOf(notice, clause, context), ...(list ? [list] : [])])
}
