import { squeeze } from '../language/clean-text.ts'
import type { Clause } from '../parsing/clause.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'

type Roster = NoticeMetadata['rosters'][number]

const unitColumn = /(?:单位|机构|企业|公司|医院|学校|高校|院校|中心|基地|园区|平台|站点?|馆)(?:名称|名单|全称)?$/u
/** Columns of units that measure, or that have a duty towards what the row is about. */
const otherUnits = /(?:计费|计量|计价|计算|责任|牵头|配合|主管|初审|推荐|协办|审核|受理)单位/u
const projectColumn = /项目(?:名称)?$/u
const organisation =
  /(?:公司|医院|保健院|大学|学院|学校|[局委厅院所馆站厂社校园区办]|集团|中心|协会|学会|联盟|机构|事务所|(?:区|市|县|州|旗)(?:政府)?)(?:[（(][^（）()]*[）)])?$/u

/**
 * The lists of units in the annexes of a notice: tables with a column that is called so and holds names of
 * organisations, most of them once.
 */
export function deriveRosters(clauses: Clause[]): Roster[] {
  const annexes = clauses.filter(({ id }) => /^a\d+$/u.test(id))
  const rowsOf = Map.groupBy(
    clauses.filter(({ kind, cells }) => kind === 'row' && cells),
    ({ id }) => id.slice(0, id.indexOf('.')),
  )
  return annexes.flatMap((annex): Roster[] => {
    const rows = (rowsOf.get(annex.id) ?? []).map(({ cells }) => cells!)
    const columns = Object.keys(rows[0] ?? {})
    const unit = columns.find((column) => isUnitColumn(column, rows))
    if (unit === undefined) return []
    const project = columns.find((column) => column !== unit && projectColumn.test(squeeze(column)))
    return [{ annex: annex.id, ...(annex.heading && { label: annex.heading }), unit, ...(project && { project }) }]
  })
}

function isUnitColumn(column: string, rows: Record<string, string>[]): boolean {
  const name = squeeze(column)
  if (!unitColumn.test(name) || otherUnits.test(name) || rows.length < 2) return false
  const units = rows.map((cells) => cells[column] ?? '')
  const named = units.filter((unit) => organisation.test(unit))
  return named.length >= units.length * 0.6 && new Set(named).size >= named.length * 0.5
}
