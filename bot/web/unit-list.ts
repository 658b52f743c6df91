import { listName } from '../../services/answering/compose/list-name.ts'
import { cellOf, type Roster, type RosterRow } from '../../services/roster/roster.ts'
import { type Html, markup } from './html.ts'
import { unitLink } from './unit-link.ts'
import type { UnitWords } from './unit-words.ts'

const rowView = ({ unit, seq }: RosterRow): Html =>
  markup`<li data-unit="${unit}">${seq !== undefined && markup`<span class="unit-seq">${seq}</span>`}<a href="${unitLink(unit)}">${unit}</a></li>`

const groupView = (name: string, rows: readonly RosterRow[], words: UnitWords): Html =>
  markup`<details class="unit-group"><summary><span>${name}</span> <span class="small" data-group-count="${rows.length}">${words.units(rows.length)}</span></summary><ul>${rows.map(rowView)}</ul></details>`

/** The column by which a list falls apart best: its projects, or else its first group. */
const groupColumn = ({ columns: { groups } }: Roster): string | undefined =>
  groups.find((name) => /项目/u.test(name)) ?? groups[0]

function listView(roster: Roster, among: Roster[], words: UnitWords): Html {
  const column = groupColumn(roster)
  const name = listName(roster, among)
  const groups = Map.groupBy(roster.rows, (row) => (column === undefined ? name : cellOf(row, column)))
  return markup`<section class="unit-list"><h3>${name} <span class="small">${words.rows(roster.rows.length)}</span></h3>
${[...groups].map(([group, rows]) => groupView(group || name, rows, words))}</section>`
}

/** Every list of every notice, grouped and folded; a script filters it as people type. */
export function rosterList(rosters: readonly Roster[], words: UnitWords): Html {
  const byNotice = [...Map.groupBy(rosters, ({ rows }) => rows[0]!.entry.notice)]
  byNotice.sort(([a], [b]) => (b.issued ?? String(b.year)).localeCompare(a.issued ?? String(a.year)))
  const parts = byNotice.map(
    ([notice, own]) =>
      markup`<section><h2><a href="/notices/${notice.id}">${notice.shortTitle}</a></h2>${own.map((roster) => listView(roster, own, words))}</section>`,
  )
  return markup`<div class="unit-lists" data-unit-lists>${parts}<p><button class="button button-quiet" type="button" data-more hidden></button></p></div>`
}
