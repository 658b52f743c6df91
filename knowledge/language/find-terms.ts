import type { DateEdge, DateMention } from './date-shape.ts'
import { findNumbers } from './find-numbers.ts'

type Term = NonNullable<DateMention['term']>

/** A term in a condensed and masked text: a length of time with the words that say when. */
export type FoundTerm = {
  start: number
  end: number
  from: number
  to: number
  edge: DateEdge
  term: Term
  isRecent: boolean
}

const units: ReadonlySet<string> = new Set(['日', '工作日', '周', '月', '年'])
const recent = /(?:最近|近|过去)(?:的)?$/u
const early = /提前(?:至少|不少于)?$/u
/** 自受理之日起, 公示结束后. */
const since = /(?:之日|之时|日)?(?:起算?|之后|以后|后)(?:的|第|满)?$/u
const until = /(?:之)?前(?:至少|不少于)?$/u
const opening = /^(?:.*(?:自|从|在|于)|(?:并|且|应当?|须|需|要)*)/u
const ending = /(?:满|到期|结束|开始|终止|截止|日|期限)$|[在于]\p{Script=Han}{2,12}$/u

const edges: [RegExp, DateEdge][] = [
  [/^(?:以内|之内|内)/u, 'within'],
  [/^(?:之前|以前|前)(?!述|期)/u, 'before'],
  [/^(?:之后|以后|后)(?!续|期)/u, 'from'],
]

/** What stands before the term in its chunk. */
function chunkBefore(text: string, start: number): string {
  const reach = Math.max(0, start - 40)
  // Half a pair is no character.
  const before = text.slice(/[\udc00-\udfff]/.test(text[reach] ?? '') ? reach + 1 : reach, start)
  return before.slice(before.search(/[^，。；：;:、！？\0（）]*$/u))
}

type Anchored = { edge?: DateEdge; anchor?: string; length: number }

const anchorOf = (chunk: string): string => chunk.replace(opening, '')

/** The event that a term counts from, by the words right before it. */
function anchorBefore(chunk: string, followed: DateEdge | undefined): Anchored {
  const [led] = since.exec(chunk) ?? until.exec(chunk) ?? []
  const edge = led !== undefined && since.exec(chunk) === null ? 'before' : undefined
  if (led === undefined && !(followed === 'before' && ending.test(chunk))) return { length: 0 }
  const anchor = anchorOf(chunk.slice(0, chunk.length - (led ?? '').length))
  return anchor === '' ? { length: 0 } : { ...(edge && { edge }), anchor, length: (led ?? '').length + anchor.length }
}

function readTerm(text: string, start: number, end: number, value: number, unit: Term['unit']): FoundTerm | undefined {
  const chunk = chunkBefore(text, start)
  const [pattern, followed] = edges.find(([candidate]) => candidate.test(text.slice(end, end + 4))) ?? []
  const behind = pattern?.exec(text.slice(end, end + 4))?.[0].length ?? 0
  const [led] = recent.exec(chunk) ?? early.exec(chunk) ?? []
  if (led !== undefined) {
    const isRecent = recent.test(chunk)
    return {
      start,
      end,
      from: start - led.length,
      to: end + behind,
      edge: isRecent ? 'within' : 'before',
      term: { value, unit },
      isRecent,
    }
  }
  const { edge, anchor, length } = anchorBefore(chunk, followed)
  if (followed === undefined && edge === undefined) return undefined
  const term = { value, unit, ...(anchor !== undefined && { anchor }) }
  return { start, end, from: start - length, to: end + behind, edge: edge ?? followed!, term, isRecent: false }
}

/** Finds the terms of a condensed and masked text, in order: 收到之日起15个工作日内, 合同期满前3个月, 近三年. */
export function findTerms(text: string): FoundTerm[] {
  return findNumbers(text).flatMap(({ start, end, kind, unit, value, upTo }) => {
    if (kind !== 'duration' || !units.has(unit) || upTo !== undefined) return []
    return readTerm(text, start, end, value, unit as Term['unit']) ?? []
  })
}
