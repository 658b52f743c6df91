import type { RosterFinding, Step } from './finding.ts'
import { findAbsent, findOwn } from './roster-absent.ts'
import { type Asking, readAsking } from './roster-asking.ts'
import { findExtremes } from './roster-extremes.ts'
import { findFollowUp, findNumber } from './roster-follow-up.ts'
import { findGroup, findGroupCounts, findKind, findLists } from './roster-groups.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import { heldInNames } from '../../roster/find-unit.ts'
import { unitCard } from '../../roster/unit-card.ts'
import { findUnits } from './roster-units.ts'

/** The ways of answering from lists of units, the most particular first. */
const ways: ((asking: Asking) => RosterFinding | undefined)[] = [
  findNumber,
  findUnits,
  findExtremes,
  findGroupCounts,
  findFollowUp,
  findGroup,
  findKind,
  findLists,
]
/** What a list says of nobody: who is not in it, who need not take part. */
const ofNames = [findNumber, findUnits]

/**
 * Answers from the tables of units in the notices, whatever they are called: a unit's rows, the units of a project, a batch
 * or a district, a row by its number, how many there are. Passes where a word of the question is none that they account for.
 */
export const findInRosters: Step = (inquiry) => {
  const asking = readAsking(inquiry)
  if (!asking) return undefined
  const own = findOwn(asking)
  if (own && (asking.inquiry.question.english || asking.reading.left.length === 0)) return own
  if (asking.reading.left.length > 0) return findPart(asking) ?? findAbsent(asking)
  for (const way of asking.wants.isNegated || isOfClause(asking) ? ofNames : ways) {
    const finding = way(asking)
    if (finding) return withCard(finding, asking)
  }
  return undefined
}

/** The units whose names hold a message that is nothing else, where no clause outside the lists speaks of it: 蓝天经济. */
function findPart(asking: Asking): RosterFinding | undefined {
  const { reading, text, inquiry } = asking
  if (reading.left.join('') !== text || reading.units.length > 0) return undefined
  const isSpokenOf = inquiry.catalogue.entries.some(({ clause }) => clause.kind !== 'row' && clause.text.includes(text))
  const rows = isSpokenOf ? [] : heldInNames(reading.rows, text)
  if (rows.length === 0) return undefined
  const found = findUnits({ ...asking, reading: { ...reading, left: [], units: [{ name: text, rows }] } })
  return found && withCard(found, asking)
}

/** Probability from which a clause that is found answers a question which speaks of no list. */
const surely = 0.6

/** Whether a clause outside the lists states how many, where no list is spoken of: 惠及多少家企业 asks of a target. */
function isOfClause({ inquiry: { ranked, probability, question }, isOnLists, wants }: Asking): boolean {
  const [best] = ranked
  const { kind, unit } = question.value
  if (!best || isOnLists || !wants.count || probability < surely) return false
  return best.entry.clause.kind !== 'row' && holdsValue(best.entry.own, kind, unit)
}

/** With what its unit hands in, where it is about one alone. */
function withCard(finding: RosterFinding, { last, inquiry: { catalogue } }: Asking): RosterFinding {
  const { unit, rows } = finding
  if (unit === undefined) return finding
  const own = (rows.length > 0 ? rows : last).filter((row) => row.unit === unit)
  return { ...finding, card: unitCard(catalogue, unit, own) }
}
