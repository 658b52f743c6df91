import words from '../lexicon/statement-words.json' with { type: 'json' }
import type { Figure } from '../language/figure.ts'
import { perRun } from '../language/find-per.ts'
import { anyOf } from '../language/unit.ts'
import { type Facts, datesIn, figuresIn } from './facts.ts'
import { growth, isBaseless, share, unclear } from './figure-doubts.ts'
import type { Modality, StatedFigure, StatementKind, Topic } from './statement.ts'
import { type Stretch, isBalanced } from './split-text.ts'
import { findModal, hedgeOf, linkOpening, verbEnding, verbOpening } from './words.ts'

/** What a chunk with a figure says. `unaccounted` is what no slot takes. */
export type FigureRule = {
  kind: StatementKind
  modality?: Modality
  hedge?: string
  link?: string
  subject?: string
  /** Who gets it: 每家单位, 对项目单位. */
  recipient?: string
  verb?: string
  metric?: string
  object?: string
  measured?: string
  note?: string
  figure: StatedFigure
  unaccounted: string
}

const looseBounds = new RegExp(anyOf(words.looseBounds), 'u')
const recipient = new RegExp(
  String.raw`^(?<whom>(?:对|给|向)[^，]{1,30}?|每\p{Script=Han}{1,8}?)(?=${anyOf(words.giving)})`,
  'u',
)
const choosing = new RegExp(`^(?:${anyOf(words.choosing)})`, 'u')
const bracket = /^[（(](.*)[）)]$/u
const perStart = new RegExp(`^${perRun}`, 'u')

function statedFigure(text: string, figure: Figure): StatedFigure {
  const { kind, value, upTo, unit, bound, includesLimit, per } = figure
  return {
    kind,
    value,
    ...(upTo !== undefined && { upTo }),
    unit,
    bound,
    ...(includesLimit !== undefined && { includesLimit }),
    per,
    printed: text.slice(figure.start, figure.end),
    phrase: text.slice(figure.from, figure.to),
  }
}

type Head = Pick<FigureRule, 'modality' | 'hedge' | 'link' | 'subject' | 'verb' | 'metric' | 'measured'> & {
  recipient: string
}

/** A time within the words before a figure: 三年内实际达成交易. What a growth is measured against is none. */
function timeWithin(
  facts: Facts,
  chunk: Stretch,
  end: number,
): { text: string; start: number; end: number } | undefined {
  const date = datesIn(facts, chunk).find(
    ({ to, from }) => to <= end && !/[较比]$/u.test(facts.text.slice(chunk.start, from)),
  )
  return (
    date && { text: facts.text.slice(date.from, date.to), start: date.from - chunk.start, end: date.to - chunk.start }
  )
}

/** 可以投入运营的专利 holds a modal word that is part of a name. */
const isAttribute = (modality: Modality, rest: string): boolean => modality === 'may' && rest.includes('的')

function readHead(head: string, time: ReturnType<typeof timeWithin>, isLower: boolean): Head {
  const [link = ''] = linkOpening.exec(head) ?? []
  const bare = time ? head.slice(0, time.start) + head.slice(time.end) : head
  const rest = bare.slice(bare.startsWith(link) ? link.length : 0).replace(/^[在于自从]$/u, '')
  const hedge = hedgeOf(rest)
  const found = findModal(rest)
  const isHeld =
    found &&
    found.modality !== 'encouraged' &&
    !(found.modality === 'may' && isLower) &&
    !isAttribute(found.modality, rest.slice(found.end))
  const modal = isHeld ? found : undefined
  const before = modal ? rest.slice(0, modal.start) : ''
  const behind = modal ? rest.slice(modal.end) : rest
  const [whom = ''] = recipient.exec(behind) ?? []
  const spoken = behind.slice(whom.length).replace(hedge ?? '\0', '')
  const [opening = ''] = verbOpening.exec(spoken) ?? []
  const [ending = ''] = opening === '' ? (verbEnding.exec(spoken) ?? []) : []
  const verb = opening || ending
  const noun = ending !== '' ? '' : spoken.slice(verb.length) || (verb === '' ? before : '')
  // 获国家奖的奖励50万元: who has it stands before the verb.
  const owner = ending === '' ? '' : spoken.slice(0, -ending.length)
  const subject = owner.endsWith('的') ? owner : noun === before ? '' : before.replace(hedge ?? '\0', '')
  return {
    ...(modal && { modality: modal.modality }),
    ...(hedge !== undefined && { hedge }),
    ...(link !== '' && { link }),
    ...(subject !== '' && { subject }),
    ...(verb !== '' && { verb }),
    ...metricOf(noun, hedge),
    ...(time && { measured: time.text }),
    recipient: whom,
  }
}

const metricOf = (noun: string, hedge: string | undefined): { metric: string } | false => {
  const metric = noun.replace(hedge ?? '\0', '').replace(/[为在共占是由以按]+$/u, (end) => (end === '占' ? end : ''))
  return metric.length > 1 && { metric }
}

/** 每个区（县）推荐不超过2家: the verb stands between what it is counted for and its bound. */
const phraseChooses = (phrase: string): boolean => /^每/u.test(phrase) && choosing.test(phrase.replace(perStart, ''))

function kindOf(figure: Figure, head: Head, topic: Topic | undefined, phrase: string): StatementKind {
  if (figure.kind === 'money') return 'money'
  if (figure.kind === 'ratio') return 'ratio'
  const isChosen = choosing.test(head.verb ?? head.metric ?? '') || phraseChooses(phrase) || topic === 'places'
  return figure.kind === 'count' && isChosen && /^[家个项名所人件支]$/u.test(figure.unit) ? 'places' : 'quantity'
}

type Tail = Pick<FigureRule, 'object' | 'note' | 'modality' | 'unaccounted'>

function readTail(tail: string, head: string): Tail {
  if (tail === '') return { unaccounted: '' }
  const modal = findModal(tail)
  // 其中1人须具有职称.
  if (modal?.start === 0 && linkOpening.test(head))
    return { object: tail.slice(modal.end), modality: modal.modality, unaccounted: '' }
  const [, note] = bracket.exec(tail) ?? []
  if (note !== undefined && isBalanced(note)) return { note, unaccounted: '' }
  const isAttributeOnly = tail.startsWith('的') && !verbOpening.test(head) && findModal(head) === undefined
  if (isAttributeOnly || looseBounds.test(tail) || modal) return { unaccounted: tail }
  return { object: tail.replace(/^的/u, ''), unaccounted: '' }
}

/** The share that is taken of something: 按贷款金额的1%给予补贴. */
function asShare(rule: FigureRule, head: string): FigureRule {
  const { groups } = share.exec(head) ?? {}
  if (!groups) return { ...rule, kind: 'rate', unaccounted: rule.unaccounted || rule.figure.phrase }
  const { metric: _metric, verb: _verb, ...rest } = rule
  return { ...rest, kind: 'rate', figure: { ...rule.figure, of: groups.of! } }
}

function asGrowth(rule: FigureRule, head: string): FigureRule | undefined {
  const { groups } = growth.exec(head) ?? {}
  if (!groups) return undefined
  const metric = groups.metric!.replace(linkOpening, '')
  return {
    ...rule,
    kind: 'growth',
    ...(metric !== '' && { metric }),
    figure: { ...rule.figure, against: groups.against! },
  }
}

/**
 * Reads a chunk that states one figure. Nothing where it has none in plain sight, or its only one belongs to an attribute
 * (近五年被处10万元以上罚款的单位).
 */
export function readFigureRule(facts: Facts, chunk: Stretch, topic: Topic | undefined): FigureRule | undefined {
  const figures = figuresIn(facts, chunk)
  const [figure] = figures
  if (figure === undefined) return undefined
  const head = facts.text.slice(chunk.start, figure.from)
  // 将申报表一式3份报送至市局 says by when and where to, the copies by the way.
  if (/一式$/u.test(head) && /^(?!$|[（(])/u.test(facts.text.slice(figure.to, chunk.end))) return undefined
  const tail = readTail(facts.text.slice(figure.to, chunk.end), head)
  const time = timeWithin(facts, chunk, figure.from)
  const { recipient: whom, ...read } = readHead(head, time, figure.bound === 'atLeast' || figure.bound === 'moreThan')
  const rest = [figures.length > 1 ? facts.text.slice(figures[1]!.from, chunk.end) : '', tail.unaccounted]
  const lost = looseBounds.test(head) || datesIn(facts, chunk).some(({ from }) => from >= figure.to) ? chunk.text : ''
  const isShare = figure.kind === 'percent' && figure.bound === 'exactly' && /的$|按照?$/u.test(head)
  const unclearWords = unclear(facts, chunk, figure, isShare ? '' : read.metric)
  const rule: FigureRule = {
    kind: kindOf(figure, read as Head, topic, facts.text.slice(figure.from, figure.to)),
    ...read,
    ...(whom !== '' && { recipient: whom }),
    ...(tail.modality && { modality: tail.modality }),
    ...(tail.object !== undefined && { object: tail.object }),
    ...(tail.note !== undefined && { note: tail.note }),
    figure: statedFigure(facts.text, figure),
    unaccounted: [...rest, lost, isBaseless(figure, head) ? head : '', unclearWords].join(''),
  }
  return isShare ? asShare(rule, head) : (asGrowth(rule, head) ?? rule)
}
