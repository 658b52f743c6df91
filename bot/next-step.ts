import { randomUUID } from 'node:crypto'
import { inChinese, inEnglish } from '../knowledge/language/write-day.ts'
import { nextStepTexts as texts } from '../prompts/next-step.ts'
import { citeAll } from '../services/answering/compose/cite.ts'
import type { Language } from '../services/answering/compose/told.ts'
import { topicOf } from '../services/answering/compose/topic.ts'
import { languageOf } from '../services/answering/understand/language-of.ts'
import { readSmallTalk } from '../services/answering/understand/small-talk.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { Assessment } from '../services/eligibility/assessment.ts'
import { checkProgramme } from '../services/eligibility/check-programme.ts'
import type { Message } from '../services/interview/message.ts'
import { withOffers } from '../services/interview/offers.ts'
import { standingOf } from '../services/interview/standing.ts'
import type { Action, Reply } from '../services/reply.ts'

const openStatus = { eligible: undefined, ineligible: 'unmet', undetermined: 'unknown' } as const

/** What to do next for somebody who has had a verdict and still talks of its programme; undefined for any other message. */
export function takeNextStep({ text, command, known, state, today }: Message): Answered | undefined {
  const { interview, memory } = state
  const programme = known.programmes.find(({ id }) => id === interview?.programme)
  const isAsked = !command && readSmallTalk(text) === 'next'
  if (!isAsked || !interview?.isConfirmed || !programme || memory.scope?.programme !== programme.id) return undefined
  const { answers } = standingOf(programme, interview)
  const assessment = checkProgramme(programme, answers, today)
  const { verdict, criteria, window } = assessment
  const language = languageOf(text, memory.english)
  const left = criteria.filter(({ status }) => status === openStatus[verdict])
  const title = topicOf(known.catalogue, { scope: memory.scope }, language)!.label
  const names = left.map((criterion) => criterion.title)
  const sources = [...left.map(({ source }) => source), window.source]
  const reply: Reply = {
    id: randomUUID(),
    kind: 'info',
    text: [texts[verdict][language](title, names), tellWindow(assessment, language)].join('\n'),
    citations: citeAll(sources.flatMap(({ notice, clause }) => known.catalogue.find(notice, clause) ?? [])),
    actions: actionsOf(verdict, language),
  }
  return withOffers({ status: 'interview-next', replies: [reply], state, used: [], rejected: [] }, known)
}

function tellWindow({ window: { status, closes } }: Assessment, language: Language): string {
  const day = language === 'en' ? inEnglish(closes) : inChinese(closes)
  return status === 'closed' ? texts.closed[language](day) : texts.open[language](day)
}

/** What fits the verdict first. */
function actionsOf(verdict: Assessment['verdict'], language: Language): Action[] {
  const say = (label: string): Action => ({ label, send: label })
  const [missing, prepare] = [say(texts.missing[language]), say(texts.prepare[language])]
  const edit = { label: texts.edit[language], send: '/edit' }
  return verdict === 'eligible' ? [prepare, missing, edit] : [missing, prepare, edit]
}
