import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { listName } from '../../services/answering/compose/list-name.ts'
import { type LookedUp, lookUpUnit } from '../../services/roster/look-up-unit.ts'
import { type RosterRow, rostersOf } from '../../services/roster/roster.ts'
import { unitCard } from '../../services/roster/unit-card.ts'
import type { IndexedUnit } from '../../services/roster/unit-index.ts'
import { type Html, markup } from './html.ts'
import { renderUnitCard } from './unit-card.ts'
import { unitLink } from './unit-link.ts'
import type { UnitWords } from './unit-words.ts'

type Rosters = { catalogue: Catalogue; rows: RosterRow[] }

/** Units that are listed to be chosen from. */
const mostChoices = 40

const choices = (units: readonly IndexedUnit[], words: UnitWords): Html =>
  markup`<ul class="unit-choices">${units
    .slice(0, mostChoices)
    .map(
      ({ unit, rows }) =>
        markup`<li><a href="${unitLink(unit)}">${unit}</a>${rows.length > 1 && markup` <span class="small">${words.rows(rows.length)}</span>`}</li>`,
    )}</ul>`

/** What was looked through, notice by notice: 2024年…通知的附件2、附件3. */
function listsLookedThrough({ catalogue }: Rosters): string {
  const byNotice = Map.groupBy(rostersOf(catalogue), ({ rows }) => rows[0]!.entry.notice)
  return [...byNotice]
    .map(
      ([notice, rosters]) => `《${notice.shortTitle}》${rosters.map((roster) => listName(roster, rosters)).join('、')}`,
    )
    .join('；')
}

type None = Extract<LookedUp, { found: 'none' }>

function notFound(rosters: Rosters, asked: string, { alike, isFullName }: None, words: UnitWords): Html {
  const lead = isFullName
    ? markup`<p><strong>${words.absent(asked)}</strong></p><p class="small">${words.looked(listsLookedThrough(rosters))}</p>`
    : markup`<p><strong>${words.notFound(asked)}</strong></p>`
  return markup`<section class="unit-result" aria-label="${words.result}">${lead}${alike.length > 0 && markup`<p>${words.alike}</p>${choices(alike, words)}`}</section>`
}

function several(asked: string, units: readonly IndexedUnit[], words: UnitWords): Html {
  const more = units.length > mostChoices && markup`<p class="small">${words.onlyFirst(mostChoices)}</p>`
  return markup`<section class="unit-result" aria-label="${words.result}"><p><strong>${words.several(asked, units.length)}</strong></p>${choices(units, words)}${more}</section>`
}

/** What a name leads to: the card of its unit, several units to choose from, or that there is none. */
export function looksUp(rosters: Rosters, asked: string, today: string, words: UnitWords): Html {
  const looked = lookUpUnit(rosters.rows, asked)
  switch (looked.found) {
    case 'one':
      return renderUnitCard(unitCard(rosters.catalogue, looked.unit.unit, looked.unit.rows), looked.unit.short, {
        today,
        rosters: rostersOf(rosters.catalogue),
        words,
      })
    case 'several':
      return several(asked, looked.units, words)
    case 'none':
      return notFound(rosters, asked, looked, words)
  }
}
