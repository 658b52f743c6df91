import type { Catalogue, ProgrammeMention } from '../../../knowledge/finding/catalogue.ts'
import { shortened } from '../../../knowledge/language/characters.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { shortTitle } from '../../roster/label.ts'
import { rosterRows } from '../../roster/roster.ts'
import { placesOf, variantsOf } from '../../roster/unit-names.ts'
import type { Topic } from '../../reply.ts'
import type { Memory } from '../answer.ts'
import { englishName } from './english-name.ts'
import { shortProgramme, withoutPlace } from './short-programme.ts'
import type { Language } from './told.ts'

/** What a conversation is about, as people would name it; undefined before anything was spoken of. */
export function topicOf(
  catalogue: Catalogue,
  { scope, unit }: Pick<Memory, 'scope' | 'unit'>,
  language: Language = 'zh',
): Topic | undefined {
  const notice = catalogue.notices.find(({ id }) => id === scope?.notice)
  if (!notice) return undefined
  const programme = notice.programmes.find(({ id }) => id === scope?.programme)
  return {
    label:
      unit === undefined
        ? shortLabelOf(catalogue, notice, programme, language)
        : unitLabel(catalogue, notice, unit, language),
    notice: notice.id,
    ...(programme && { programme: programme.id }),
    ...(unit !== undefined && { unit }),
  }
}

/** A programme with its year, or a notice by its short title. */
export const labelOf = (notice: Notice, programme: ProgrammeMention | undefined, language: Language = 'zh'): string => {
  if (language === 'en') return englishLabel(notice, programme)
  return programme ? withYear(notice.year, withoutPlace(programme.title)) : notice.shortTitle
}

const mostOfNotice = 20

/** The same as short as people say it: 2025年运营中心. */
export function shortLabelOf(
  catalogue: Catalogue,
  notice: Notice,
  programme: ProgrammeMention | undefined,
  language: Language,
): string {
  if (language === 'en') return englishLabel(notice, programme)
  if (programme) return withYear(notice.year, shortProgramme(catalogue, notice, programme))
  return shortened(notice.shortTitle.replace(/(?:申报)?(?:工作)?的?通知$/u, ''), mostOfNotice)
}

/** By its English name where it has one, else by its printed title. */
const englishLabel = (notice: Notice, programme: ProgrammeMention | undefined): string =>
  programme
    ? `${notice.year} ${englishName(programme.title) ?? `“${programme.title}”`}`
    : (englishName(notice.shortTitle) ?? `“${notice.shortTitle}”`)

const withYear = (year: number, title: string): string => (title.startsWith(String(year)) ? title : `${year}年${title}`)

/** A unit and the one list it stands in: 瑞金医院 · 2024年中期检查; the notice where there are several. */
function unitLabel(catalogue: Catalogue, notice: Notice, unit: string, language: Language): string {
  const rows = rosterRows(catalogue).filter(({ entry }) => entry.notice === notice)
  const rosters = [...new Set(rows.map(({ roster }) => roster))]
  const own = [...new Set(rows.filter((row) => row.unit === unit).map(({ roster }) => roster))]
  const [only, other] = own
  const titles = rosters.map(({ label }) => label.title)
  const list = only && !other && only.label.title !== '' ? shortTitle(only.label, titles) : undefined
  const name = shortUnit(unit, placesOf(rows.map((row) => row.unit)))
  const listed = language === 'en' ? list && englishName(list) : list
  const place = language === 'en' ? listed && `${notice.year} ${listed}` : listed && withYear(notice.year, listed)
  return `${name} · ${place ?? shortLabelOf(catalogue, notice, undefined, language)}`
}

const longestUnit = 10
const shortestUnit = 4

/** The shortest of the unit's names that is a stretch of it and still tells it: 瑞金医院. */
function shortUnit(unit: string, places: readonly string[]): string {
  if ([...unit].length <= longestUnit) return unit
  const names = variantsOf(unit, places).filter((name) => unit.includes(name) && [...name].length >= shortestUnit)
  return names.toSorted((one, other) => one.length - other.length)[0] ?? unit
}
