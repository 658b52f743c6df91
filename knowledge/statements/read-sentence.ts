import { type Context, anyOfThese, negative } from './clause-context.ts'
import { type Draft, type ReadSegment, fromRule, withoutRule } from './draft.ts'
import type { Facts } from './facts.ts'
import { alternativesOf } from './read-any-of.ts'
import { draftRules } from './draft-rules.ts'
import { type Piece, readPieces } from './read-pieces.ts'
import type { Sentence } from './split-text.ts'
import { findModal, furthersCase, listsThings, pointsElsewhere, widening } from './words.ts'

const isOwn = (piece: Piece): boolean => piece.role === 'condition' || piece.role === 'time'

/**
 * Whether two cases are told alike, so that the second names what it is a case of: 以9610方式申报的 and 以9710方式申报的, 甲发生事故的
 * and 乙发生事故的. 没有期限的 and 不合格的 say it only with what stands before them.
 */
function isToldAlike(facts: Facts, { text, start }: Piece, [other]: Piece[]): boolean {
  // 不足100平方米的 names no more of what than 不合格的.
  if (other?.role !== 'condition' || facts.figures.some(({ from }) => from === start)) return false
  return text.slice(0, 2) === other.text.slice(0, 2) || text.slice(-sharedEnd) === other.text.slice(-sharedEnd)
}

/** UTF-16 code units, 的 among them, that the ends of two cases must share. */
const sharedEnd = 4

/** Whether a later segment can be read without those before it. */
function standsAlone(facts: Facts, pieces: Piece[], earlier: Piece[][]): boolean {
  const [first] = pieces
  if (!first || furthersCase(first.text) || pointsElsewhere(first.text) || /^(?:或|且|并|其|但)/u.test(first.text))
    return false
  if (first.role === 'condition')
    return /的$/u.test(first.text)
      ? earlier.every((other) => isToldAlike(facts, first, other))
      : pieces.find(({ rule }) => rule)?.rule?.subject !== undefined
  return first.rule?.subject !== undefined && !earlier.some((other) => other.some(isOwn))
}

/** 情况复杂的，可以延长五个工作日: a segment that changes what the one before it says. */
const widens = (pieces: Piece[]): boolean => pieces.some(({ text, rule }) => rule !== undefined && widening.test(text))

function readSegments(facts: Facts, sentence: Sentence, context: Context): ReadSegment[] {
  const isOfThings = listsThings.test(sentence.label?.text ?? context.leadIn?.text ?? '')
  const all = sentence.segments.map((segment) => readPieces(facts, segment, { ...context, isOfThings }))
  return sentence.segments.map((_, at) => {
    const pieces = all[at]!
    const start = sentence.segments[0]!.start
    const end = sentence.segments[at - 1]?.end ?? start
    const isAlone = at === 0 || standsAlone(facts, pieces, all.slice(0, at))
    const earlier = isAlone ? undefined : { start, end, text: facts.text.slice(start, end) }
    const next = sentence.segments[at + 1]
    const later =
      next && widens(all[at + 1]!) && !standsAlone(facts, all[at + 1]!, all.slice(0, at + 1)) ? next : undefined
    return { pieces, drafts: draftRules(pieces), ...(earlier && { earlier }), ...(later && { later }) }
  })
}

/** Alternatives of a whole sentence, or of the list behind its colon, as one statement. */
function readAlternatives(
  facts: Facts,
  sentence: Sentence,
  context: Context,
): { draft?: Draft; members: string[] } | undefined {
  const label = sentence.label?.text ?? ''
  const isList = anyOfThese.test(label) && !negative.test(label)
  const listed = isList ? sentence.segments.map(({ text }) => text) : undefined
  const members = listed ?? alternativesOf(facts, sentence)
  const modality = findModal(sentence.text)?.modality ?? context.modality
  if (!members) return sentence.segments.some(({ text }) => /^或/u.test(text)) ? { members: [] } : undefined
  const isRequired = isList || ((modality === 'must' || modality === 'aimed') && context.leadIn === undefined)
  const draft = withoutRule(facts, sentence, context)
  const group = { mode: 'any', from: isList ? 'lead-in' : 'text', members } as const
  return { members, ...(isRequired && members.length > 1 && { draft: { ...draft, kind: 'any-of', group, modality } }) }
}

/** Longest sentence whose rules are read, in UTF-16 code units: each of them may need all that stands before it. */
const longestSentence = 2000

/** Reads what a sentence says. One too long for any wording helps to find, and is quoted. */
export function readSentence(facts: Facts, sentence: Sentence, context: Context): Draft[] {
  if (sentence.text.length > longestSentence) return [withoutRule(facts, sentence, context)]
  const either = readAlternatives(facts, sentence, context)
  if (!either) return readRules(facts, sentence, context)
  const sides = readRules(facts, sentence, context).filter(({ kind }) => kind !== 'item' && kind !== 'condition')
  const unsaid = sides.map((side) => ({ ...side, unaccounted: side.unaccounted || sentence.text }))
  return either.draft ? [either.draft, ...unsaid] : unsaid
}

/** 需要透析 in a list of criteria asks nothing of anybody: an entry, as it stands. */
const isEntry = ({ kind, subject }: Draft, { leadIn }: Context): boolean =>
  leadIn !== undefined && (kind === 'permission' || (kind === 'duty' && subject === undefined))

function readRules(facts: Facts, sentence: Sentence, context: Context): Draft[] {
  const reads = readSegments(facts, sentence, context)
  const all = reads.flatMap((read) => read.drafts.map((draft) => fromRule(facts, sentence, context, read, draft)))
  const drafts = all.filter((draft) => !isEntry(draft, context))
  const isRuleless = sentence.segments.every(({ chunks }) =>
    chunks.every(({ text }) => text.endsWith('的') || !findModal(text)),
  )
  const isOnlyListed = context.leadIn !== undefined && drafts.every(({ unaccounted }) => unaccounted !== '')
  if (drafts.length > 0) return isOnlyListed ? [...drafts, withoutRule(facts, sentence, context)] : drafts
  return isRuleless || context.leadIn ? [withoutRule(facts, sentence, context)] : []
}
