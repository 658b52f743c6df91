import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { inChinese, inEnglish } from '../../../knowledge/language/write-day.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { amendedTexts as words } from '../../../prompts/amended-texts.ts'
import { amendmentsInUse } from '../../amending/amendments-in-use.ts'
import { type Located, plain } from '../../amending/find-amended.ts'
import { daysToApply, endingDay, movesLastDay } from '../../eligibility/amended-rules.ts'
import type { Answer } from '../answer.ts'
import type { Finding, Window } from '../decide/finding.ts'
import { sourceAfter } from './frame.ts'
import type { Language, Told } from './told.ts'

/** The notices in use, to tell what of an answer others have changed. */
export type InUse = Pick<Catalogue, 'notices' | 'find'>

/** Changes that are told before an answer at most. */
const mostTold = 3
const dayMs = 86_400_000

/** The last day as another notice puts it, with the clause that does. */
function movedDay({ notices, find }: InUse, notice: Notice) {
  const by = amendmentsInUse(notices)(notice).findLast((one) => movesLastDay(one, notice.year))
  const day = by && endingDay(by, notice.year)
  const entry = by && find(by.notice, by.clause)
  return day !== undefined && entry ? { day, by, entry } : undefined
}

const moved = (window: Window, day: string): Window => ({
  ...window,
  day,
  left: window.left + Math.round((Date.parse(day) - Date.parse(window.day)) / dayMs),
})

/** A finding with the last day that holds now; the clause that names it is cited first. */
export function withMovedDay(finding: Finding, inUse: InUse): Finding {
  const [first] = finding.rests
  if (finding.kind === 'deadline') {
    const { entry } = finding.quoted
    const now = movedDay(inUse, entry.notice)
    if (!now) return finding
    const window = moved(finding.window, now.day)
    return {
      ...finding,
      status: window.left < 0 ? 'deadline-passed' : 'answered',
      window,
      quoted: { entry: now.entry, excerpt: now.by.quote, opening: undefined, stated: [] },
      was: finding.window.day,
      rests: [now.entry, ...finding.rests],
    }
  }
  const now = finding.closed && first && movedDay(inUse, first.notice)
  if (!now) return finding
  const { closed, ...open } = finding
  const window = moved(closed!, now.day)
  return window.left < 0 ? { ...finding, closed: window, rests: [...finding.rests, now.entry] } : open
}

/** Whether an amendment changes what an answer says from a clause. */
function touches(one: Located, { notice, clause }: Entry, text: string): boolean {
  if (one.kind === 'added') return false
  if (one.before !== undefined && !text.includes(plain(one.before))) return false
  if (movesLastDay(one, notice.year)) {
    const told = daysToApply(text, notice.year)
    return daysToApply(clause.text, notice.year).some((day) => told.includes(day))
  }
  return one.clauses?.some(({ id }) => id === clause.id) ?? false
}

/** The new words alone where a whole provision is put in place of another. */
const newWords = ({ before, after, place, quote }: Located): string =>
  before === undefined && after !== undefined && place.length > 0 && quote.includes(after) ? after : quote

/**
 * An answer whose clauses another notice has changed: what it says now leads and is cited first, the old words follow as such.
 * The same answer where nothing is changed.
 */
export function withAmendments(answer: Answer, language: Language, { notices, find }: InUse): Answer {
  const { rests, text, status, table } = answer
  if (status === 'not-found' || status === 'clarify' || status === 'small-talk') return answer
  const shown = plain(text)
  const changes = rests.flatMap((entry) =>
    amendmentsInUse(notices)(entry.notice).filter((one) => touches(one, entry, shown)),
  )
  const told = [...new Set(changes)].toReversed().flatMap((one) => {
    const entry = find(one.notice, one.clause)
    return entry && !rests.includes(entry) ? [{ one, entry }] : []
  })
  if (told.length === 0) return answer
  const lines = told
    .slice(0, mostTold)
    .flatMap(({ one, entry }) => [words.changed[language](newWords(one)), sourceAfter({ entry }, language)])
  const { lead: _, ...rest } = answer
  const cited = [...new Set(told.slice(0, mostTold).map(({ entry }) => entry))]
  return {
    ...rest,
    text: [...lines, words.before[language], text].join('\n'),
    ...(lengthOf(lines[0]!) <= longestLead && { lead: lines[0] }),
    rests: [...cited, ...rests],
    ...(table && {
      table: { ...table, rows: table.rows.map((row) => row.map((cell) => shifted(cell, cited.length))) },
    }),
  }
}

type Cell = NonNullable<Answer['table']>['rows'][number][number]
const shifted = ({ rest, ...cell }: Cell, by: number): Cell =>
  rest === undefined ? cell : { ...cell, rest: rest + by }

/** What the last day was before another notice moved it. */
export const dayBefore = (day: string, language: Language): Told['text'] =>
  words.dayBefore[language](language === 'en' ? inEnglish(day) : inChinese(day))
