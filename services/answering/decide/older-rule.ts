import { lengthOf } from '../../../knowledge/language/characters.ts'
import { type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue, readQuantities } from '../../../knowledge/finding/values.ts'
import type { ResolvedProgramme } from '../../eligibility/resolve-programmes.ts'
import { factsRead } from '../../eligibility/rule.ts'
import type { Inquiry } from '../answer.ts'
import { replacementOf } from '../understand/scopes.ts'
import type { Ranked } from '../retrieve/features.ts'
import type { Quoted } from './finding.ts'
import { quotedFrom } from './source.ts'

/** What the notice that this one replaces says on the same point, where it states another figure. */
export function olderRule(inquiry: Inquiry, best: Ranked): Quoted | undefined {
  const { question, catalogue, ranked } = inquiry
  const { kind, unit } = question.value
  const states = ({ entry }: Ranked) => kind !== 'text' && holdsValue(entry.own, kind, unit)
  if (question.years.length > 0 || question.english || !states(best) || question.leansOn) return undefined
  const counterpart = counterpartOf(inquiry, best.entry)
  const older = ranked.find(
    (one) =>
      states(one) &&
      best.entry.notice.replaces.includes(one.entry.notice.id) &&
      one.best.features.company >= best.best.features.company - 0.15 &&
      one.best.features.aspect >= best.best.features.aspect,
  )
  const entry = counterpart ?? older?.entry
  if (!entry || replacementOf(catalogue, entry.notice)?.id !== best.entry.notice.id) return undefined
  const quoted = quotedFrom(inquiry, entry, 90)
  if (lengthOf(quoted.excerpt) > 110) return undefined
  const differs = readQuantities(fold(quoted.excerpt)).some(
    ({ value, unit: measure }) => !readQuantities(best.entry.own).some((q) => q.unit === measure && q.value === value),
  )
  return differs ? quoted : undefined
}

/** What the criteria of a notice's programmes ask for, by what the facts are called, and where that stands. */
const criteriaOf = (programmes: readonly ResolvedProgramme[], isOf: (notice: string) => boolean) =>
  programmes
    .filter(({ notice }) => isOf(notice))
    .flatMap(({ criteria, facts }) =>
      criteria.map(({ condition, source }) => ({
        source,
        asked: factsRead(condition).map((key) => facts[key]?.label ?? key),
      })),
    )

/** The clause of the older notice whose criterion reads what that of the clause reads, where the rules of both are known. */
function counterpartOf({ programmes, catalogue }: Inquiry, { notice, clause }: Entry): Entry | undefined {
  const own = criteriaOf(programmes, (id) => id === notice.id).filter(
    ({ source }) => source.notice === notice.id && source.clause === clause.id,
  )
  const read = new Set(own.flatMap(({ asked }) => asked))
  const older = criteriaOf(programmes, (id) => notice.replaces.includes(id))
  const same = older.find(({ asked }) => asked.some((label) => read.has(label)))
  return same && catalogue.find(same.source.notice, same.source.clause)
}
