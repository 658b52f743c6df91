import { rosters } from '../../../prompts/rosters.ts'
import type { Roster, RosterRow } from '../../roster/roster.ts'
import type { RosterFinding } from '../decide/finding.ts'
import type { GroupName, Looked } from '../decide/roster-part.ts'
import { englishName, withEnglish } from './english-name.ts'
import { listName } from './list-name.ts'
import type { Language } from './told.ts'
import { labelOf } from './topic.ts'

/** How lists, groups and places are named in one answer. */
export type RosterNames = ReturnType<typeof rosterNames>

/** A value of a column without quotation marks of its own. */
const plain = (value: string): string => value.replace(/[“”]/gu, '')

/** The names of an answer. `among`: the lists of the notice asked about, from which each is told. */
export function rosterNames({ among }: Pick<RosterFinding, 'among'>, language: Language) {
  const texts = rosters[language]
  const isEnglish = language === 'en'

  const list = (roster: Roster): string => {
    const name = listName(roster, among.includes(roster) ? among : [roster])
    return isEnglish ? englishList(name) : name
  }
  const value = (name: string): string => (isEnglish ? withEnglish(plain(name)) : plain(name))
  const group = (name: GroupName): string => {
    if (isEnglish) return 'values' in name ? name.values.map(value).join(', ') : value(name.title)
    return `“${plain('values' in name ? name.values.join('、') : name.title)}”`
  }
  const looked = (where: Looked): string => {
    if ('groups' in where) return group({ values: where.groups })
    return 'lists' in where
      ? where.lists.map(list).join(isEnglish ? ' or ' : '、')
      : texts.notice(isEnglish ? (englishName(where.notice) ?? `“${where.notice}”`) : where.notice)
  }
  /** Where rows stand: the notice with the list, or with how many of its lists. */
  const placeOf = (rows: readonly RosterRow[]): string =>
    [...Map.groupBy(rows, (row) => row.entry.notice)]
      .map(([notice, own]) => {
        const lists = [...new Set(own.map((row) => row.roster))].map(list)
        const title = isEnglish ? labelOf(notice, undefined, language) : notice.shortTitle
        return lists.length > 1 ? texts.several(title, lists.length) : texts.one(title, lists[0] ?? '')
      })
      .join(texts.and)
  const column = (name: string): string => (isEnglish ? (englishName(name) ?? name) : name)

  return { texts, list, value, group, looked, placeOf, column, isEnglish }
}

/** Annex 3 (mid-term check, second batch) of 附件3（中期检查，第二批）. */
const englishList = (name: string): string =>
  name
    .replace(/^附件/u, 'Annex ')
    .replace(
      /（(.*)）$/u,
      (_, inside: string) =>
        ` (${inside
          .split('，')
          .map((part) => englishName(part) ?? part)
          .join(', ')})`,
    )
    .replace(/^“(.*)”$/u, (_, title: string) => `“${englishName(title) ?? title}”`)
