import { fold, type Catalogue, type Entry } from '../../../knowledge/finding/catalogue.ts'
import { isoDay } from '../../../knowledge/language/calendar.ts'
import { readDates } from '../../../knowledge/language/date.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Inquiry } from '../answer.ts'
import { totalWeight } from '../understand/question.ts'
import type { DocumentFinding, Printed, Step } from './finding.ts'

type Kind = Printed['what']

const asks: Record<Kind, RegExp> = {
  number: /文号|发文字号|文件号|几号文|发文号|document number/u,
  day: /(?:什么时候|何时|几号|哪一?天|哪一?年|几月几|日期|啥时候).{0,6}(?:印|发布|发的|发文|下发|出台|公布|发出|出的|签发)|(?:印发|发布|发文|出台|公布|落款|签发|成文)的?(?:日期|时间|日子|是什么时候|是哪天)|when was .*issued|issue date/u,
  issuer:
    /(?:通知|文件|方案|办法).{0,8}(?:谁|哪个(?:单位|部门|局)|哪家|什么(?:单位|部门)).{0,3}(?:印发|发布|发的|下发|出的)|(?:谁|哪个(?:单位|部门|局)|什么部门)(?:印发|发布|发|下发|出)的?(?:这|那|本)?(?:个|份)?(?:通知|文件|方案|办法)/u,
}
/** Words that a question on a document itself has anyhow. */
const formal = /文号|印发|通知|发|日期|文件|联合|落款|哪天|几号|那份|这份/u
/** Weight of other words from which a question on a day or an issuer is about something else. */
const aboutElse = 12

/** Answers on a notice itself: its number, its day of issue, its issuer. */
export const findDocument: Step = (inquiry) => {
  const { question, catalogue, memory } = inquiry
  const text = question.english ? question.asked.toLowerCase() : question.text
  const kinds = (Object.keys(asks) as Kind[]).filter((kind) => asks[kind].test(text))
  const spokenOf = memory.scope?.notice ?? question.presumed
  const notice = question.notices[0] ?? ofYear(inquiry) ?? catalogue.notices.find(({ id }) => id === spokenOf)
  if (kinds.length === 0 || !notice || isAboutOther(inquiry)) return undefined
  const rest = question.terms.filter((term) => !term.aspect && !term.names && !formal.test(term.words[0] ?? ''))
  if (!kinds.includes('number') && totalWeight(rest) > aboutElse) return undefined
  return stated(inquiry, notice, kinds)
}

/** Of the notices of a year that is named, the one that the other words speak for most: 「医疗2025那份的」. */
function ofYear({ question: { years, evidence }, catalogue }: Inquiry): Notice | undefined {
  const spokenFor = ({ id }: Notice): number => (evidence.title.get(id) ?? 0) + (evidence.body.get(id) ?? 0)
  return catalogue.notices.filter(({ year }) => years.includes(year)).sort((a, b) => spokenFor(b) - spokenFor(a))[0]
}

/** Whether a document is named by its title that is none of those loaded. */
function isAboutOther({ question, catalogue }: Inquiry): boolean {
  const quoted = /《([^》]+)》/u.exec(question.asked)?.[1]
  return (
    quoted !== undefined &&
    !catalogue.notices.some(({ title, shortTitle }) => title.includes(quoted) || shortTitle.includes(quoted))
  )
}

function stated({ catalogue }: Inquiry, notice: Notice, kinds: Kind[]): DocumentFinding {
  const printed = kinds.map((kind) => printedIn(catalogue, notice, kind))
  const rests = [...new Set(printed.flatMap(({ entry }) => entry ?? []))]
  return {
    kind: 'document',
    status: rests.length > 0 ? 'answered' : 'not-found',
    notice,
    printed,
    rests,
    ...(rests.length > 0 && { scope: { notice: notice.id } }),
  }
}

/** What the head, the close or the imprint of a notice prints, and the clause that does. */
function printedIn(catalogue: Catalogue, notice: Notice, what: Kind): Printed {
  const { documentNumber = '', issued = '', issuer } = notice
  const value = what === 'number' ? documentNumber : what === 'issuer' ? issuer : issued
  const entry = catalogue.entries.find(
    (one) =>
      one.notice.id === notice.id &&
      ['front', 'closing', 'furniture'].includes(one.clause.kind) &&
      value !== '' &&
      (what === 'day' ? namesDay(one, value) : one.own.includes(fold(value))),
  )
  return { what, value, entry }
}

const namesDay = ({ own }: Entry, day: string): boolean =>
  readDates(own).some(
    ({ year, month, day: date }) => year && month && date && isoDay({ year, month, day: date }) === day,
  )
