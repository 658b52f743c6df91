import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { shortTitle } from './label.ts'
import { cellOf, type Roster, type RosterRow, rostersOf } from './roster.ts'

/** Characters from which on what a list alone is called is taken for its name in a sentence. */
const leastName = 4
/** Characters that the words may have with which a notice points to those on a list. */
const longestPointer = 12

const numbered = /^(?:[（(][^（）()]{1,3}[）)]|[\d一二三四五六七八九十]+[.、])/u

/** 合格诊所 of 合格诊所名单（19家）. */
const coreOf = (title: string): string =>
  title.replace(/[（(][^（）()]*[）)]/gu, '').replace(/(?:名单|清单|名录|名册|一览表|一览)$/u, '')

/** By what words a clause may speak of those on each list of a notice. */
function namesOf(rosters: readonly Roster[]): Map<Roster, string[]> {
  const cores = rosters.map(({ label }) => coreOf(label.title))
  return new Map(
    rosters.map((roster, at) => {
      const short = shortTitle({ ...roster.label, title: cores[at]! }, cores)
      const pointer = (roster.label.pointer?.before ?? '').replace(numbered, '')
      const names = [
        lengthOf(short) >= leastName ? short : cores[at]!,
        lengthOf(pointer) <= longestPointer ? pointer : '',
      ]
      return [roster, names.filter((name) => name !== '')]
    }),
  )
}

/** The clauses of a row's notice, outside its annexes, but for those that speak of another list alone. */
export function clausesFor(catalogue: Catalogue, { roster, entry: { notice } }: RosterRow): Entry[] {
  const rosters = rostersOf(catalogue).filter((other) => other.rows[0]?.entry.notice === notice)
  const names = namesOf(rosters)
  const own = names.get(roster) ?? []
  const others = [...names].flatMap(([other, called]) => (other === roster ? [] : called))
  const isOfOthers = ({ clause: { text, path } }: Entry): boolean => {
    const whole = `${path}${text}`
    return (
      others.some((name) => !own.includes(name) && whole.includes(name)) && !own.some((name) => whole.includes(name))
    )
  }
  return catalogue.entries.filter(
    (entry) =>
      entry.notice === notice &&
      !entry.clause.id.startsWith('a') &&
      entry.clause.kind !== 'front' &&
      !isOfOthers(entry),
  )
}

/** What offices do with papers that others hand in. */
const byOffices = /^\p{Script=Han}{0,14}(?:局|部门|委员会|委|办公室|处|科|秘书)(?:应当?|须|于|在|自|审核|负责|将)/u

/** Whether a sentence speaks of what an office does, and so to none of those listed unless they are offices. */
export const isOnOffices = (sentence: string, { unit }: RosterRow): boolean =>
  byOffices.test(sentence) && !/(?:局|部门|委员会|委|办公室|处|科)$/u.test(unit)

/** What tells the lists of a notice apart in their titles: 获奖 and 提名 of 卓越奖学金获奖名单 and 卓越奖学金提名名单. */
function tellingParts(rosters: readonly Roster[]): string[] {
  const cores = rosters.map(({ label }) => coreOf(label.title))
  const backwards = (text: string): string => [...text].reverse().join('')
  const withoutEnd = (all: string[]): string[] => all.map((title) => shortTitle({ ...rosters[0]!.label, title }, all))
  return withoutEnd(withoutEnd(cores).map(backwards)).map(backwards)
}

/** Whether a sentence begins with those on another list of the notice: 请获奖学生于… */
export function isOnOtherList(
  catalogue: Catalogue,
  sentence: string,
  { roster, entry: { notice } }: RosterRow,
): boolean {
  const rosters = rostersOf(catalogue).filter((other) => other.rows[0]?.entry.notice === notice)
  const telling = tellingParts(rosters)
  const own = telling[rosters.indexOf(roster)]
  const start = sentence.replace(/^(?:请|各|对|凡)+/u, '')
  return telling.some((part) => part !== own && lengthOf(part) >= 2 && start.startsWith(part))
}

/** Whether the words before a day speak of another group of the list than the row's: of the first batch, to one of the second. */
export function isForOthers(sentence: string, row: RosterRow): boolean {
  return row.roster.columns.groups.some((column) => {
    const own = cellOf(row, column)
    const values = new Set(row.roster.rows.map((other) => cellOf(other, column)))
    const named = [...values].filter((value) => lengthOf(value) >= 2 && sentence.includes(value))
    return named.length > 0 && !named.includes(own)
  })
}
