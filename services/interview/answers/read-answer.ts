import { foldShapes } from '../../../knowledge/language/shapes.ts'
import type { Fact } from '../../eligibility/fact.ts'
import { findPersonal } from '../../privacy/mask.ts'
import { readChoice, readClaim } from './read-claim.ts'
import { readFigure } from './read-figure.ts'

/**
 * What was made of an answer. `unknown`: the person doesn't know. `vague`: a figure that decides nothing for sure, or
 * can be meant in two units. `unreadable`: nothing the fact takes.
 */
export type Reading =
  | { kind: 'value'; value: boolean | number | string; isApproximate: boolean }
  | { kind: 'unknown' }
  | { kind: 'vague'; why: 'inexact' | 'unit' | 'percent' }
  | { kind: 'unreadable' }

const unknown =
  /^(?:我们?|这个|这项|也|还|暂时|目前|现在|真|[，,])*(?:不清楚|不知道|不确定|不了解|不太清楚|不太确定|不太了解|不晓得|说不准|说不清|不好说|拿不准|记不清|没有?统计过?|待确认|未知|不详|跳过|unknown|skip|not ?sure|i ?don'?t ?know|idk)(?:了|的|呢|啊|哦|吧|[，,。.！!]|跳过)*$/iu

/** An estimate is taken only where half of it would still be beyond every limit. */
const estimateMargin = 2

/**
 * Reads what a person typed as the answer to a fact. Nothing is guessed or rounded: a figure said to be no less than
 * some amount is taken as that amount only where this is beyond every limit, so that it decides as the exact one would.
 *
 * @param limits The figures that the fact is held against, in its unit.
 */
export function readAnswer(fact: Fact, said: string, limits: readonly number[]): Reading {
  const typed = foldShapes(said)
  if (unknown.test(typed.trim())) return { kind: 'unknown' }
  if (fact.type === 'bool') return sure(readClaim(fact, typed))
  if (fact.type === 'choice') return sure(readChoice(fact, typed))
  // Without a unit a telephone or card number looks like a figure.
  if (/^[\d\s()+-]+$/u.test(typed) && findPersonal(typed).length > 0) return { kind: 'unreadable' }
  const figure = readFigure(fact, typed)
  if (figure === undefined) return { kind: 'unreadable' }
  if (figure === 'loose') return { kind: 'vague', why: 'inexact' }
  const { value, bound, doubt } = figure
  if (doubt) return { kind: 'vague', why: doubt }
  if (bound === 'exact') return { kind: 'value', value, isApproximate: false }
  const least = bound === 'about' ? value / estimateMargin : value
  const isBeyond = limits.every((limit) => least > limit)
  return isBeyond ? { kind: 'value', value, isApproximate: true } : { kind: 'vague', why: 'inexact' }
}

function sure(value: boolean | string | undefined): Reading {
  return value === undefined ? { kind: 'unreadable' } : { kind: 'value', value, isApproximate: false }
}
