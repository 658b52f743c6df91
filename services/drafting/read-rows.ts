import type { Clause } from '../../knowledge/parsing/clause.ts'
import { readFigures } from '../../knowledge/language/figure.ts'
import type { DraftAmount } from './draft-amount.ts'
import type { Outline } from './sections.ts'

const amountHead = /金额|标准|额度|上限|奖励|补贴|补助|资助|支持|经费|万元|奖金/u
const shareHead = /比例|百分比|标准|额度/u
const capHead = /最高|上限|封顶|不超过|限额/u
/** 按照项目实际投入的一定比例: what the shares in a table are of. */
const baseOfShares = /按照?(?<base>[^，。；]{2,24}?)的?(?:一定|相应|不同|下列|以下)?比例/u
const numbering = /^(?:序号|编号|备注|说明|No\.?)$/u

/** 30 under 资助标准（万元） is in the unit of its head. */
function wanIn(cell: string, head: string): number | undefined {
  const [figure] = readFigures(cell).filter(({ kind, unit }) => kind === 'money' && unit === '元')
  if (figure) return Number(((figure.upTo ?? figure.value) / 10_000).toPrecision(12))
  const bare = /^[\d.]+$/u.exec(cell.trim())?.[0]
  return bare === undefined
    ? undefined
    : /万元/u.test(head)
      ? Number(bare)
      : /元/u.test(head)
        ? Number(bare) / 10_000
        : undefined
}

/** 30%, which stands alone in its cell. */
const shareIn = (cell: string): number | undefined => {
  const percent = /^(?:不超过|最高)?(?<percent>\d+(?:\.\d+)?)[%％]$/u.exec(cell.trim())?.groups?.['percent']
  return percent === undefined ? undefined : Number(percent)
}

type Cells = Readonly<Record<string, string>>

/** What a row gives: a sum, or where its table has a column of shares, that share up to the sum. */
function rowAmount(cells: Cells, head: string, share: string | undefined, base: string | undefined): DraftAmount {
  const wan = wanIn(cells[head] ?? '', head)!
  if (share === undefined || base === undefined) return { wan }
  return { upTo: wan, amount: { percent: shareIn(cells[share] ?? '')!, base } }
}

/** Tables of amounts by level: each as one amount with its cases. */
export function readRows({
  notice,
  kinds,
  isWithin,
}: Outline): { amount: DraftAmount; clause: Clause; start: number; end: number }[] {
  const tables = Map.groupBy(
    notice.clauses.filter(({ kind, cells, id }) => kind === 'row' && cells && kinds.get(id) === 'support'),
    ({ id }) => id.replace(/\.r[^.]*$/u, ''),
  )
  return [...tables.values()].flatMap((rows) => {
    const [first] = rows
    const heads = Object.keys(first?.cells ?? {})
    const head = heads.find(
      (one) => amountHead.test(one) && rows.every(({ cells }) => wanIn(cells?.[one] ?? '', one) !== undefined),
    )
    const share = heads.find(
      (one) =>
        one !== head && shareHead.test(one) && rows.every(({ cells }) => shareIn(cells?.[one] ?? '') !== undefined),
    )
    const label = heads.find((one) => one !== head && one !== share && !numbering.test(one))
    const base = baseOfShares.exec(
      notice.clauses.find(({ id, text }) => id !== first?.id && kinds.get(id) === 'support' && baseOfShares.test(text))
        ?.text ?? '',
    )?.groups?.['base']
    // A share of nobody says what is no amount, and its cap alone would promise too much.
    if (share !== undefined && (base === undefined || !capHead.test(head ?? ''))) return []
    if (!first || !isWithin(first) || head === undefined || label === undefined || rows.length < 2) return []
    const unit = /^(?:每|单)(?<unit>[^家个人户补奖]{1,2})(?=补|奖|定额|资助)/u.exec(head)?.groups?.['unit']
    const cases = rows.map(({ cells }) => {
      const [level, wan] = [cells![label]!, wanIn(cells![head]!, head)!]
      return { level, amount: unit === undefined ? rowAmount(cells!, head, share, base) : { wan, per: level, unit } }
    })
    if (new Set(cases.map(({ level }) => level)).size < cases.length) return []
    return [{ amount: { cases }, clause: first, start: 0, end: first.text.length }]
  })
}
