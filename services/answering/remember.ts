import { cutTo, lengthOf } from '../../knowledge/language/characters.ts'
import type { Aspect } from '../../knowledge/finding/aspects.ts'
import type { Memory } from './answer.ts'
import type { Finding } from './decide/finding.ts'
import { asksAnything } from './understand/cues.ts'
import { earlierScopes } from './understand/going-back.ts'
import { givesFigureOnly, type Question, type Scope } from './understand/question.ts'

/** What a question names, though it was not answered. */
function namedScope({ named, programmes }: Question): Scope | undefined {
  const [notice] = named
  if (!notice) return undefined
  const programme = notice.programmes.find(({ id }) => programmes.has(id))?.id
  return programme === undefined ? { notice: notice.id } : { notice: notice.id, programme }
}

/** The unit that an answer from a list is about; it stays while its notice does. */
function unitKept(finding: Finding, scope: Scope | undefined, memory: Memory): string | undefined {
  if (finding.kind === 'roster' && finding.status === 'roster') return finding.unit
  // A row that was found as a clause may be another unit's.
  if (finding.rests[0]?.clause.kind === 'row') return undefined
  return scope?.notice === memory.scope?.notice ? memory.unit : undefined
}

/** The programmes that a number picks from: those asked back, or offered beside the newest one's answer. */
const choicesOf = (finding: Finding): Scope[] | undefined =>
  (finding.kind === 'clarify' ? finding : finding.others)?.choices.map(({ notice, programme }) => ({
    notice: notice.id,
    programme: programme.id,
  }))

/** Aspects kept as asked for. */
const mostHeard = 12

/** What has been asked of the scope, the last one last. */
function heardOf({ aspects }: Question, scope: Scope | undefined, memory: Memory): string[] | undefined {
  const isSame = scope?.notice === memory.scope?.notice && scope?.programme === memory.scope?.programme
  const before = (isSame ? (memory.heard ?? []) : []).filter((key) => !aspects.has(key as Aspect))
  const heard = [...before, ...aspects].slice(-mostHeard)
  return heard.length > 0 ? heard : undefined
}

/** Characters of a question that a follow-up may lean on. */
export const contentKept = 200

/** What holds for a whole notice, such as its contact, leaves the programme that is spoken of. */
function withProgramme(scope: Scope | undefined, spokenOf: (Scope | undefined)[]): Scope | undefined {
  if (scope?.programme !== undefined) return scope
  const programme = spokenOf.find((one) => one?.notice === scope?.notice)?.programme
  return scope && programme !== undefined ? { ...scope, programme } : scope
}

/** What the next turn may lean on. Only a named notice or an answer moves the topic; what wasn't understood moves nothing. */
export function remember(question: Question, finding: Finding, memory: Memory): Memory {
  const isAnswered = finding.rests.length > 0
  // A question asked back is open until the next message says what it is about.
  const isAbout = isAnswered || question.named.length > 0 || finding.kind === 'clarify'
  const list = finding.list?.map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id }))
  const named = question.leansOn && !isAnswered ? undefined : namedScope(question)
  const scope = withProgramme(finding.scope, [named, memory.scope]) ?? named ?? memory.scope
  return {
    scope,
    earlier: earlierScopes(scope, memory),
    unit: unitKept(finding, scope, memory),
    sides: (finding.kind === 'comparison' ? finding.sides : undefined) ?? (isAnswered ? undefined : memory.sides),
    heard: heardOf(question, scope, memory),
    english: memory.english,
    roster:
      isAnswered || finding.status === 'not-in-roster'
        ? finding.status === 'roster' || finding.status === 'not-in-roster'
        : memory.roster,
    aspects: isAbout && question.aspects.size > 0 ? [...question.aspects] : memory.aspects,
    cues: isAbout && asksAnything(question.cues) ? [...question.cues] : memory.cues,
    content:
      isAbout && lengthOf(question.content) > 1 && !givesFigureOnly(question)
        ? cutTo(question.content, contentKept)
        : memory.content,
    choices: choicesOf(finding),
    list: list && list.length > 0 ? list : memory.list,
    rests: isAnswered
      ? finding.rests.slice(0, 3).map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id }))
      : memory.rests,
  }
}
