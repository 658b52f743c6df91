import { rosters as texts } from '../../../prompts/rosters.ts'
import type { Roster, RosterRow } from '../../roster/roster.ts'
import type { GroupName, Looked } from '../decide/roster-part.ts'
import { listName } from './list-name.ts'

/** Names lists so as to tell each from the others of its notice. @param among The lists of the notice asked about. */
export const listNames =
  (among: Roster[]) =>
  (roster: Roster): string =>
    listName(roster, among.includes(roster) ? among : [roster])

/** A value of a column without quotation marks of its own. */
export const plainGroup = (value: string): string => value.replace(/[“”]/gu, '')

export const nameOfGroup = (name: GroupName): string =>
  `“${plainGroup('values' in name ? name.values.join('、') : name.title)}”`

/** Where something was looked for: “专利超市”, 附件2（总结验收） or 《…通知》. */
export function lookedIn(looked: Looked, among: Roster[]): string {
  if ('groups' in looked) return `“${plainGroup(looked.groups.join('、'))}”`
  return 'lists' in looked ? looked.lists.map(listNames(among)).join('、') : `《${looked.notice}》`
}

/** Where rows stand, in words: the notice with the list, or with how many of its lists. */
export function placeOfRows(rows: readonly RosterRow[], among: Roster[]): string {
  const byNotice = Map.groupBy(rows, (row) => row.entry.notice)
  return [...byNotice]
    .map(([notice, own]) => {
      const lists = [...new Set(own.map((row) => row.roster))].map(listNames(among))
      return lists.length > 1
        ? texts.several(notice.shortTitle, lists.length)
        : texts.one(notice.shortTitle, lists[0] ?? '')
    })
    .join('和')
}
