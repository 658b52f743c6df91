import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { newestFirst } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { kinOf } from './named-parts.ts'
import type { Question, Scope } from './question.ts'

/** The scope a clause stands in. */
export const scopeOf = (entry: Entry): Scope => ({ notice: entry.notice.id, programme: entry.programme?.id })

/** Whether a clause lies in a scope: its notice, and its programme or what holds for all programmes. */
export const inScope = (scope: Scope, entry: Entry): boolean =>
  entry.notice.id === scope.notice &&
  (scope.programme === undefined || entry.programme === undefined || entry.programme.id === scope.programme)

/** The programmes of the notices meant, those named where some are; newest first. */
export function programmesMeant({ notices, programmes }: Question): Scope[] {
  return notices.flatMap((notice) => {
    const own = notice.programmes.filter(({ id }) => programmes.has(id))
    return (own.length > 0 ? own : notice.programmes).map((programme): Scope => ({
      notice: notice.id,
      programme: programme.id,
    }))
  })
}

/**
 * A year the question asks for that no notice is of or speaks of, or none of the kind that it names right after the
 * year (「2023年医疗运营中心」): there is nothing to answer from. Undefined where every year named is known.
 */
export function unknownYear({ notices: all }: Catalogue, question: Question): number | undefined {
  const { years, named, terms, text } = question
  if (years.length === 0) return undefined
  const kinds = named.flatMap((notice) => [notice, ...all.filter((other) => kinOf(notice, [other]))])
  const names = terms.filter((term) => term.names).map(({ words }) => words[0]!)
  const isOf = (notice: Notice, year: number) => notice.year === year || notice.title.includes(String(year))
  const speaks = (notice: Notice, year: number) => notice.clauses.some(({ text: own }) => own.includes(String(year)))
  return years.find((year) => {
    if (kinds.some((notice) => isOf(notice, year))) return false
    const followed = new RegExp(`${year}年?度?(?:的|上海市?)*([^，。,]{2})`, 'u').exec(text)?.[1]
    const isNamed =
      followed !== undefined && names.some((name) => name.startsWith(followed) || followed.startsWith(name))
    return isNamed || !all.some((notice) => isOf(notice, year) || speaks(notice, year))
  })
}

/** The newest of notices that opens a programme: what a question that names none leads to. */
export const newestOpening = (notices: readonly Notice[]): Notice | undefined =>
  notices.filter(({ programmes }) => programmes.length > 0).toSorted(newestFirst)[0]

/** The first programme of the newest notice that opens any. */
export function newestOf({ notices }: Catalogue): Scope | undefined {
  const newest = newestOpening(notices)
  return newest && { notice: newest.id, programme: newest.programmes[0]!.id }
}

/** The newer notice that replaces this one, if any is known. */
export const replacementOf = (catalogue: Catalogue, notice: Notice): Notice | undefined =>
  catalogue.notices.find((other) => other.replaces.includes(notice.id))
