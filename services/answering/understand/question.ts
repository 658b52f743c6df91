import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { ValueKind } from '../../../knowledge/finding/values.ts'
import { foldWidth } from '../../../knowledge/language/clean-text.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { CueName } from './cues.ts'

/**
 * A word of the question that an answer should speak to: any of `words`, or the aspect where it stands for one.
 * `unknown` where no clause holds any of them.
 */
export type Unit = { words: string[]; weight: number; aspect?: Aspect; unknown?: boolean }

/** What a form of words asks for beside a fact. */
export type Intent = 'list' | 'comparison' | 'confirmation' | 'definition'

/** A notice, or one programme of it, that a question is about or an answer is looked for in. */
export type Scope = { notice: string; programme?: string | undefined }

/** What a question's wording says, before it is held against the loaded notices. */
export type Wording = {
  asked: string
  /** Folded, translated and repaired; what the rest is read from. */
  text: string
  english: boolean
  /** All years named. */
  spokenYears: number[]
  aspects: Set<Aspect>
  aspectTerms: Unit[]
  value: { kind: ValueKind; unit: string }
  intents: Set<Intent>
  /** What is left without years and words for aspects. */
  rest: string
}

/** How strongly a question's words point to each notice, in nats: 0 where no word tells the loaded notices apart. */
export type ScopeEvidence = {
  title: Map<string, number>
  body: Map<string, number>
  bestTitle: number
  bestBody: number
}

/** A word of a question, with what the ranking needs to know of it. */
export type Term = Unit & {
  /** Whether it stands beside the word that asks: 多少, 谁, 吗. */
  near: boolean
  /** Whether it says which notice is meant: the title of one named holds it. */
  names?: boolean
}

/** A question as the ranking reads it: all its words, and what they point to among the loaded notices. */
export type Asked = {
  text: string
  /** The text cut into words of the language. */
  segments: readonly string[]
  terms: Term[]
  aspects: ReadonlySet<Aspect>
  /** What its wording, the kind of value that it waits for and its aspects say it asks for. */
  cues: readonly CueName[]
  /** The words of the last question, where this one goes on from it. */
  context: readonly Unit[]
  /** The number of the point or row asked for: 3 for 第三条. */
  ordinal: number | undefined
  value: { kind: ValueKind; unit: string }
  /** Years named that say which notice is meant. */
  years: number[]
  /** Figures other than years, as digits. */
  figures: string[]
  evidence: ScopeEvidence
  /** The notices whose titles hold most of what tells the loaded ones apart: those that the question itself names. */
  named: Notice[]
  /** The notices meant: those named, else the one leant on. */
  notices: Notice[]
  /** Ids of the programmes that it names by a part of their titles. */
  programmes: Set<string>
  /** What was spoken of before, where the question names no notice itself. */
  leansOn: Scope | undefined
  /** Id of the notice that a question without a year leads to, where none is spoken of: the newest that opens a programme. */
  presumed: string | undefined
  /** Whether notices or programmes are held against each other. */
  isCompared: boolean
  english: boolean
}

/** A question as understood without a model: what it is about and what kind of answer it waits for. */
export type Question = Wording &
  Asked & {
    /** Runs of Chinese characters left when all else is taken away: 高价值专利. */
    runs: string[]
    /** The question without the words that only say which notice is meant: what a follow-up carries over. */
    content: string
  }

/** What is asked about, without the words that only stand for an aspect or say which notice is meant. */
export const subjectUnits = ({ terms }: Pick<Asked, 'terms'>): Unit[] =>
  terms.filter((term) => !term.aspect && !term.names)

/** What people say around a figure of their own, which says nothing else. */
const before =
  /^(?:那么?|要是|如果|假如|我们?|咱们?|我[院校司所]|本[院校单位]+|医院|学校|公司|现在|目前|一共|总共|大概|差不多|只有|才|就|有|是|and|with|we|have|only|[,，\s])*$/iu
const after = /^(?:呢|啊|呀|吗|嘛|么|吧|的|了|话|行|[?？。.！!，,\s])*$/u

/** Whether a message gives a figure and says nothing of its own beside: 「我们99件呢」. */
export function givesFigureOnly({ asked }: Pick<Question, 'asked'>): boolean {
  const text = foldWidth(asked)
  const [figure, ...others] = readFigures(text)
  return (
    figure !== undefined &&
    others.length === 0 &&
    before.test(text.slice(0, figure.from)) &&
    after.test(text.slice(figure.to))
  )
}

/** The weights of units together. */
export const totalWeight = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.weight, 0)
