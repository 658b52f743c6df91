import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { align } from './align.ts'
import { type ClauseSource, clauseSource, type Stretch } from './clause-source.ts'
import { isPlainlyWritten } from './closed-signs.ts'
import { mayAdd, mayOmit, omittedResponsible } from './loose-words.ts'
import { type Statement, statementsOf } from './sentence-statements.ts'
import type { Token } from './tokens.ts'

/** A sentence in the words of the clauses that it rests on. */
export type Grounded = { text: string; rests: Entry[] }

/** Tokens of a clause that a sentence must hold to say anything of it; a figure counts as many. */
const leastSubstance = 4

/** Signs that compare or reckon: none stands in a sentence that doesn't stand in its source. */
const reckoning = /[<>=≈≥≤±~*^|]|[-+](?=\d)/gu

/** Whether a statement may begin here: from its start, or behind what says only when it counts. */
const begins = (stretches: readonly Stretch[], from: number): boolean =>
  stretches.slice(0, from).every((stretch) => stretch.isHarmless) && !stretches[from]!.leansBack

/** Whether it may end here: nothing that only leads on stands last, and nothing follows that leans on it. */
const ends = (stretches: readonly Stretch[], to: number): boolean =>
  to === stretches.length - 1 || (!stretches[to]!.leads && !stretches[to + 1]!.leansBack)

/** A statement found in a clause: how many of its tokens are there, and the clause's own words for it. */
type Held = { source: ClauseSource; substance: number; words: string }

function holdStatement({ text: statement, tokens }: Statement, source: ClauseSource): Held | undefined {
  for (const stretches of source.statements)
    for (let from = 0; from < stretches.length && begins(stretches, from); from += 1)
      for (let to = from; to < stretches.length; to += 1) {
        if (!ends(stretches, to)) continue
        const run = stretches.slice(from, to + 1)
        const text = run.map((stretch) => stretch.text).join(',')
        if (statement.match(reckoning)?.some((sign) => !text.includes(sign))) continue
        const own = run.flatMap((stretch, at) => shifted(stretch.tokens, run, at))
        const { paired, added, omitted } = align(tokens, own)
        if (paired === 0 || !mayAdd(added, statement, tokens) || !mayOmit(omitted, text, own)) continue
        const substance = paired + (leastSubstance - 1) * tokens.filter(({ isFigure }) => isFigure).length
        return { source, substance, words: wordsOf(source.whole, run, omittedResponsible(omitted, text, own)) }
      }
  return undefined
}

/** Tokens of a stretch by their places in all of them, joined by commas. */
function shifted(tokens: readonly Token[], stretches: readonly Stretch[], at: number): Token[] {
  const by = stretches.slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0)
  return tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }))
}

/** The clause's own characters from the first stretch to the last, but for what is left out of them, given by places in their text. */
function wordsOf(whole: string, run: readonly Stretch[], leftOut: readonly [number, number][]): string {
  // The comma that joins two stretches stands right behind the first.
  const starts = run.flatMap((stretch) => [...stretch.starts, stretch.ends.at(-1)!])
  const pieces: string[] = []
  let from = starts[0]!
  for (const [start, end] of leftOut) {
    pieces.push(whole.slice(from, starts[start]))
    from = starts[end]!
  }
  return [...pieces, whole.slice(from, run.at(-1)!.ends.at(-1))].join('')
}

/**
 * Holds a sentence against clauses and writes it anew in their characters. What it states must be a statement of one of
 * them, from its beginning to where it may end, in its words and their order, with every figure under its bound; it may
 * lead in (根据2025年通知), add a few words that only join, and leave out a few that change nothing.
 *
 * @param sentence As a model wrote it.
 * @param entries The clauses that it may rest on.
 * @returns The clauses that it does rest on, in their order, and their own words for what it states, character by
 *   character: only lead-ins of a closed list, ，； and 。 are put to them. Undefined where anything rests on nothing.
 */
export function groundSentence(sentence: string, entries: readonly Entry[]): Grounded | undefined {
  // Rows are names and numbers side by side: nothing in them can be put otherwise.
  const sources = entries.filter(({ clause }) => clause.kind !== 'row').map(clauseSource)
  const names = sources.flatMap((source) => source.names)
  const written = [...names, ...sources.map(({ whole }) => whole)]
  if (!isPlainlyWritten(sentence, written)) return undefined
  const rests = new Set<Entry>()
  const texts: string[] = []
  let substance = 0
  for (const statement of statementsOf(sentence, names)) {
    const [best] = sources
      .flatMap((source) => holdStatement(statement, source) ?? [])
      .toSorted((a, b) => b.substance - a.substance)
    if (!best) return undefined
    rests.add(best.source.entry)
    texts.push([...statement.leadIns, best.words].join('，'))
    substance += best.substance
  }
  if (substance < leastSubstance) return undefined
  return { text: `${texts.join('；')}。`, rests: entries.filter((entry) => rests.has(entry)) }
}
