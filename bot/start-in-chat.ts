import type { Entry } from '../knowledge/finding/catalogue.ts'
import type { Notice } from '../knowledge/parsing/notice.ts'
import { inChinese, inEnglish } from '../knowledge/language/write-day.ts'
import { commandReplies as words } from '../prompts/command-replies.ts'
import { citeAll } from '../services/answering/compose/cite.ts'
import type { Language } from '../services/answering/compose/told.ts'
import { topicOf } from '../services/answering/compose/topic.ts'
import { deadlineOf } from '../services/answering/decide/window.ts'
import type { Scope } from '../services/answering/understand/question.ts'
import { holdWindow } from '../services/eligibility/window.ts'
import type { Command } from '../services/interview/message.ts'
import { rosterRows } from '../services/roster/roster.ts'
import { type CommandAnswer, type CommandContext, info, languageFor } from './command-answer.ts'

type Knowledge = Pick<CommandContext['known'], 'catalogue' | 'programmes'>
/** The call of a programme: until which day, by which clause, and how it stands; `left` are days, negative after the last. */
type Call = {
  scope: Scope
  year: number
  status: 'open' | 'not-yet-open' | 'closed'
  day: string
  left: number
  entry: Entry
}

const dayInMs = 86_400_000
const order = { open: 0, 'not-yet-open': 1, closed: 2 } as const

/** The calls of all notices whose last day is known, open ones first, then the newest. @param today YYYY-MM-DD. */
export function callsOf({ catalogue, programmes }: Knowledge, today: string): Call[] {
  const calls = catalogue.notices.flatMap((notice) =>
    idsOf(notice, programmes).flatMap((id): Call[] => {
      const checked = programmes.find((one) => one.id === id)?.window
      const source = checked && catalogue.find(checked.source.notice, checked.source.clause)
      const deadline = checked && source ? { day: checked.closes, entry: source } : deadlineOf(catalogue, notice)
      if (!deadline) return []
      const left = Math.round((Date.parse(deadline.day) - Date.parse(today)) / dayInMs)
      const isEarly = checked?.opens !== undefined && today < checked.opens
      const isOver = left < 0 || (checked !== undefined && holdWindow(checked, today).status === 'closed')
      const status = isOver ? 'closed' : isEarly ? 'not-yet-open' : 'open'
      const { day, entry } = deadline
      return [{ scope: { notice: notice.id, programme: id }, year: notice.year, status, day, left, entry }]
    }),
  )
  return calls.toSorted((a, b) => order[a.status] - order[b.status] || b.year - a.year)
}

/** The programmes that a notice names, and those that staff wrote for it under ids of their own. */
function idsOf(notice: Notice, programmes: Knowledge['programmes']): string[] {
  const named = notice.programmes.map(({ id }) => id)
  const written = programmes.filter((one) => one.notice === notice.id).map(({ id }) => id)
  return written.length > 0 && !written.some((id) => named.includes(id))
    ? written
    : [...new Set([...named, ...written])]
}

/** Which calls are open and until when, then what to begin with. */
export function answerStart(command: Command, context: CommandContext): CommandAnswer {
  const { known, today } = context
  const language = languageFor(command, context)
  const calls = callsOf(known, today)
  const isAnyOpen = calls.some(({ status }) => status === 'open')
  const head = calls.length === 0 ? [] : [isAnyOpen ? words.someOpen[language] : words.noneOpen[language]]
  const lines = calls.map((call) => lineOf(call, known, language))
  const actions = [
    { label: words.firstCheck[language], send: '/check' },
    { label: words.lookUp[language], send: '/unit' },
  ]
  const text = [words.start[language], ...head, ...lines, words.begin[language]].join('\n')
  return info('help', text, actions, citeAll(calls.map(({ entry }) => entry)))
}

function lineOf({ scope, status, day, left }: Call, { catalogue }: Knowledge, language: Language): string {
  const label = topicOf(catalogue, { scope }, language)!.label
  const written = language === 'en' ? inEnglish(day) : inChinese(day)
  return words.window[language][status](label, written, left)
}

const examples = 2

/** Asks for the name of a unit, with two from the lists. */
export function answerUnit(command: Command, context: CommandContext): CommandAnswer {
  const units = new Set(rosterRows(context.known.catalogue).map(({ unit }) => unit))
  return info('unit-asked', words.unit[languageFor(command, context)]([...units].slice(0, examples)))
}
