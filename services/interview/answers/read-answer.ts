import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { type Approximate, decides } from '../../eligibility/approximate.ts'
import { englishWordsOf } from '../../eligibility/fact-texts.ts'
import type { Fact } from '../../eligibility/document-facts.ts'
import { findPersonal } from '../../privacy/mask.ts'
import { figureFromEnglish } from './english-figures.ts'
import { readChoice } from './read-choice.ts'
import { readClaim } from './read-claim.ts'
import { readDay } from './read-day.ts'
import { readEnglishClaim } from './read-english-claim.ts'
import { readFigure } from './read-figure.ts'
import { isHedged } from './read-hedged.ts'

/**
 * What was made of an answer. `unknown`: the person doesn't know. `vague`: a figure that decides nothing for sure, or
 * can be meant in two units, a day that is named in part, or a yes or no that is said with a doubt. `unreadable`: nothing the fact takes. `said` keeps how a figure is not exact.
 */
export type Reading =
  | { kind: 'value'; value: boolean | number | string; said?: Approximate }
  | { kind: 'unknown' }
  | { kind: 'vague'; why: 'inexact' | 'unit' | 'percent' | 'hedged' | 'day' }
  | { kind: 'unreadable' }

const unknown =
  /^(?:我们?|这个|这项|也|还|暂时|目前|现在|真|是真的?|[，,])*(?:不清楚|不知道|不确定|不了解|不太清楚|不太确定|不太了解|不晓得|弗晓得|说不准|说不清|不好说|拿不准|记不清|没有?统计过?|没有?听说过?|没有?[数算查看]过|不懂|待确认|未知|不详|跳过|unknown|skip|not ?sure|i ?(?:do ?n['’]?o?t|dunno) ?know|no ?idea|idk|dunno)(?:了|的|呢|啊|哦|吧|[，,。.！!]|跳过)*$/iu

const unknownInEnglish =
  /^(?:(?:sorry|hm+|well|honestly|um+|i think|,)[, ]*)*(?:(?:i|we)(?: am| are|['’]m|['’]re)? )?(?:not (?:quite |really |so |very |too |entirely )?(?:sure|certain|clear)|unsure|uncertain|(?:really )?(?:do ?n['’]?o?t|don['’]t|can['’]?t|cannot|could ?n['’]?t) (?:really )?(?:know|say|tell)|have(?: no|n['’]t (?:an|any)) (?:idea|clue)|no (?:idea|clue)|hard to (?:say|tell)|unknown|not known|to be confirmed|tbc|tbd|haven['’]t (?:counted|checked|looked))(?:[, ]+(?:yet|about (?:that|this|it)|at the moment|right now|sorry|skip(?: (?:it|this))?))*[.! ]*$/iu

/**
 * Reads what a person typed as the answer to a fact. Nothing is guessed or rounded: a figure that is not exact is taken
 * only where each one that may be meant is on the same side of every limit, so that it decides as the exact one would.
 *
 * @param limits The figures that the fact is held against, in its unit.
 */
export function readAnswer(fact: Fact, said: string, limits: readonly number[]): Reading {
  const typed = foldShapes(said)
  if (unknown.test(typed.trim()) || unknownInEnglish.test(typed.trim())) return { kind: 'unknown' }
  const isEnglish = /[a-z]{2}/iu.test(typed) && !/\p{Script=Han}/u.test(typed)
  if (fact.type === 'bool') {
    const englishWords = isEnglish ? englishWordsOf(fact) : undefined
    const claim = readClaim(fact, typed) ?? (isEnglish ? readEnglishClaim(typed, englishWordsOf(fact)) : undefined)
    return claim === undefined && isHedged(fact, typed, englishWords) ? { kind: 'vague', why: 'hedged' } : sure(claim)
  }
  if (fact.type === 'choice') return sure(readChoice(fact, typed))
  if (fact.type === 'date') {
    const read = readDay(typed)
    return read === 'part' ? { kind: 'vague', why: 'day' } : sure(read?.day)
  }
  // Without a unit a telephone or card number looks like a figure.
  if (/^[\d\s()+-]+$/u.test(typed) && findPersonal(typed).length > 0) return { kind: 'unreadable' }
  const figure = readFigure(fact, (isEnglish ? figureFromEnglish(typed, englishWordsOf(fact)) : undefined) ?? typed)
  if (figure === undefined) return { kind: 'unreadable' }
  if (figure === 'loose') return { kind: 'vague', why: 'inexact' }
  const { value, doubt, said: approximate } = figure
  if (doubt) return { kind: 'vague', why: doubt }
  if (!approximate) return { kind: 'value', value }
  const isDecided = limits.every((limit) => decides(approximate, limit))
  return isDecided ? { kind: 'value', value, said: approximate } : { kind: 'vague', why: 'inexact' }
}

function sure(value: boolean | string | undefined): Reading {
  return value === undefined ? { kind: 'unreadable' } : { kind: 'value', value }
}
