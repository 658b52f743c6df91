import { inChinese, inEnglish } from '../../knowledge/language/write-day.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { reminderTexts as texts } from '../../prompts/reminder-texts.ts'
import { citeAll } from '../answering/compose/cite.ts'
import type { ChannelName } from '../channel.ts'
import type { Answered } from '../conversations/answered.ts'
import { type Agreement, watchedOf } from '../conversations/reminder-change.ts'
import { dayIn, titleIn } from '../eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { holdWindow } from '../eligibility/window.ts'
import { newsOf, withShown } from '../interview/follow-changes.ts'
import { openReply } from '../interview/interview-replies.ts'
import { languageOfTurn } from '../interview/language-of-turn.ts'
import type { Message } from '../interview/message.ts'
import { withOffers } from '../interview/offers.ts'
import { act, noteReply, reply } from '../interview/reply-parts.ts'
import type { Reply } from '../reply.ts'
import { daysToCome } from './due-days.ts'
import { stopAction } from './reminder-replies.ts'

/** A message and the channel that it came in. */
type Heard = Message & { channel: ChannelName }

/**
 * Takes what is said of reminders: `/remind deadline|changes|answer`, `/stop`, and `/news`, which shows what is new; undefined
 * for any other message.
 *
 * @param hasNews Whether something waits to be told, which stands above what is answered.
 */
export function takeReminder(message: Heard, hasNews: boolean): Answered | undefined {
  const { command, known } = message
  const answered =
    command?.name === 'stop'
      ? ended(message, 'reminder-stopped', [noteReply(texts.stopped[languageOfTurn(message)])], { isStopped: true })
      : command?.name === 'news'
        ? showNews(message, hasNews)
        : command?.name === 'remind'
          ? remind(message, command.argument)
          : undefined
  return answered && withOffers(answered, known)
}

/** The turn, with the open question of an interview below it. */
function ended(
  { state, known, today }: Message,
  status: string,
  replies: Reply[],
  reminders?: Answered['reminders'],
): Answered {
  const { interview } = state
  const programme = known.programmes.find(({ id }) => id === interview?.programme)
  const isOpen = interview && programme && !interview.isConfirmed
  const open = isOpen ? [openReply({ programme, interview, known, today })] : []
  return { status, replies: [...replies, ...open], state, used: [], rejected: [], ...(reminders && { reminders }) }
}

/** What the check of the conversation says otherwise by now; what waited to be told stands above it. */
function showNews(message: Heard, hasNews: boolean): Answered {
  const { state, known, today } = message
  const { interview } = state
  const programme = known.programmes.find(({ id }) => id === interview?.programme)
  const news = interview && programme ? newsOf({ programme, interview, known, today }) : { isOther: false }
  const said = news.reply ? [news.reply] : []
  if (interview && programme && news.isOther) {
    const current = { ...state, interview: { ...interview, rules: programme.rulesVersion } }
    return withShown(ended({ ...message, state: current }, 'reminder-news', said), message)
  }
  const none = hasNews ? [] : [noteReply(texts.noNews[languageOfTurn(message)])]
  return ended(message, 'reminder-news', none)
}

function remind(message: Heard, argument: string): Answered {
  const [what = '', subject = ''] = argument.split(/\s+/u)
  if (what === 'deadline') return remindOfDeadline(message, subject)
  if (what === 'changes') return remindOfChanges(message, subject)
  if (what === 'answer') return remindOfAnswer(message, subject)
  const language = languageOfTurn(message)
  const offers = (['deadline', 'changes'] as const).map((one) => act(texts[one][language], `/remind ${one}`))
  return ended(message, 'reminder-asked', [noteReply(texts.what[language], [...offers, stopAction(language)])])
}

/** The programme that is named, or that the conversation is about. */
function programmeMeant({ known, state }: Message, id: string): ResolvedProgramme | undefined {
  const ids = [id.toLowerCase(), ...(id === '' ? [state.interview?.programme, state.memory.scope?.programme] : [])]
  return ids.flatMap((one) => known.programmes.find((programme) => programme.id === one) ?? [])[0]
}

/** Days of one year, the year told once. */
const daysIn = (language: Language, days: readonly string[], closes: string): string[] =>
  days.map((day) => {
    if (language === 'en') return inEnglish(day)
    return day.slice(0, 4) === closes.slice(0, 4) ? inChinese(day).replace(/^\d+年/u, '') : inChinese(day)
  })

function remindOfDeadline(message: Heard, id: string): Answered {
  const { known, today, channel } = message
  const language = languageOfTurn(message)
  const programme = programmeMeant(message, id)
  if (!programme) return askWhichDeadline(message, language)
  const window = holdWindow(programme.window, today)
  const { closes, status, source } = window
  const [title, day] = [titleIn(language, programme), dayIn(language, closes)]
  const entry = known.catalogue.find(source.notice, source.clause)
  const say = (text: string, actions = [stopAction(language)]) =>
    reply('info', [text], { citations: entry ? citeAll([entry]) : [], actions })
  if (status === 'closed') {
    const instead = act(texts.changes[language], `/remind changes ${programme.id}`)
    const isHeld = message.state.interview?.programme === programme.id
    return ended(message, 'reminder-none', [say(texts.closed[language](title, day), isHeld ? [instead] : [])])
  }
  const days = daysToCome(closes, today).map((due) => due.day)
  if (days.length === 0) {
    const left = closes === today ? 0 : 1
    return ended(message, 'reminder-none', [say(texts.tooNear[language](title, day, left), [])])
  }
  const words = texts.agreedDeadline[language](title, daysIn(language, days, closes), day)
  return agreed(message, { what: 'deadline', subject: programme.id, language }, say(words), channel)
}

function askWhichDeadline(message: Heard, language: Language): Answered {
  const { known, today } = message
  const open = known.programmes.filter(({ window }) => holdWindow(window, today).status !== 'closed')
  const actions = open.map((one) => act(titleIn(language, one), `/remind deadline ${one.id}`))
  const text = open.length === 0 ? texts.noneOpen[language] : texts.whichDeadline[language]
  return ended(message, 'reminder-asked', [noteReply(text, actions)])
}

/** The check that is under way, or was done, from now on. */
function remindOfChanges(message: Heard, id: string): Answered {
  const { state, channel, known } = message
  const language = languageOfTurn(message)
  const { interview } = state
  const programme = known.programmes.find((one) => one.id === interview?.programme)
  if (!interview || !programme || (id !== '' && id.toLowerCase() !== programme.id)) {
    const check = act(texts.check[language], id === '' ? '/check' : `/check ${id}`)
    return ended(message, 'reminder-none', [noteReply(texts.noCheck[language], [check])])
  }
  const held = withShown({ ...ended(message, '', []) }, message).state.interview ?? interview
  const words = noteReply(texts.agreedChanges[language](titleIn(language, programme)), [stopAction(language)])
  return agreed(message, { what: 'check', subject: programme.id, language, interview: watchedOf(held) }, words, channel)
}

/** Said in words, it is the last question, where that has no answer. */
function remindOfAnswer(message: Heard, given: string): Answered {
  const language = languageOfTurn(message)
  const subject = given === '' ? message.state.unanswered : given
  if (subject === undefined) return ended(message, 'reminder-none', [noteReply(texts.noQuestion[language])])
  const words = noteReply(texts.agreedAnswer[language], [stopAction(language)])
  return agreed(message, { what: 'answer', subject, language }, words, message.channel)
}

function agreed(message: Heard, agreement: Agreement, words: Reply, channel: ChannelName): Answered {
  const where = texts.where[agreement.language][channel]
  const [first, ...rest] = words.text.split('\n')
  const said = { ...words, text: [`${first}${agreement.language === 'en' ? ' ' : ''}${where}`, ...rest].join('\n') }
  return ended(message, 'reminder-agreed', [said], { agreed: agreement })
}
