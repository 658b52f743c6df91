import words from '../lexicon/statement-words.json' with { type: 'json' }
import { anyOf } from '../language/unit.ts'
import { type Piece, type Rule, isFigureRule, opensCase } from './read-pieces.ts'
import { conditionOpening, leansBack, widening } from './words.ts'

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

/** Nouns that say alone what is counted: 实际到账金额, 可以投入运营的专利. Of A类不超过5人，B类不超过8人 the second needs the first. */
const countable = new RegExp(String.raw`(?:${anyOf(words.countable)})(?:[（(].*[）)])?$`, 'u')

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
