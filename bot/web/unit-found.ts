import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { listName } from '../../services/answering/compose/list-name.ts'
import { type LookedUp, lookUpUnit } from '../../services/roster/look-up-unit.ts'
import { type RosterRow, rostersOf } from '../../services/roster/roster.ts'
import { unitCard } from '../../services/roster/unit-card.ts'
import type { IndexedUnit } from '../../services/roster/unit-index.ts'
import { type Html, markup } from './html.ts'
import { renderUnitCard } from './unit-card.ts'
import { unitLink } from './unit-link.ts'

type Rosters = { catalogue: Catalogue; rows: RosterRow[] }

/** Units that are listed to be chosen from. */
const mostChoices = 40

const choices = (units: readonly IndexedUnit[]): Html =>
  markup`<ul class="unit-choices">${units
    .slice(0, mostChoices)
    .map(
      ({ unit, rows }) =>
        markup`<li><a href="${unitLink(unit)}">${unit}</a>${rows.length > 1 && markup` <span class="small">${rows.length}行</span>`}</li>`,
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

function notFound(rosters: Rosters, asked: string, { alike, isFullName }: Extract<LookedUp, { found: 'none' }>): Html {
  const lead = isFullName
    ? markup`<p><strong>“${asked}”不在名单中。</strong></p><p class="small">查了${listsLookedThrough(rosters)}。单位改过名的，请用原来的名称再查。</p>`
    : markup`<p><strong>没有找到“${asked}”，请输入全称或换个简称。</strong></p>`
  return markup`<section class="unit-result" aria-label="查询结果">${lead}${alike.length > 0 && markup`<p>您是不是要找：</p>${choices(alike)}`}</section>`
}

function several(asked: string, units: readonly IndexedUnit[]): Html {
  const more = units.length > mostChoices && markup`<p class="small">只列出前${mostChoices}个，请输入更完整的名称。</p>`
  return markup`<section class="unit-result" aria-label="查询结果"><p><strong>“${asked}”对应${units.length}个单位，请选择：</strong></p>${choices(units)}${more}</section>`
}

/** What a name leads to: the card of its unit, several units to choose from, or that there is none. */
export function looksUp(rosters: Rosters, asked: string, today: string): Html {
  const looked = lookUpUnit(rosters.rows, asked)
  switch (looked.found) {
    case 'one':
      return renderUnitCard(unitCard(rosters.catalogue, looked.unit.unit, looked.unit.rows), looked.unit.short, {
        today,
        rosters: rostersOf(rosters.catalogue),
      })
    case 'several':
      return several(asked, looked.units)
    case 'none':
      return notFound(rosters, asked, looked)
  }
}
