import type { DateMention } from '../language/date.ts'
import type { Figure } from '../language/figure.ts'

/** Changes whenever the same clause may give other statements: stored ones are made again. */
export const statementsVersion = 2

export type StatementKind =
  /** A figure that is required or given, which no kind below describes. */
  | 'quantity'
  | 'growth'
  | 'money'
  | 'places'
  | 'ratio'
  /** A share of a base: 按贷款金额的1%补贴. */
  | 'rate'
  | 'deadline'
  | 'duty'
  | 'ban'
  | 'permission'
  | 'exemption'
  | 'encouragement'
  | 'preference'
  /** A requirement without a figure: 申报单位建有管理部门. */
  | 'condition'
  /** One entry of a list that only stands with its lead-in. */
  | 'item'
  /** Alternatives of which one is enough, worded as one. */
  | 'any-of'
  | 'row'
  | 'cell'
  | 'contact'
  | 'responsible'
  /** Validity, effect and repeal of a document, and definitions. */
  | 'provision'
  /** A plain activity or aim: helps to find, is quoted. */
  | 'activity'

export type Modality = 'must' | 'may' | 'must-not' | 'need-not' | 'encouraged' | 'aimed' | 'fact'

export type Topic =
  | 'conditions'
  | 'targets'
  | 'money'
  | 'places'
  | 'deadline'
  | 'contact'
  | 'materials'
  | 'procedure'
  | 'tasks'
  | 'sanctions'
  | 'validity'
  | 'form'

/** A figure with its base. `printed` is the number with its unit, folded: 100件; `phrase` the same with what bounds it. */
export type StatedFigure = Pick<Figure, 'kind' | 'value' | 'upTo' | 'unit' | 'bound' | 'includesLimit' | 'per'> & {
  printed: string
  phrase: string
  /** What a share is taken of: 贷款金额. */
  of?: string
  /** What a growth is measured against: 2022年. */
  against?: string
}

export type StatedDate = Pick<
  DateMention,
  'year' | 'month' | 'day' | 'edge' | 'upTo' | 'term' | 'everyYear' | 'ofYear' | 'isEndOf'
> & {
  phrase: string
}

/** One row or cell of a table with the heads it stands under. */
export type StatedCells = { table: string; label: string; entries: { column: string; value: string }[] }

/** Alternatives, verbatim: one of them is enough. */
export type Group = { mode: 'any'; from: 'text' | 'lead-in'; members: string[] }

/** `context`: what is done, without a rule of its own; `before`, `after`: rules that this one goes on from, or what goes on from it. */
export type PartRole = 'time' | 'condition' | 'context' | 'before' | 'rule' | 'after' | 'exception'

/** A verbatim stretch of a sentence; `joint` is the sign before it. */
export type Part = { role: PartRole; text: string; joint: '，' | '；' | '：' | '' }

/**
 * One thing that a notice says. Offsets are UTF-16 code units of the clause's `text`, ends exclusive. All strings are verbatim
 * stretches of the notice in its order; nothing in a slot is guessed: what isn't said is undefined.
 */
export type Statement = {
  /** Unique and stable within the notice: clause id and number, `1.2.1#1`. */
  id: string
  notice: string
  clause: string
  /** The rule itself. */
  span: [number, number]
  /** The sentence it stands in: what is quoted in its place. */
  sentence: [number, number]
  programme?: string
  kind: StatementKind
  topic?: Topic
  modality: Modality
  /** 原则上, 一般, 力争. */
  hedge?: string
  /** Who acts or what is spoken of. */
  subject?: string
  /** Who gets what is given: 每家单位, 对项目单位. */
  recipient?: string
  verb?: string
  /** What is counted or measured. */
  metric?: string
  /** What follows a figure: 专利开放许可 of 不少于3项专利开放许可. */
  object?: string
  figure?: StatedFigure
  date?: StatedDate
  /** What limits the time that counts, verbatim: 截至申报日, 2023年至申报日, 在2025年内. No deadline. */
  measured?: string
  /** Lead-in of the list it stands in, or its heading, verbatim with its colon. */
  leadIn?: string
  /** The words of its sentence that it needs, in the order of the text, the rule among them. */
  parts: Part[]
  /** A bracket behind the rule that limits it. */
  note?: string
  cells?: StatedCells
  group?: Group
  /** Ids of statements of the same sentence that hold beside this one. */
  with: string[]
  /** Which clause a slot came from that isn't in this one. */
  inherited: Record<string, string>
  /** What no slot took; '' is needed for a wording. */
  unaccounted: string
  /** Whether its wording may be said: all accounted for, and read again it is the same. */
  sure: boolean
}

/** Statements that may be said in other words than the notice's, by `notice#clause`. */
export type Said = Pick<ReadonlyMap<string, readonly Statement[]>, 'get'>
