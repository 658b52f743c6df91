import type { Context } from './clause-context.ts'
import { type Facts, datesIn, figuresIn, isTime, statedDate } from './facts.ts'
import { alternativesIn } from './read-any-of.ts'
import { type FigureRule, readFigureRule } from './read-figure-rule.ts'
import { type ModalRule, readModalRule } from './read-modal-rule.ts'
import type { Segment, Stretch } from './split-text.ts'
import {
  conditionOpening,
  consequenceOpening,
  exceptionOpening,
  findModal,
  leansBack,
  opensCondition,
  widening,
} from './words.ts'

type Rule = FigureRule | ModalRule

/** What a chunk is in its segment. An `action` has neither figure nor modal word: it goes on with what is before it. */
export type Piece = Stretch & {
  role: 'time' | 'condition' | 'exception' | 'consequence' | 'rule' | 'action'
  rule?: Rule
  /** Opens like a condition, though words before it go on to it: 对…的专利，国家可以…. */
  isCase?: boolean
}

/** A rule of a segment with the pieces it can't be read without. */
export type DraftRule = {
  piece: Piece
  rule: Rule
  times: Piece[]
  conditions: Piece[]
  /** Pieces before it that it goes on from, in order. */
  before: Piece[]
  after: Piece[]
  exceptions: Piece[]
  unaccounted: string
}

const isAntecedent = (text: string): boolean => /的$/u.test(text)
/** Behind a rule a new case begins with these; any other opening goes on with what is to be done. */
const opensCase = (text: string): boolean => isAntecedent(text) || /^(?:如|若|凡|一旦|因|对于|除)/u.test(text)

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

const isFigureRule = (rule: Rule): rule is FigureRule => 'figure' in rule

/** Nouns that say alone what is counted: 实际到账金额, 可以投入运营的专利. Of A类不超过5人，B类不超过8人 the second needs the first. */
const countable = /(?:量|数|额|率|比例|比重|规模|专利|产值)(?:[（(].*[）)])?$/u

/** Whether a rule can be read without those before it: it names what it speaks of. */
function stands(piece: Piece, rule: Rule): boolean {
  // 应当通知其监护人 says whose only with what stands before it.
  if (leansBack(piece.text) || /^是指|其(?!中|他|它|余)/u.test(piece.text)) return false
  if (!isFigureRule(rule))
    return rule.subject !== undefined && !(rule.date?.term && rule.date.term.anchor === undefined)
  const { metric = '', verb = '' } = rule
  if (rule.link !== undefined || verb.endsWith('一式')) return false
  return (
    rule.recipient !== undefined || (verb !== '' && metric.length > 1) || (metric.length > 6 && countable.test(metric))
  )
}

/** 每户补贴机具不超过5台，补贴总额不超过18万元; 入选后12个月内建成，专利不少于30件: what a figure is for, or its time, stands before it. */
const leansOn = (rule: Rule, told: Piece[]): boolean =>
  isFigureRule(rule) &&
  told.some(({ rule: other }) =>
    other === undefined
      ? false
      : isFigureRule(other)
        ? other.figure.per.some((noun) => !/^[十百千万]/u.test(noun)) &&
          rule.figure.per.length === 0 &&
          rule.recipient === undefined
        : other.date !== undefined && other.subject === undefined,
  )

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

/** 应当在规定期限内 needs what is to be done in it. */
const cutOff = ({ text }: Piece, rule: Rule): string =>
  !isFigureRule(rule) &&
  /(?:期限内|期间|要求|规定|时|后|之日起)$|(?:按照?|根据|依照|依据)[^，]*(?:标准|原则|办法|程序|约定)$/u.test(text)
    ? text
    : ''

/** 且不少于3件, 也可以由他人预付, 可以延长十五日: what goes before it isn't the whole rule without it. */
const goesOn = ({ rule, text }: Piece): boolean =>
  rule !== undefined && (('link' in rule && rule.link === '且') || /^(?:也|或|但)/u.test(text) || widening.test(text))

/** Words right before the next rule that open it: 对…的高校院所，按…给予奖励. */
function withoutOpenings(pieces: Piece[], isFollowed: boolean): Piece[] {
  const last = pieces.findLastIndex(({ role, text }) => role !== 'action' || !conditionOpening.test(text))
  return isFollowed ? pieces.slice(0, last + 1) : pieces
}

type Open = { times: Piece[]; conditions: Piece[]; told: Piece[] }

function draftOf(pieces: Piece[], at: number, { times, conditions, told }: Open): DraftRule {
  const piece = pieces[at]!
  const rule = piece.rule!
  const behind = pieces.slice(at + 1)
  const until = behind.findIndex((next) => next.role !== 'action' && next.role !== 'consequence' && !goesOn(next))
  // An exception at the end is one from all before it, or from the last of it: nothing between may be left out.
  const excepted = behind.findIndex(({ role }) => role === 'exception')
  const first = told.findIndex(({ role }) => role === 'rule')
  const last = told.findLastIndex((one) => one.rule !== undefined)
  const isAlone = piece.role === 'rule' && stands(piece, rule) && !leansOn(rule, told)
  return {
    piece,
    rule: withMetric(rule, told),
    times,
    conditions,
    before:
      isAlone && !isFigureRule(rule) && told.at(-1)?.isCase
        ? told.filter(({ isCase }) => isCase).slice(-1)
        : isAlone && first >= 0
          ? [...told.slice(0, first), ...(isFigureRule(rule) ? told.slice(last + 1) : [])]
          : told,
    after:
      excepted < 0
        ? withoutOpenings(until < 0 ? behind : behind.slice(0, until), until >= 0)
        : behind.slice(0, excepted),
    exceptions: pieces.filter(({ role }) => role === 'exception'),
    unaccounted: rule.unaccounted || (until === 0 || behind.length === 0 ? cutOff(piece, rule) : ''),
  }
}

/** 且不少于3件: of what the bound before it is. */
function withMetric(rule: Rule, told: Piece[]): Rule {
  const last = told.findLast((piece) => piece.rule && 'figure' in piece.rule)?.rule
  const metric = last && 'figure' in last ? last.metric : undefined
  const isBare = 'figure' in rule && rule.link === '且' && rule.metric === undefined && rule.verb === undefined
  return isBare && metric !== undefined ? { ...rule, metric } : rule
}

/** The rules of a segment, each with what it needs. A condition that comes behind a rule leaves all of them unclear. */
export function draftRules(pieces: Piece[]): DraftRule[] {
  const drafts: DraftRule[] = []
  const open: Open = { times: [], conditions: [], told: [] }
  let mixed = ''
  for (const [at, piece] of pieces.entries()) {
    if (piece.role === 'exception') continue
    const isTold = open.told.length > 0
    if (piece.role === 'time') open.times = [...(open.told.some(({ rule }) => rule) ? [] : open.times), piece]
    else if (piece.role === 'condition' && !isTold) open.conditions = [...open.conditions, piece]
    else if (piece.role === 'condition' && opensCase(piece.text)) mixed = piece.text
    else {
      if (piece.rule) drafts.push(draftOf(pieces, at, { ...open, told: [...open.told] }))
      open.told.push(piece.role === 'condition' ? { ...piece, isCase: true } : piece)
    }
  }
  return drafts.map((draft) => ({ ...draft, unaccounted: `${draft.unaccounted}${mixed}` }))
}
