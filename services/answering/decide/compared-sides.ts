import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Inquiry } from '../answer.ts'
import { kinOf } from '../understand/named-parts.ts'
import type { Question, Scope } from '../understand/question.ts'
import { programmesMeant } from '../understand/scopes.ts'

const across = /两年|两次|两份|两回|前后|新旧|今年|以前|之前|上次|上一?回|老通知|旧通知|往年|过去|新通知|变化|变了/u
const bothProgrammes = /(?:两|2)[个类种家].{0,4}(?:中心|项目|类)/u

/** The notices or programmes to hold against each other: told apart by year, name or programme, as the question does. */
export function sidesOf(inquiry: Inquiry): Scope[] {
  const { question, memory } = inquiry
  const compares = question.intents.has('comparison')
  const namesNothing = question.named.length + question.programmes.size + question.years.length === 0
  if (namesNothing && memory.sides && question.leansOn) return memory.sides
  const byYear = sidesByYear(inquiry)
  if (byYear.length >= 2) return byYear
  if (!compares) return []
  const byNotice = onePer(programmesMeant(question))
  if (byNotice.length >= 2 && (question.named.length >= 2 || across.test(question.text))) return byNotice
  return sidesByProgramme(inquiry)
}

/** Two years of one kind of notice: both named, or one beside the notice that is spoken of. */
function sidesByYear({ question, catalogue, memory }: Inquiry): Scope[] {
  const about =
    question.notices[0] ??
    catalogue.notices.find(({ id }) => id === memory.scope?.notice) ??
    (isChange(question) ? ofYears(catalogue.notices, question.years) : undefined)
  if (!about) return []
  const kin = [about, ...kinsOf(about, catalogue.notices)]
  const named = question.years.flatMap((year) => kin.find((notice) => notice.year === year) ?? [])
  const compares = question.intents.has('comparison')
  if (named.length >= 2) return named.map((notice) => sideOf(notice, question.programmes))
  const last = kin.find(({ id }) => id === memory.scope?.notice)
  if (compares && named.length === 1 && last && last !== named[0])
    return [last, named[0]!].map((notice) => sideOf(notice, question.programmes))
  if (compares && question.years.length === 0 && across.test(question.text) && kin.length >= 2)
    return kin.slice(0, 2).map((notice) => sideOf(notice, question.programmes))
  return []
}

/** Whether years are named to be held against each other: two years alone may also tell a story. */
const isChange = ({ intents, text }: Question): boolean => intents.has('comparison') || /chang|改了|改动/u.test(text)

/** Where only years are named, the newest notice that has one of its kind in each of them. */
const ofYears = (notices: readonly Notice[], years: readonly number[]): Notice | undefined =>
  years.length < 2
    ? undefined
    : notices.find((notice) => {
        const kin = [notice, ...kinsOf(notice, notices)]
        return years.every((year) => kin.some((other) => other.year === year))
      })

const kinsOf = (notice: Notice, notices: readonly Notice[]): Notice[] => {
  const others = notices.filter(({ id, year }) => id !== notice.id && year !== notice.year)
  const found = kinOf(notice, others)
  return found ? [found] : []
}

function sideOf(notice: Notice, programmes: ReadonlySet<string>): Scope {
  const own = notice.programmes.find(({ id }) => programmes.has(id)) ?? notice.programmes[0]
  return own ? { notice: notice.id, programme: own.id } : { notice: notice.id }
}

/** Two programmes of one notice: both named, or 「两个中心」. */
function sidesByProgramme({ question, catalogue }: Inquiry): Scope[] {
  const meant = question.notices.length > 0 ? question.notices : catalogue.notices
  const [several] = meant.filter(({ programmes }) => programmes.length >= 2)
  if (!several) return []
  const named = several.programmes.filter(({ id }) => question.programmes.has(id))
  const both = bothProgrammes.test(question.text) ? several.programmes : named
  return both.length >= 2 ? both.map(({ id }): Scope => ({ notice: several.id, programme: id })) : []
}

const onePer = (scopes: Scope[]): Scope[] => {
  const seen = new Set<string>()
  return scopes.filter(({ notice }) => (seen.has(notice) ? false : seen.add(notice)))
}
