import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { align } from './align.ts'
import { type ClauseSource, clauseSource, comma, cutStatements, type Stretch } from './clause-source.ts'
import { isLeadIn, mayAdd, mayOmit } from './loose-words.ts'
import { evenedOut, plainText } from './plain-text.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Tokens of a clause that a sentence must hold to say anything of it; a figure counts as many. */
const leastSubstance = 4

/** Signs that compare or reckon: none stands in a sentence that doesn't stand in its source. */
const reckoning = /[<>=≈≥≤±~*^|]|[-+](?=\d)/gu

/** What a sentence states, cut where one statement ends, without what only leads in. */
function statementsOf(sentence: string, names: readonly string[]): string[] {
  return cutStatements(evenedOut(plainText(sentence)))
    .map((statement) => {
      const parts = statement.split(comma)
      while (parts.length > 0 && isLeadIn(parts[0]!, names)) parts.shift()
      const [first = '', ...rest] = parts
      return [withoutLeadIn(first, names), ...rest].join(',')
    })
    .filter((statement) => tokensOf(statement).length > 0)
}

/** 根据2025年通知 may stand before the first words without a comma. */
function withoutLeadIn(part: string, names: readonly string[]): string {
  const lead = /^(?:根据|按照|依据)[^，,]*?(?:通知|方案)(?:要求|规定|明确|提出)?/u.exec(part)?.[0]
  return lead !== undefined && isLeadIn(lead.replace(/(?:要求|规定|明确|提出)$/u, ''), names)
    ? part.slice(lead.length)
    : part
}

/** Whether a statement may begin here: from its start, or behind what says only when it counts. */
const begins = (stretches: readonly Stretch[], from: number): boolean =>
  stretches.slice(0, from).every((stretch) => stretch.isHarmless) && !stretches[from]!.leansBack

/** Whether it may end here: nothing that only leads on stands last, and nothing follows that leans on it. */
const ends = (stretches: readonly Stretch[], to: number): boolean =>
  to === stretches.length - 1 || (!stretches[to]!.leads && !stretches[to + 1]!.leansBack)

/** How much of a clause a statement retells, in tokens; 0 where it says anything else. */
function retold(statement: string, tokens: readonly Token[], { statements }: ClauseSource): number {
  for (const stretches of statements)
    for (let from = 0; from < stretches.length && begins(stretches, from); from += 1)
      for (let to = from; to < stretches.length; to += 1) {
        if (!ends(stretches, to)) continue
        const source = stretches.slice(from, to + 1)
        const text = source.map((stretch) => stretch.text).join(',')
        if (statement.match(reckoning)?.some((sign) => !text.includes(sign))) continue
        const own = source.flatMap((stretch, at) => shifted(stretch.tokens, source, at))
        const { paired, added, omitted } = align(tokens, own)
        if (paired > 0 && mayAdd(added, statement, tokens) && mayOmit(omitted, text, own))
          return paired + (leastSubstance - 1) * tokens.filter(({ isFigure }) => isFigure).length
      }
  return 0
}

/** Tokens of a stretch by their places in all of them, joined by commas. */
function shifted(tokens: readonly Token[], stretches: readonly Stretch[], at: number): Token[] {
  const by = stretches.slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0)
  return tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }))
}

/**
 * Holds a sentence against clauses. What it states must be a statement of one of them, from its beginning to where it may
 * end, in its words and their order, with every figure under its bound; it may lead in (根据2025年通知), add a few words
 * that only join, and leave out a few that change nothing.
 *
 * @param sentence As a model wrote it.
 * @param entries The clauses that it may rest on.
 * @returns The clauses that it does rest on, in their order; none where anything of it rests on nothing.
 */
export function groundSentence(sentence: string, entries: readonly Entry[]): Entry[] {
  // Rows are names and numbers side by side: nothing in them can be put otherwise.
  const sources = entries.filter(({ clause }) => clause.kind !== 'row').map(clauseSource)
  const names = sources.flatMap((source) => source.names)
  const rests = new Set<Entry>()
  let substance = 0
  for (const statement of statementsOf(sentence, names)) {
    const tokens = tokensOf(statement)
    const best = sources
      .map((source) => ({ source, held: retold(statement, tokens, source) }))
      .toSorted((a, b) => b.held - a.held)[0]
    if (!best || best.held === 0) return []
    rests.add(best.source.entry)
    substance += best.held
  }
  return substance >= leastSubstance ? entries.filter((entry) => rests.has(entry)) : []
}
