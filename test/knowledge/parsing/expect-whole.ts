import { expect } from 'vitest'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

/**
 * Expects of a parsed notice what holds for every one: the spans of its clauses are disjoint and hold every character
 * that is no white space; each quote is what its spans hold, and its source word for word once white space is removed;
 * ids are unique, parents stand before their children.
 */
export function expectWhole({ source, clauses }: Notice): void {
  const spans = clauses.flatMap((clause) => clause.spans).sort((a, b) => a.start - b.start)
  let end = 0
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(end)
    expect(span.end).toBeGreaterThan(span.start)
    expect(source.slice(end, span.start).trim()).toBe('')
    end = span.end
  }
  expect(source.slice(end).trim()).toBe('')

  const ids = clauses.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const squeezed = squeeze(source)
  for (const [at, { id, parent, quote, text, spans }] of clauses.entries()) {
    expect(squeeze(quote), id).toBe(squeeze(spans.map(({ start, end }) => source.slice(start, end)).join('')))
    if (spansTouch(source, spans)) expect(squeezed, id).toContain(squeeze(quote))
    expect(text.trim(), id).toBe(text)
    expect(text, id).not.toBe('')
    if (parent !== undefined) expect(ids.slice(0, at), id).toContain(parent)
  }
}

/** Whether nothing stands between the spans, as a page number does within a sentence. */
const spansTouch = (source: string, spans: { start: number; end: number }[]): boolean =>
  spans.every((span, at) => at === 0 || source.slice(spans[at - 1]!.end, span.start).trim() === '')
