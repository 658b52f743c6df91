import { fold } from '../../knowledge/finding/catalogue.ts'
import { heldInNames, unitsIn } from './find-unit.ts'
import type { RosterRow } from './roster.ts'

/** Units up to which a short name lets one choose. */
const mostMeant = 8

/** The units that the one short name in a text may mean, as they are written in the lists and in their order; none where it means but one. */
export function unitsMeant(rows: RosterRow[], text: string): { name: string; units: string[] } | undefined {
  const [known, other] = unitsIn(rows, text)
  const part = known ? [] : heldInNames(rows, fold(text))
  const named = known ?? (part.length > 0 ? { name: text, rows: part } : undefined)
  const meant = new Set(named?.rows)
  const units = [...new Set(rows.filter((row) => meant.has(row)).map(({ unit }) => unit))]
  if (!named || other || units.length < 2 || units.length > mostMeant) return undefined
  return { name: named.name, units }
}
