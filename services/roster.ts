import { lengthOf } from '../knowledge/language/characters.ts'
import shortNames from '../knowledge/lexicon/short-names.json' with { type: 'json' }
import { fold, type Catalogue, type Entry } from '../knowledge/finding/catalogue.ts'

export type RosterAction = 'final-acceptance' | 'mid-term-check'

/** One row of the lists of a review: a unit, its project and what is done with it. */
export type RosterRow = {
  entry: Entry
  unit: string
  batch: 1 | 2
  project: string
  /** Running number in its own list; the lists number alike. */
  seq: number
  action: RosterAction
}

export type RosterMatch = RosterRow & { match: 'exact' | 'alias' | 'partial' }

const rowsByCatalogue = new WeakMap<Catalogue, RosterRow[]>()

/** The rows of all lists that the notices' metadata names, in the order of the text; the same array for the same notices. */
export function rosterRows(catalogue: Catalogue): RosterRow[] {
  const rows = rowsByCatalogue.get(catalogue) ?? readRows(catalogue)
  rowsByCatalogue.set(catalogue, rows)
  return rows
}

function readRows(catalogue: Catalogue): RosterRow[] {
  return catalogue.entries.flatMap((entry) => {
    const { clause, notice } = entry
    const roster = notice.rosters.find(({ annex }) => clause.id.startsWith(`${annex}.`))
    if (!roster || clause.kind !== 'row' || !clause.cells) return []
    const steps = clause.path.split(' › ')
    return [
      {
        entry,
        unit: Object.values(clause.cells).at(-1) ?? '',
        batch: roster.batch,
        project: steps.at(-2) ?? '',
        seq: Number(steps.at(-1)),
        action: roster.action,
      },
    ]
  })
}

const regionOf = (unit: string): string[] =>
  [...unit.matchAll(/[（(]([^（）()]{2,12})[）)]/gu)].map(([, name = '']) => name)
const legalForm = /(?:股份有限公司|有限责任公司|有限公司|[（(]集团[）)]|[（(]上海[）)])/gu
const placePrefix = /^(?:上海市|上海|中国)/u
/** Names that say nothing by themselves, whatever stood around them. */
const empty = /^(?:集团|上海|科技|医疗|研究所|大学|医院|中国|.{0,1})$/u

/** The names by which a unit may be called without its legal form, town or parent. */
export function variantsOf(unit: string): string[] {
  const whole = fold(unit)
  const plain = whole.replace(legalForm, '').replace(/[（(][^（）()]*[）)]/gu, '')
  const core = plain.replace(placePrefix, '')
  const parts = whole.split(/附属|医学院/u).map((part) => part.replace(/[（()）]/gu, ''))
  const regions = regionOf(whole).flatMap((region) => [region, `${region}区`])
  const brand = core.replace(
    /(?:科技|电子|生物|医疗|医药|技术|汽车|智能|股份|集团|信息|能源|机械|设备|器械|材料|新能源|电器|光学|信号)+(?:技术|科技|股份|集团|器械|设备|发展)*$/u,
    '',
  )
  const affiliate = /^(?:上海市?)?(\p{Script=Han}{2})\p{Script=Han}*附属(\p{Script=Han}{2,6}?)(?:医院)?$/u.exec(whole)
  const district = /^(.{2})区$/u.exec(whole)?.[1]
  return [
    ...new Set([
      whole,
      plain,
      core,
      brand,
      ...(parts.length > 1 ? [parts.at(-1) ?? ''] : []),
      ...regions,
      district ?? '',
      affiliate ? `${affiliate[1]}${affiliate[2]}` : '',
    ]),
  ].filter((name) => name.length >= 2 && !empty.test(name))
}

const aliases = Object.entries(shortNames)
  .map(([short, full]): [string, string] => [fold(short), fold(full)])
  .sort(([a], [b]) => b.length - a.length)

/**
 * All places where a unit stands in the lists, found by its full or a common short name.
 *
 * @param name As people write it, e.g. 九院.
 * @returns Exact matches first, then known short names, then parts of names; empty where it is in no list.
 */
export function findUnit(rows: RosterRow[], name: string): RosterMatch[] {
  const asked = fold(name)
  if (lengthOf(asked) < 2 || empty.test(asked)) return []
  const exact = rows.filter((row) => fold(row.unit) === asked)
  if (exact.length > 0) return exact.map((row) => ({ ...row, match: 'exact' }))
  const full = aliases.find(([short]) => short === asked)?.[1]
  const known = full ? heldBy(rows, full) : []
  const same = rows.filter((row) => variantsOf(row.unit).includes(asked))
  const both = rows.filter((row) => namesBoth(asked, row))
  const named = [...new Set([...known, ...same, ...both])]
  if (named.length > 0) return named.map((row) => ({ ...row, match: 'alias' }))
  return rows
    .filter(
      (row) =>
        fold(row.unit).includes(asked) ||
        variantsOf(row.unit).some((variant) => variant.length >= 4 && asked.includes(variant)),
    )
    .map((row) => ({ ...row, match: 'partial' }))
}

/** The rows that a full name means: of the unit of just that name, or where there is none, of those whose name holds it. */
function heldBy(rows: RosterRow[], full: string): RosterRow[] {
  const exact = rows.filter((row) => fold(row.unit) === full)
  return exact.length > 0 ? exact : rows.filter((row) => fold(row.unit).includes(full))
}

/** A unit named with its project: 闵行区专利超市. */
const namesBoth = (asked: string, row: RosterRow): boolean => {
  const project = fold(row.project).replace(/[“”]|项目$/gu, '')
  const rest = asked.replace(/项目$/u, '').replace(/[“”]/gu, '')
  return rest.endsWith(project) && variantsOf(row.unit).includes(rest.slice(0, -project.length))
}

type Named = [name: string, rows: RosterRow[]][]

/** Every name with the rows it means, the longest first: the same for every question, and long in the making. */
function namesOf(rows: RosterRow[]): Named {
  const names = new Map<string, RosterRow[]>()
  for (const row of rows)
    for (const variant of variantsOf(row.unit)) names.set(variant, [...(names.get(variant) ?? []), row])
  for (const [short, full] of aliases) {
    const held = heldBy(rows, full)
    if (held.length > 0) names.set(short, [...new Set([...(names.get(short) ?? []), ...held])])
  }
  return [...names].sort(([a], [b]) => b.length - a.length)
}

const namesByRows = new WeakMap<RosterRow[], Named>()

/** The units spoken of in a text, longest names first, each stretch of the text used once. */
export function unitsIn(rows: RosterRow[], text: string): { name: string; rows: RosterRow[] }[] {
  const names = namesByRows.get(rows) ?? namesOf(rows)
  namesByRows.set(rows, names)
  let rest = fold(text)
  const found: { name: string; rows: RosterRow[] }[] = []
  for (const [name, held] of names) {
    if (!rest.includes(name)) continue
    found.push({ name, rows: held })
    rest = rest.split(name).join('·')
  }
  return found
}

/** The clauses of the notice of the lists that say what is handed in, how and by when; then who is to do what, and who is exempt. */
export function preparationOf(rows: RosterRow[], catalogue: Catalogue): Entry[] {
  const notice = rows[0]?.entry.notice
  const own = catalogue.entries.filter((entry) => entry.notice === notice && !entry.clause.id.startsWith('a'))
  const papers = own.filter((entry) => entry.aspects.has('materials') && entry.aspects.has('deadline'))
  const duties = own.filter((entry) => /见附件\d/u.test(entry.own) && !papers.includes(entry))
  return [...papers, ...duties]
}
