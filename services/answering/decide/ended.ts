import { endOf } from '../../eligibility/notice-end.ts'
import type { Inquiry } from '../answer.ts'
import type { Finding } from './finding.ts'

const answering: ReadonlySet<Finding['status']> = new Set([
  'answered',
  'listed',
  'corrected',
  'compared',
  'deadline-passed',
  'roster',
])

/** Adds that the notice which answers has been put out of force, and by which clause; its last day says nothing then. */
export function withEnd(inquiry: Inquiry, finding: Finding): Finding {
  const { catalogue, today, question } = inquiry
  const notice = catalogue.notices.find(({ id }) => id === finding.scope?.notice)
  if (!notice || !answering.has(finding.status)) return finding
  const end = endOf(notice, catalogue.notices)
  const entry = end && catalogue.find(end.source.notice, end.source.clause)
  if (!entry || (end.from !== undefined && end.from > today)) return finding
  const { closed: _, ...rest } = finding
  const ended = { notice, entry, quote: end.source.quote, ...(end.from !== undefined && { from: end.from }) }
  if (rest.kind !== 'deadline') return { ...rest, ended }
  const { status: _status, window: _window, quoted, was: _was, ...common } = rest
  return {
    ...common,
    kind: 'clauses',
    aspects: [...question.aspects],
    status: 'deadline-passed',
    shown: [quoted],
    ended,
  }
}
