import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { leastProbability } from '../answering/retrieve/gate.ts'
import { kinOf } from '../answering/understand/named-parts.ts'
import type { Scope } from '../answering/understand/question.ts'
import { scopeOf } from '../answering/understand/scopes.ts'
import type { QuestionSense } from '../similarity/sense.ts'
import type { Faq } from './faq.ts'

/** What an answer holds for: what staff have said, else the notices and programmes of its clauses, each once; none: for any. */
export function scopesOf(catalogue: Catalogue, { scope, clauses }: Pick<Faq, 'scope' | 'clauses'>): Scope[] {
  if (scope) return [scope]
  const scopes = clauses.flatMap(({ notice, clause }) => {
    const entry = catalogue.find(notice, clause)
    return entry ? [scopeOf(entry)] : []
  })
  return scopes.filter((one, at) => scopes.findIndex((other) => isSame(one, other)) === at)
}

const isSame = (one: Scope, other: Scope): boolean => one.notice === other.notice && one.programme === other.programme

/** Whether a scope lies in another, as far as both say: what holds for a notice holds for each of its programmes. */
const isWithin = (one: Scope, other: Scope): boolean =>
  one.notice === other.notice &&
  (one.programme === undefined || other.programme === undefined || one.programme === other.programme)

const scopeIn = (text: string): Scope => {
  const [notice = '', programme] = text.split('/')
  return { notice, programme }
}

/** The scope of the clause that a question leads to, whether or not that answers it. */
function scopeOfFirst(catalogue: Catalogue, { clauses }: QuestionSense): Scope | undefined {
  const [first = ''] = Object.keys(clauses)
  const at = first.indexOf('#')
  const entry = at < 0 ? undefined : catalogue.find(first.slice(0, at), first.slice(at + 1))
  return entry && scopeOf(entry)
}

/** The scope of the clause that a question leads to, where that answers it. */
const foundScope = (catalogue: Catalogue, sense: QuestionSense): Scope | undefined =>
  sense.answered < leastProbability ? undefined : scopeOfFirst(catalogue, sense)

/** Whether a question names one of a notice's programmes: 医疗卫生 names their notice only. */
const namesProgramme = ({ contrasts }: QuestionSense): boolean => contrasts['programme-kind'] !== undefined

/** What a question is about, of what an answer holds for; `isDoubtful` where a clause of something else may answer it. */
export type ScopeMeant = { scope: Scope; isDoubtful: boolean }

/**
 * Which of the scopes of an answer a question may be about: the one it names, the one spoken of, or the one its clause stands
 * in; where it names none, one of which there is no newer of the same kind. What was spoken of and is not of the same kind
 * stands in no answer's way.
 *
 * @param spokenOf What its conversation is about.
 */
export function scopeMeant(
  catalogue: Catalogue,
  scopes: readonly Scope[],
  sense: QuestionSense,
  spokenOf: Scope | undefined,
): ScopeMeant | undefined {
  const among = (meant: Scope | undefined) => meant && scopes.find((scope) => isWithin(meant, scope))
  const direct = sense.scope === undefined ? undefined : among(scopeIn(sense.scope))
  if (direct) return { scope: direct, isDoubtful: false }
  const led = namesProgramme(sense) ? undefined : among(scopeOfFirst(catalogue, sense))
  if (led && led.notice === scopeIn(sense.scope ?? '').notice)
    return { scope: led, isDoubtful: sense.answered < leastProbability }
  const isLeaning = spokenOf !== undefined && sense.scope?.split('/')[0] === spokenOf.notice
  if (sense.scope !== undefined && !isLeaning) return undefined
  if (spokenOf && !among(spokenOf) && scopes.some((scope) => areOfOneKind(catalogue, spokenOf, scope))) return undefined
  const found = foundScope(catalogue, sense)
  const scope = among(found) ?? scopes.find((one) => isNewest(catalogue, one))
  return scope && { scope, isDoubtful: found !== undefined && !among(found) }
}

/** Whether no newer notice of the same kind is in use. */
function isNewest({ notices }: Catalogue, { notice: id }: Scope): boolean {
  const own = notices.find((notice) => notice.id === id)
  return (
    own !== undefined &&
    kinOf(
      own,
      notices.filter(({ year }) => year > own.year),
    ) === undefined
  )
}

/** Whether what holds for one may be asked of the other too: programmes of one notice, calls of two years. */
function areOfOneKind({ notices }: Catalogue, one: Scope, other: Scope): boolean {
  if (one.notice === other.notice) return true
  const [own, its] = [one, other].map(({ notice }) => notices.find(({ id }) => id === notice))
  if (!own || !its) return false
  return (own.programmes.length > 0 && its.programmes.length > 0) || kinOf(own, [its]) !== undefined
}

/** Years that an answer may be asked with: those of the notices it holds for. */
export const yearsOf = ({ notices }: Catalogue, scopes: readonly Scope[]): number[] =>
  scopes.flatMap(({ notice }) => notices.find(({ id }) => id === notice)?.year ?? [])
