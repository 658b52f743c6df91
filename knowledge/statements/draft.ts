import words from '../lexicon/statement-words.json' with { type: 'json' }
import type { Context } from './clause-context.ts'
import { type Facts, isTime } from './facts.ts'
import type { DraftRule } from './draft-rules.ts'
import type { Piece } from './read-pieces.ts'
import type { Part, PartRole, Statement, StatementKind } from './statement.ts'
import { type Sentence, type Stretch, isBalanced } from './split-text.ts'
import { furthersCase, pointsElsewhere } from './words.ts'

/** A statement before it has a place in its notice and a grade. */
export type Draft = Omit<Statement, 'id' | 'notice' | 'clause' | 'with' | 'sure'>

/** Words of one sentence that a wording may at most repeat before its rule. */
const longestBefore = 160

/** Words that need a list which the sentence doesn't hold. */
const listAhead = /下列|如下|(?<![\d万元岁人次年月日级%个家])以下(?![，。；）]|$)/u

const roleOf: Record<Piece['role'], PartRole> = {
  time: 'time',
  condition: 'condition',
  exception: 'exception',
  consequence: 'after',
  rule: 'before',
  action: 'before',
}

/** The parts of a statement in the order of the text. */
function partsOf(facts: Facts, draft: DraftRule, { earlier, later, drafts }: ReadSegment): Part[] {
  const { piece, times, conditions, before, after, exceptions } = draft
  const pieces: (Stretch & { role: PartRole })[] = [
    ...(earlier ? [{ ...earlier, role: 'before' as const }] : []),
    ...[...times, ...conditions, ...before].map((one) => ({
      ...one,
      role: one.role === 'action' && !one.rule ? ('context' as const) : roleOf[one.role],
    })),
    { ...piece, role: 'rule' },
    ...after.map((one) => ({ ...one, role: 'after' as const })),
    ...exceptions.map((one) => ({ ...one, role: 'exception' as const })),
    ...(later && draft === drafts.at(-1) ? [{ ...later, role: 'after' as const }] : []),
  ]
  return pieces
    .toSorted((a, b) => a.start - b.start)
    .map(({ role, text, start }, at) => ({ role, text, joint: at === 0 ? '' : jointBefore(facts.text, start) }))
}

const jointBefore = (text: string, start: number): '，' | '；' =>
  /[；;]\s*$/u.test(text.slice(Math.max(0, start - 3), start)) ? '；' : '，'

/** A segment with its rules; `earlier` are those before it where it can't be read alone, `later` one that changes what it says. */
export type ReadSegment = { pieces: Piece[]; drafts: DraftRule[]; earlier?: Stretch; later?: Stretch }

/** What keeps a wording from being said, whatever its rule. */
function obstacles(context: Context, parts: Part[], sentence: Sentence): string {
  const text = parts.map((part) => part.text).join('，')
  if (!isBalanced(sentence.text)) return sentence.text
  if (context.leadIn && (!context.leadIn.isClear || (context.leadIn.mode === 'any' && !context.leadIn.isNegative)))
    return context.leadIn.text
  if (
    /(?<!第)[①-⑳]/u.test(text) ||
    pointsElsewhere(text) ||
    listAhead.test(text) ||
    /[xXX×]{2}|…|[>【】]|\?|？|^(?:姓名|电话|邮箱|\s)+$/u.test(text)
  )
    return text
  if (/@|\d{5}/u.test(sentence.label?.text ?? '')) return sentence.text
  const [first] = parts
  if (first && /^(?:其中|且|并|或|但|否则|也|还)/u.test(first.text)) return first.text
  return text.length > longestBefore + 120 ? text : ''
}

function timeOf(draft: DraftRule, context: Context): Pick<Draft, 'measured'> {
  const inRule = 'measured' in draft.rule ? draft.rule.measured : undefined
  const chunk = draft.times.at(-1)?.text
  const measured = [chunk ?? context.measured?.text, inRule].filter((time) => time !== undefined).join('，')
  return measured === '' ? {} : { measured }
}

const wherefrom = (context: Context): Record<string, string> => ({
  ...(context.topicFrom !== undefined && { topic: context.topicFrom }),
  ...(context.leadIn && { leadIn: context.leadIn.clause }),
  ...(context.measured && { measured: context.measured.clause }),
})

/** What all statements of a sentence share. */
function base(
  context: Context,
  sentence: Sentence,
): Pick<Draft, 'sentence' | 'topic' | 'programme' | 'leadIn' | 'inherited'> {
  const label = sentence.label && `${sentence.label.text}：`
  const leadIn = `${context.leadIn?.text ?? ''}${label ?? ''}`
  return {
    sentence: [sentence.start, sentence.end],
    ...(context.programme !== undefined && { programme: context.programme }),
    ...(context.topic && { topic: context.topic }),
    ...(leadIn !== '' && { leadIn }),
    inherited: wherefrom(context),
  }
}

/** A rule of a segment as a statement. */
export function fromRule(
  facts: Facts,
  sentence: Sentence,
  context: Context,
  read: ReadSegment,
  draft: DraftRule,
): Draft {
  const {
    link: _link,
    unaccounted: _unaccounted,
    measured: _measured,
    ...slots
  } = { link: '', measured: '', ...draft.rule }
  const inherited = context.measured && draft.times.length === 0 ? context.measured.text : undefined
  const own = partsOf(facts, draft, read)
  const parts: Part[] =
    inherited === undefined ? own : [{ role: 'time', text: inherited, joint: '' }, ...withJoint(own)]
  const before = read.earlier?.text.length ?? 0
  const isOfCase = read.earlier !== undefined && /的$/u.test(read.earlier.text)
  return {
    ...base(context, sentence),
    ...slots,
    ...timeOf(draft, context),
    span: [draft.piece.start, draft.piece.end],
    modality: draft.rule.modality ?? plainModality(draft) ?? modalityFrom(read.pieces, draft) ?? context.modality,
    parts,
    unaccounted:
      draft.unaccounted ||
      dangling(facts, sentence, context, draft) ||
      inPurpose(sentence, draft) ||
      (isOfCase ? read.earlier!.text : '') ||
      (before > longestBefore ? read.earlier!.text : obstacles(context, parts, sentence)),
  }
}

/** A sentence that begins with its modal word, or with 逾期, behind another one, goes on speaking of what that one names. */
function dangling(facts: Facts, sentence: Sentence, context: Context, draft: DraftRule): string {
  const isFirst = facts.text.slice(0, sentence.start).search(/[。！？]/u) < 0
  if (!isFirst && (furthersCase(sentence.text) || furthersCase(draft.piece.text))) return sentence.text
  const isBare = draft.piece.start === sentence.start && draft.rule.subject === undefined && !('figure' in draft.rule)
  const isHeld = context.leadIn !== undefined || sentence.label !== undefined || draft.rule.kind === 'encouragement'
  return isBare && !isFirst && !isHeld && /^(?:不|应|须|必须|需|可)/u.test(draft.piece.text) ? draft.piece.text : ''
}

/** 为…，进一步支持…，制定本办法: what a document is for. */
const inPurpose = ({ text }: Sentence, { rule }: DraftRule): string =>
  text.startsWith('为') && (rule.kind === 'encouragement' || words.reasons.some((word) => text.includes(word)))
    ? text
    : ''

const withJoint = ([first, ...rest]: Part[]): Part[] => (first ? [{ ...first, joint: '，' }, ...rest] : [])

/** What a provision says, and who comes first, nobody must do. */
const plainModality = ({ rule }: DraftRule) =>
  rule.kind === 'preference' || rule.kind === 'provision' ? ('fact' as const) : undefined

/** 申报单位应…，于6月13日前报送: what goes on from a duty is one too. */
const modalityFrom = (pieces: Piece[], { before }: DraftRule) =>
  before.findLast((one) => pieces.includes(one) && one.rule?.modality === 'must')?.rule?.modality

/** 申报单位具有…: what an applicant is or has. */
const requires = (text: string): boolean =>
  !text.includes('；') && words.requirements.some((word) => text.includes(word))

/** A sentence without a rule: a requirement under its heading, an entry of a list, or a plain activity. */
export function withoutRule(facts: Facts, sentence: Sentence, context: Context): Draft {
  const { start, end } = sentence.segments[0] ?? sentence
  const text = facts.text.slice(start, sentence.end).replace(/[；;，,]+$/u, '')
  const time =
    context.measured && !isTime(facts, sentence)
      ? [{ role: 'time', text: context.measured.text, joint: '' } as const]
      : []
  const parts: Part[] = [...time, { role: 'rule', text, joint: time.length > 0 ? '，' : '' }]
  const isListed = base(context, sentence).leadIn !== undefined
  const kind: StatementKind = isListed
    ? 'item'
    : context.topic === 'conditions' && requires(text)
      ? 'condition'
      : 'activity'
  return {
    ...base(context, sentence),
    kind,
    modality: context.modality,
    ...(context.measured && { measured: context.measured.text }),
    span: [start, Math.max(end, sentence.end)],
    parts,
    unaccounted: obstacles(context, parts, sentence),
  }
}
