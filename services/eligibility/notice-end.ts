import { knownAmong } from '../../knowledge/importing/derive-replaces.ts'
import { type Named, readRelations } from '../../knowledge/importing/read-relations.ts'
import { keptFor } from '../../knowledge/kept.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import { isoDay } from '../../knowledge/language/calendar.ts'
import { readDates } from '../../knowledge/language/date.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Source } from './assessment.ts'

/** That a notice was put out of force: from which day, at once where none is told, and by which clause. */
export type NoticeEnd = { from?: string; title: string; source: Source }

const repealsOf = keptFor(({ source, title }: Notice) => readRelations(source, title).repeals)

/** The clause that says so: that of the sentence, else one that names the notice, else that of the title. */
function clauseWith({ clauses }: Notice, { quote, title, documentNumber }: Named): Clause | undefined {
  const ends = clauses.filter((clause) => /废止|失效/u.test(clause.quote))
  const names = (clause: Clause): boolean =>
    [title, documentNumber].some((name) => name !== undefined && squeeze(clause.quote).includes(squeeze(name)))
  return clauses.find((clause) => squeeze(clause.quote).includes(squeeze(quote))) ?? ends.find(names) ?? ends[0]
}

/** The day from which a sentence puts something out of force: 自2026年9月1日起废止. */
const dayIn = (sentence: string): string | undefined => {
  const [date] = readDates(sentence).filter(({ edge }) => edge === 'from')
  const { year, month, day } = date ?? {}
  return year === undefined || month === undefined || day === undefined ? undefined : isoDay({ year, month, day })
}

/** What another notice in use says of a notice being out of force; undefined where none does. */
export function endOf(
  notice: Pick<Notice, 'id' | 'title' | 'documentNumber'>,
  notices: readonly Notice[],
): NoticeEnd | undefined {
  for (const other of notices) {
    if (!other.replaces.includes(notice.id)) continue
    const repeal = repealsOf(other).find((named) => knownAmong([named], other.id, [notice]).length > 0)
    const clause = repeal && clauseWith(other, repeal)
    if (!clause) continue
    const quote = squeeze(clause.quote).includes(squeeze(repeal.quote)) ? repeal.quote : clause.quote
    const from = dayIn(quote) ?? other.effectiveFrom ?? other.issued
    const source = { notice: other.id, clause: clause.id, quote }
    return { title: other.title, source, ...(from !== undefined && { from }) }
  }
  return undefined
}
