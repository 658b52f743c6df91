import { isoDay } from '../../knowledge/language/calendar.ts'
import { type CalendarDay, type DateMention, readDates } from '../../knowledge/language/date.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import { type Stretch, factsOf, sentencesOf } from './chunks.ts'
import { wordsStart } from './own-entries.ts'
import { quoteOf } from './quote-of.ts'
import type { Outline } from './sections.ts'

type Window = ProgrammeDocument['window']
type Candidate = { opens?: string; closes: string; clause: Clause; start: number; end: number; rank: number }

const handing = /申报|申请|报送|提交|受理|截止|截至|报名|递交|寄送|填报|登录|上报|推荐|报至|送至|发送/u
const later = /公示|评审|验收|实施期|建设期|施行|有效期|发放|拨付|开工|评定|答辩|项目执行|完成建设|开展(?:评审|验收)/u

/** A day with the year that is meant: its own, else that of the issue, or the next where it would lie before it. */
function dated({ year, month, day }: CalendarDay, { issued, year: noticeYear }: Outline['notice']): string | undefined {
  if (month === undefined || day === undefined) return undefined
  if (year !== undefined) return isoDay({ year, month, day })
  const found = isoDay({ year: issued === undefined ? noticeYear : Number(issued.slice(0, 4)), month, day })
  return issued !== undefined && found < issued ? isoDay({ year: Number(issued.slice(0, 4)) + 1, month, day }) : found
}

const isLimit = ({ edge, upTo, everyYear }: DateMention): boolean =>
  everyYear !== true && (upTo !== undefined || edge === 'before' || edge === 'by' || edge === 'until')

function candidatesIn(outline: Outline, clause: Clause): Candidate[] {
  const kind = outline.kinds.get(clause.id)
  const { notice } = outline
  const stretches: Stretch[] = sentencesOf(factsOf(clause.text), wordsStart(clause)).flatMap((sentence): Stretch[] => {
    const own = sentence.segments.filter(({ text }) => outline.isOwn(text.slice(0, 24)))
    // 缴存补贴受理时间为…；租房补贴受理时间为…
    return own.length === sentence.segments.length ? [sentence] : own
  })
  return stretches.flatMap(({ text, start, end }) => {
    const heading =
      clause.heading !== '' ? clause.heading : (notice.clauses.find(({ id }) => id === clause.parent)?.heading ?? '')
    const isSaid =
      handing.test(text) || (kind === 'window' && handing.test(heading)) || /(?:时间|期限)[：:]/u.test(text)
    if (
      !isSaid ||
      later.test(text.slice(0, 14)) ||
      kind === 'targets' ||
      kind === 'conditions' ||
      kind === 'applicants'
    )
      return []
    return readDates(text).flatMap((date): Candidate[] => {
      const until = /截[止至]/u.test(text.slice(Math.max(0, date.from - 8), date.from + 3))
      if (!isLimit(date) && !until) return []
      const closes = dated({ ...(date.year !== undefined && { year: date.year }), ...(date.upTo ?? date) }, notice)
      const opens = date.upTo ? dated(date, notice) : undefined
      if (closes === undefined || (notice.issued !== undefined && closes < notice.issued)) return []
      const rank =
        (kind === 'window' ? 2 : kind === 'procedure' ? 1 : 0) +
        (/逾期|不予受理|截止/u.test(text) ? 2 : 0) +
        (/申报|申请|受理/u.test(text) ? 1 : 0) -
        (later.test(text) ? 2 : 0) +
        (date.upTo ? 2 : 0)
      return [{ ...(opens !== undefined && { opens }), closes, clause, start, end, rank }]
    })
  })
}

/** When applications are taken. Of several days the one that the notice puts most plainly, for a person to look at. */
export function draftWindow(outline: Outline): Window {
  const { notice, isWithin } = outline
  const read = notice.clauses.filter(
    (clause) => ['item', 'paragraph', 'contact', 'row'].includes(clause.kind) && isWithin(clause),
  )
  const found = read
    .flatMap((clause) => candidatesIn(outline, clause))
    .toSorted((a, b) => b.rank - a.rank || (a.closes < b.closes ? 1 : -1))
  const [best] = found
  if (!best) {
    const clause = notice.clauses.find(({ kind }) => kind === 'paragraph' || kind === 'item') ?? notice.clauses[0]!
    const closes = notice.effectiveUntil ?? `${notice.year}-12-31`
    return { ...quoteOf(notice, clause), closes, review: texts.review.noWindow }
  }
  const opens = best.opens ?? notice.issued
  const isUnclear = found.some(({ closes, rank }) => closes !== best.closes && rank > 0)
  return {
    ...(opens !== undefined && { opens }),
    closes: best.closes,
    ...quoteOf(notice, best.clause, best.start, best.end),
    ...(isUnclear && { review: texts.review.severalWindows }),
  }
}
