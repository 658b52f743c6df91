import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { reminderTexts as texts } from '../../prompts/reminder-texts.ts'
import { citeAll } from '../answering/compose/cite.ts'
import { replyOf } from '../answering/compose/reply.ts'
import type { Interview } from '../conversations/interview.ts'
import { dayIn, titleIn, windowNote } from '../eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { holdWindow } from '../eligibility/window.ts'
import { faqAnswer } from '../faq/faq-answer.ts'
import type { AnsweringFaq } from '../faq/faq.ts'
import { newsOf, wordOnSuspension } from '../interview/follow-changes.ts'
import type { InterviewKnowledge } from '../interview/message.ts'
import type { Action, Reply } from '../reply.ts'

/** Characters of a question that are repeated. */
const longestQuestion = 60

export const stopAction = (language: Language): Action => ({ label: texts.stop[language], send: '/stop' })

/** A reply that comes unasked: how to hear no more stands below it. */
export const unasked = (reply: Reply, language: Language): Reply => ({
  ...reply,
  text: `${reply.text}\n\n${texts.howToStop[language]}`,
  actions: [...reply.actions, stopAction(language)],
})

const note = (lines: readonly string[], more: Partial<Reply> = {}): Reply => ({
  id: randomUUID(),
  kind: 'info',
  text: lines.join('\n'),
  citations: [],
  actions: [],
  ...more,
})

/**
 * What to tell of a check whose rules are others now; undefined where it says the same.
 *
 * @param isHeld Whether its conversation still holds it, so that its result can be shown there.
 */
export function changeNews(
  interview: Interview,
  known: InterviewKnowledge,
  today: string,
  isHeld: boolean,
): Reply | undefined {
  const { language = 'zh', programme: id } = interview
  const suspended = known.suspended?.find((one) => one.id === id)
  if (suspended) return unasked(note([wordOnSuspension(suspended, interview)]), language)
  const programme = known.programmes.find((one) => one.id === id)
  const reply = programme && newsOf({ programme, interview, known, today }).reply
  if (!reply) return undefined
  const { lead, text, actions } = reply
  const head = texts.checkOf[language](titleIn(language, programme))
  const said = lead === undefined ? `${text}\n${head}` : `${lead}\n${head}${text.slice(lead.length)}`
  return unasked({ ...reply, text: said, actions: isHeld ? actions : [] }, language)
}

/** That a programme's last day comes near, or that its window has opened, with the clause. */
export function windowNews(
  programme: ResolvedProgramme,
  catalogue: Catalogue,
  today: string,
  language: Language,
  isOpening: boolean,
): Reply {
  const window = holdWindow(programme.window, today)
  const [title, day] = [titleIn(language, programme), dayIn(language, window.closes)]
  const lead = isOpening ? texts.begun[language](title, day) : texts.due[language](title, window.daysLeft ?? 0, day)
  const entry = catalogue.find(window.source.notice, window.source.clause)
  return unasked(
    note([lead, windowNote(language, window)], {
      lead,
      citations: entry ? citeAll([entry]) : [],
      actions: [{ label: texts.check[language], send: `/check ${programme.id}` }],
    }),
    language,
  )
}

/** @param question As it was asked, masked. @param day On which, YYYY-MM-DD. */
export function answerNews(
  catalogue: Catalogue,
  faq: AnsweringFaq,
  { question, day }: { question: string; day: string },
  language: Language,
): Reply {
  const { lead: _, ...reply } = replyOf(faqAnswer(catalogue, faq))
  const asked = texts.answered[language](dayIn(language, day), shortened(question, longestQuestion))
  return unasked({ ...reply, text: `${asked}\n${reply.text}` }, language)
}
