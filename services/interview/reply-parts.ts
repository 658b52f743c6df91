import { randomUUID } from 'node:crypto'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Given, Interview } from '../conversations/interview.ts'
import { factTexts, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { shortDayIn } from '../eligibility/programme-texts.ts'
import type { Action, Reply } from '../reply.ts'
import { awaitedFrom, giversOf } from './given.ts'
import type { InterviewKnowledge } from './message.ts'
import { standingOf } from './standing.ts'

/** Interview state and the data it needs; `today` is YYYY-MM-DD. */
export type InterviewContext = {
  programme: ResolvedProgramme
  interview: Interview
  known: InterviewKnowledge
  today: string
}

export const reply = (kind: Reply['kind'], lines: readonly string[], more: Partial<Reply> = {}): Reply => ({
  id: randomUUID(),
  kind,
  text: lines.filter((line) => line !== '').join('\n'),
  citations: [],
  actions: [],
  ...more,
})

export const act = (label: string, send: string): Action => ({ label, send })

/** Says something of the interview itself. */
export const noteReply = (text: string, actions: Action[] = []): Reply => reply('info', [text], { actions })

/** The fixed texts in the language of an interview. */
export const textsOf = ({ interview }: Pick<InterviewContext, 'interview'>) => interviewTextsIn(interview.language)

type Held = Pick<InterviewContext, 'interview' | 'programme'>

/** What a question is called in the language of an interview. */
export const labelOf = ({ interview, programme }: Held, key: FactKey): string =>
  factTexts(factAt(programme.facts, key), interview.language).label

/** An answer as it was given, in the language of the interview. */
export const writtenIn = ({ interview, programme }: Held, key: FactKey): string =>
  writeAnswerIn(interview.language ?? 'zh', factAt(programme.facts, key), interview.answers[key], interview.said?.[key])

/** The same with who gave it where that was a colleague, or whom it waits for: 520万元（财务处，6月3日）. */
export function writtenWithGivers(context: InterviewContext, key: FactKey): string {
  const { interview } = context
  const words = textsOf(context)
  const awaited = awaitedFrom(interview, key)
  if (awaited.length > 0) return words.awaited(rolesOf(awaited, words.listed))
  return `${writtenIn(context, key)}${writtenGivers(context, key)}`
}

/** Who gave the answer that counts, and when the last of them did; '' for the person's own. */
export function writtenGivers({ interview, today }: InterviewContext, key: FactKey): string {
  const givers = giversOf(interview, key)
  const words = interviewTextsIn(interview.language)
  const day = givers.at(-1)?.on
  return day === undefined
    ? ''
    : words.givers(rolesOf(givers, words.listed), shortDayIn(interview.language, day, today))
}

const rolesOf = (givers: readonly Given[], listed: string): string =>
  [...new Set(givers.map(({ role = '' }) => role))].join(listed)

export const editActions = (context: InterviewContext, keys: readonly FactKey[]): Action[] =>
  keys.map((key) => act(textsOf(context).editOne(labelOf(context, key)), `/edit ${key}`))

/** The questions that have their answers, skipped ones too, in the notice's order. */
export const answeredKeys = ({ programme, interview }: InterviewContext): FactKey[] =>
  standingOf(programme, interview).given

export const answerLines = (context: InterviewContext): string[] =>
  answeredKeys(context).map(
    (key, at) => `${at + 1}. ${textsOf(context).asked(labelOf(context, key), writtenWithGivers(context, key))}`,
  )

/** How many of the questions were skipped. */
export const skippedIn = ({ programme, interview }: InterviewContext): number =>
  unknownIn(programme, interview).filter((key) => awaitedFrom(interview, key).length === 0).length

/** How many of the questions wait for a colleague. */
export const awaitedIn = ({ programme, interview }: InterviewContext): number =>
  unknownIn(programme, interview).filter((key) => awaitedFrom(interview, key).length > 0).length

const unknownIn = (programme: ResolvedProgramme, interview: Interview): FactKey[] =>
  standingOf(programme, interview).given.filter((key) => interview.answers[key] === null)
