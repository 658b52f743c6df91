import type { Context } from './clause-context.ts'
import { type Facts, datesIn, figuresIn, isTime, statedDate } from './facts.ts'
import { alternativesIn } from './read-any-of.ts'
import { type FigureRule, readFigureRule } from './read-figure-rule.ts'
import { type ModalRule, readModalRule } from './read-modal-rule.ts'
import type { Segment, Stretch } from './split-text.ts'
import { conditionOpening, consequenceOpening, exceptionOpening, findModal, opensCondition } from './words.ts'

export type Rule = FigureRule | ModalRule

/** What a chunk is in its segment. An `action` has neither figure nor modal word: it goes on with what is before it. */
export type Piece = Stretch & {
  role: 'time' | 'condition' | 'exception' | 'consequence' | 'rule' | 'action'
  rule?: Rule
  /** Opens like a condition, though words before it go on to it: 对…的专利，国家可以…. */
  isCase?: boolean
}

const isAntecedent = (text: string): boolean => /的$/u.test(text)
/** Behind a rule a new case begins with these; any other opening goes on with what is to be done. */
export const opensCase = (text: string): boolean => isAntecedent(text) || /^(?:如|若|凡|一旦|因|对于|除)/u.test(text)

/** A chunk that opens like a condition is the rule itself where it says what must be, or how much. */
function isCondition(facts: Facts, chunk: Stretch): boolean {
  if (
    isAntecedent(chunk.text) ||
    /^(?:需|须|应)[^，]*的\p{Script=Han}+$/u.test(chunk.text) ||
    /所称[^，]+$/u.test(chunk.text)
  )
    return true
  if (!conditionOpening.test(chunk.text) && !opensCondition(chunk.text)) return false
  if (findModal(chunk.text)) return /(?:时|后|情况下|期间|前提下|情形下|情形)$/u.test(chunk.text)
  return !figuresIn(facts, chunk).some(({ to }) => /^(?:$|[（(])/u.test(facts.text.slice(to, chunk.end)))
}

/** 资助总额300万元及以上的项目，应当…; 单台50万元以下的设备，预算时可…: a noun with a figure of which the next chunk speaks. */
function isTopic({ text }: Facts, chunk: Stretch, rule: Rule | undefined, next: Stretch | undefined): boolean {
  if (!next || !rule || !isFigureRule(rule) || !/的\p{Script=Han}+$/u.test(chunk.text) || findModal(chunk.text))
    return false
  const end = text.indexOf(rule.figure.phrase, chunk.start) + rule.figure.phrase.length
  return text[end] === '的' && (rule.unaccounted !== '' || findModal(next.text)?.start === 0)
}

function readPiece(facts: Facts, chunk: Stretch, isFirst: boolean, next: Stretch | undefined, context: Context): Piece {
  const isLast = next === undefined
  if (!isLast && isTime(facts, chunk)) return { ...chunk, role: 'time' }
  if (exceptionOpening.test(chunk.text)) return { ...chunk, role: 'exception' }
  if (!isLast && isCondition(facts, chunk)) return { ...chunk, role: 'condition' }
  if (/^除.*(?:外|以外|之外)$|除外$|不受.{0,8}限制$/u.test(chunk.text) && !isFirst)
    return { ...chunk, role: 'exception' }
  const members = alternativesIn(facts, chunk, context)
  const either: ModalRule | undefined = members && {
    kind: 'any-of',
    group: { mode: 'any', from: 'text', members },
    unaccounted: '',
  }
  // A case, as in a list of them: 连续3个月未缴纳社会保险的.
  if (isAntecedent(chunk.text) && !/优先|除外/u.test(chunk.text)) return { ...chunk, role: 'action' }
  // 30日内开具的证明 in a list of papers is one of them.
  const isThing = context.isOfThings === true && !findModal(chunk.text)
  const rule =
    either ?? readFigureRule(facts, chunk, context.topic) ?? (isThing ? undefined : readModalRule(facts, chunk))
  if (isTopic(facts, chunk, rule, next)) return { ...chunk, role: 'condition' }
  if (consequenceOpening.test(chunk.text) && rule) return { ...chunk, role: 'consequence', rule }
  return rule ? { ...chunk, role: 'rule', rule } : { ...chunk, role: 'action' }
}

/** The chunks of a segment with their roles. Behind an exception all goes with it. */
export function readPieces(facts: Facts, { chunks }: Segment, context: Context): Piece[] {
  const pieces: Piece[] = []
  for (const [at, chunk] of chunks.entries()) {
    const isExcepted = pieces.at(-1)?.role === 'exception' && !pieces.at(-1)!.text.startsWith('除')
    const piece = readPiece(facts, chunk, at === 0, chunks[at + 1], context)
    const isTold = pieces.some(({ rule }) => rule !== undefined)
    if (isExcepted) pieces.push({ ...chunk, role: 'exception' })
    else if (isTold && piece.role === 'condition' && !opensCase(piece.text)) pieces.push({ ...piece, role: 'action' })
    else pieces.push(piece)
  }
  return joinDeadlines(facts, joinAntecedents(pieces))
}

/** 具有…，或因…被取消资格的，应当腾退: what stands before the last 的 is one antecedent with it, unless it says a rule. */
function joinAntecedents(pieces: Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => piece.role === 'condition' && isAntecedent(piece.text))
  return pieces.map((piece, at) =>
    at < last && piece.role === 'action' ? { ...piece, role: 'condition', rule: undefined } : piece,
  )
}

export const isFigureRule = (rule: Rule): rule is FigureRule => 'figure' in rule

/** 于3月22日前，寄送至…: a time by which something is done, and what is done, are one rule. A time that opens a row of rules is theirs all. */
function joinDeadlines(facts: Facts, pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const [at, piece] of pieces.entries()) {
    const last = joined.at(-1)
    const isShared = at === 1 && pieces.slice(at).some(({ rule }) => rule)
    const date = last?.role === 'time' && piece.role === 'action' ? limitIn(facts, last) : undefined
    if (!last || !date || isShared) joined.push(piece)
    else {
      const text = facts.text.slice(last.start, piece.end)
      const rule: ModalRule = { kind: 'deadline', date: statedDate(facts.text, date), unaccounted: '' }
      joined[joined.length - 1] = { start: last.start, end: piece.end, text, role: 'rule', rule }
    }
  }
  return joined
}

const limitIn = (facts: Facts, chunk: Stretch) =>
  datesIn(facts, chunk).find(({ edge, isRecent }) => (edge === 'before' || edge === 'by') && !isRecent)
