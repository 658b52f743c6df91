import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { type Reading, shareHeld } from './reading.ts'
import { type YearName, yearNames } from './year-features.ts'

/** Whether the notice, the year, the programme and the list of a clause are those asked about. */
export const scopeNames = [
  'titleGap',
  'body',
  'otherProgramme',
  ...yearNames,
  'replaced',
  'recent',
  'presumed',
  'presumedFew',
  'sameNotice',
  'sameProgramme',
  'sameClause',
  'sameList',
  'context',
] as const
/** What is the same for all passages of a clause. */
type Scope = Record<Exclude<(typeof scopeNames)[number], YearName>, number>

const logistic = (value: number): number => value / (1 + Math.abs(value))

export function scopeFeatures(reading: Reading, entry: Entry): Scope {
  const { asked, catalogue, newest } = reading
  const { evidence, leansOn, years } = asked
  const { notice, clause } = entry
  const sameNotice = leansOn?.notice === notice.id
  // A question that names its notice stands by itself: it goes on in the same notice, not on the same clause.
  const rests = asked.named.length === 0 ? reading.rests.filter((rest) => rest.notice === notice.id) : []
  const isReplaced = years.length === 0 && catalogue.notices.some(({ replaces }) => replaces.includes(notice.id))
  return {
    titleGap: Math.max(-2, (evidence.title.get(notice.id) ?? 0) - evidence.bestTitle),
    body: logistic((evidence.body.get(notice.id) ?? 0) - evidence.bestBody),
    otherProgramme: isOfOther(reading, entry) ? 2 : 0,
    replaced: Number(isReplaced),
    recent: years.length === 0 ? Math.max(-1, (notice.year - newest) / 5) : 0,
    presumed: Number(asked.presumed === notice.id),
    presumedFew: asked.presumed === notice.id ? reading.few : 0,
    sameNotice: Number(sameNotice),
    sameProgramme: Number(sameNotice && leansOn.programme !== undefined && entry.programme?.id === leansOn.programme),
    sameClause: Number(leansOn !== undefined && rests.some((rest) => rest.clause === clause.id)),
    context: reading.contextIn(entry) * ownHeld(reading, entry) * reading.few,
    sameList: Number(
      sameNotice && rests.some((rest) => catalogue.find(rest.notice, rest.clause)?.parent === entry.parent),
    ),
  }
}

/** How much of the question's own words a clause holds: what was asked before counts of what it asks about alone. */
const ownHeld = (reading: Reading, entry: Entry): number => {
  const { company } = reading.heldIn(entry)
  return reading.weight === 0 ? 1 : shareHeld(reading, (at) => company[at]!)
}

/** Whether the question names a programme of the notice, and not the one that the clause is of. */
export function isOfOther(reading: Reading, { notice, programme }: Entry): boolean {
  if (notice.programmes.length < 2 || !programme) return false
  const { leansOn } = reading.asked
  const named = reading.programmesNamed(notice)
  if (named.length === 0 && leansOn?.notice === notice.id && leansOn.programme)
    return leansOn.programme !== programme.id
  return named.length > 0 && !named.includes(programme.id)
}
