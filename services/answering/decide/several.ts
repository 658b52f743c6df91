import type { Inquiry, Status } from '../answer.ts'
import { decide } from './decide.ts'
import type { Finding } from './finding.ts'

/** Statuses of a finding that may have left another of several asks open. */
const single = new Set<Status>(['answered', 'deadline-passed', 'corrected'])
/** Probability from which one of several asks is answered by itself. */
const leastForAsk = 0.5

/**
 * What was found, with what else the message asks for, each from a clause of its own in the same notice.
 *
 * @param asks The single asks of the message.
 * @param find Understands one of them and retrieves for it.
 */
export async function withOtherAsks(
  { question }: Inquiry,
  first: Finding,
  asks: string[],
  find: (ask: string) => Promise<Inquiry>,
): Promise<Finding> {
  if (!single.has(first.status) || question.english) return first
  const findings = [first]
  for (const ask of asks) {
    const own = await find(ask)
    const other = decide(own)
    const rests = findings.flatMap((finding) => finding.rests)
    const isNew = other.rests.length > 0 && other.rests.every((entry) => !rests.includes(entry))
    const isSure = single.has(other.status) && own.probability >= leastForAsk
    const isHere = other.rests[0]?.notice === rests[0]?.notice
    if (isNew && isSure && isHere) findings.push(other)
  }
  if (findings.length === 1) return first
  const { status, scope, list } = first
  const rests = findings.flatMap((finding) => finding.rests)
  return { kind: 'several', status, findings, rests, ...(scope && { scope }), ...(list && { list }) }
}
