import { type Catalogue, type Entry, fold } from '../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope-fit.ts'

/** The scope a clause stands in. */
export const scopeOf = (entry: Entry): Scope => ({ notice: entry.notice.id, programme: entry.programme?.id })

/** The programmes that year, field and name of the question leave open, newest first. */
export function programmesMeant(catalogue: Catalogue, question: Question): Scope[] {
  return catalogue.notices.flatMap((notice) => {
    const yearFits = question.years.length === 0 || question.years.includes(notice.year)
    const fieldFits = question.notices.size === 0 || question.notices.has(notice.id)
    if (!yearFits || !fieldFits) return []
    return notice.programmes
      .filter((programme) => question.programmes.size === 0 || question.programmes.has(programme.id))
      .map((programme): Scope => ({ notice: notice.id, programme: programme.id }))
  })
}

/** The notices that the question points to by name, field or programme, in the year it names; newest first. */
export function noticesMeant(catalogue: Catalogue, question: Question): Notice[] {
  const pointed = catalogue.notices.filter(
    (notice) =>
      question.notices.has(notice.id) || notice.programmes.some((programme) => question.programmes.has(programme.id)),
  )
  const both = pointed.filter((notice) => question.notices.size === 0 || question.notices.has(notice.id))
  const named = both.length > 0 ? both : pointed
  const dated = named.filter((notice) => question.years.includes(notice.year))
  return dated.length > 0 ? dated : named
}

/**
 * A year the question asks for that no notice of its field is of or speaks of: there is nothing to answer from.
 * Undefined where every year named is known.
 */
export function unknownYear(catalogue: Catalogue, question: Question): number | undefined {
  const meant = noticesMeant(catalogue, question)
  const held = meant.length > 0 ? meant : catalogue.notices
  const speaks = (year: number): boolean =>
    held.some((notice) => notice.clauses.some((clause) => clause.text.includes(String(year))))
  return question.spokenYears.find(
    (year) => !held.some((notice) => notice.year === year) && (!speaks(year) || isYearOf(year, meant, question.text)),
  )
}

/** Whether a year stands right before the name of a notice or programme: 「2023年医疗运营中心」 asks for a notice of 2023. */
function isYearOf(year: number, meant: Notice[], text: string): boolean {
  const names = meant.flatMap((notice) => [
    ...notice.names,
    ...notice.programmes.flatMap((programme) => programme.names),
  ])
  return names.some((name) =>
    new RegExp(`(?<![到至])${year}年?(?:度|的|上海市?)*${escaped(fold(name))}`, 'u').test(text),
  )
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** The newer notice that replaces this one, if any is known. */
export const replacementOf = (catalogue: Catalogue, notice: Notice): Notice | undefined =>
  catalogue.notices.find((other) => other.replaces.includes(notice.id))
