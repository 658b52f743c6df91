import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { bodyOf, sentencesOf } from '../../knowledge/finding/sentences.ts'
import { isoDay } from '../../knowledge/language/calendar.ts'
import { type DateMention, readDates } from '../../knowledge/language/date.ts'
import { type MailTitle, mailTitleIn } from './mail-title.ts'
import { contactIn, placeIn, type Said } from './reached.ts'
import { cellOf, type Roster, type RosterRow } from './roster.ts'
import { readSending } from './sending.ts'
import { clausesFor, isForOthers, isOnOffices, isOnOtherList } from './spoken-to.ts'
import { type Template, templatesOf } from './template.ts'

/** What a notice says to those on one of its lists about handing in; what it doesn't say is undefined. */
export type HandingIn = {
  /** The sentence that says so, whole. */
  sentence: Said | undefined
  what: Said | undefined
  /** `day` YYYY-MM-DD; undefined where it comes again every year. */
  until: (Said & { day: string | undefined }) | undefined
  to: Said | undefined
  address: Said | undefined
  mail: Said | undefined
  contact: Said | undefined
  mailTitle: (MailTitle & { entry: Entry }) | undefined
  template: Template | undefined
}

const submits = /报送|提交|寄送?|邮寄|送至|递交|发送至|上传至|报(?=[^告].{0,12}(?:局|厅|中心|委|处|科|办|部门))/u
const isLastDay = ({ edge, month, day, isEndOf }: DateMention): boolean =>
  (edge === 'before' || edge === 'by') && month !== undefined && day !== undefined && !isEndOf

const known = new WeakMap<Roster, Map<string, HandingIn>>()

/** Reads what a unit is to hand in for one row, by when, to whom and how, from the clauses of its notice. */
export function handingIn(catalogue: Catalogue, row: RosterRow): HandingIn {
  const group = row.roster.columns.groups.map((column) => cellOf(row, column)).join('|')
  const kept = known.get(row.roster) ?? new Map<string, HandingIn>()
  known.set(row.roster, kept)
  const handing = kept.get(group) ?? readHandingIn(catalogue, row)
  kept.set(group, handing)
  return handing
}

function readHandingIn(catalogue: Catalogue, row: RosterRow): HandingIn {
  const entries = papersFirst(clausesFor(catalogue, row))
  const sentence = entries
    .flatMap((entry) => sentencesOf(bodyOf(entry)).map((text) => ({ text, entry })))
    .find(({ text }) => asks(text, row) && !isOnOtherList(catalogue, text, row))
  const sending = sentence && readSending(sentence.text)
  const said = (text: string | undefined): Said | undefined =>
    sentence && text !== undefined && text !== '' ? { text, entry: sentence.entry } : undefined
  return {
    sentence,
    what: said(sending?.what),
    until: sentence && untilIn(sentence),
    to: said(sending?.to),
    address: placeIn(entries, 'address', sentence?.entry),
    mail: placeIn(entries, 'mail', sentence?.entry),
    contact: contactIn(entries),
    mailTitle: mailTitleOf(entries),
    template: templatesOf(catalogue, row.entry.notice)[0],
  }
}

/** Whether a sentence asks those of a row for papers by a day; whom it asks stands before the day. */
function asks(text: string, row: RosterRow): boolean {
  const day = submits.test(text) ? readDates(text).find(isLastDay) : undefined
  return day !== undefined && !isForOthers(text.slice(0, day.from), row) && !isOnOffices(text, row)
}

function papersFirst(entries: readonly Entry[]): Entry[] {
  const isOnPapers = ({ aspects }: Entry): boolean => aspects.has('materials') && aspects.has('deadline')
  return [...entries.filter(isOnPapers), ...entries.filter((entry) => !isOnPapers(entry))]
}

function untilIn({ text, entry }: Said): HandingIn['until'] {
  const mention = readDates(text).find(isLastDay)!
  const { year = entry.notice.year, month = 0, day = 0, everyYear, ofYear } = mention
  const isOnce = everyYear !== true && ofYear === undefined
  const words = text.slice(mention.from, mention.to).replace(/^[于在]/u, '')
  return { text: words, entry, day: isOnce ? isoDay({ year, month, day }) : undefined }
}

function mailTitleOf(entries: readonly Entry[]): HandingIn['mailTitle'] {
  for (const entry of entries) {
    const found = mailTitleIn(entry.clause.text)
    if (found) return { ...found, entry }
  }
  return undefined
}
