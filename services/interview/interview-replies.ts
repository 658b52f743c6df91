import { randomUUID } from 'node:crypto'
import { documentTexts } from '../../prompts/document-texts.ts'
import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { cite, citeAll } from '../answering/compose/cite.ts'
import type { Interview } from '../conversations/interview.ts'
import { type DownloadName, downloadsOf } from '../downloads/download.ts'
import type { Assessment, Source } from '../eligibility/assessment.ts'
import { checkProgramme } from '../eligibility/check-programme.ts'
import { labelsOf, writeAnswer } from '../eligibility/describe-answer.ts'
import { type FactKey, facts } from '../eligibility/facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { titleOf } from '../eligibility/title-of.ts'
import type { Action, Reply } from '../reply.ts'
import { describeAssessment, type Fit, otherFits } from './describe-assessment.ts'
import type { InterviewKnowledge } from './message.ts'
import { leftToAsk, sourceOf, standingOf } from './standing.ts'

/** Interview state and the data it needs; `today` is YYYY-MM-DD. */
export type InterviewContext = {
  programme: ResolvedProgramme
  interview: Interview
  known: InterviewKnowledge
  today: string
}

const reply = (kind: Reply['kind'], lines: readonly string[], more: Partial<Reply> = {}): Reply => ({
  id: randomUUID(),
  kind,
  text: lines.filter((line) => line !== '').join('\n'),
  citations: [],
  actions: [],
  ...more,
})

const act = (label: string, send: string): Action => ({ label, send })
const editActions = (keys: readonly FactKey[]): Action[] =>
  keys.map((key) => act(words.editOne(facts[key].label), `/edit ${key}`))

/** What the interview waits for: its open question, or the summary to be confirmed. `notes` stand below. */
export function openReply(context: InterviewContext, notes: readonly string[] = []): Reply {
  const { open } = standingOf(context.programme, context.interview)
  return open === undefined ? summaryReply(context, notes) : questionReply(context, open, notes)
}

function questionReply(
  { programme, interview, known, today }: InterviewContext,
  key: FactKey,
  notes: readonly string[],
): Reply {
  const { path, answers, progress } = standingOf(programme, interview)
  const { prompt, help, why } = facts[key]
  const source = sourceOf(programme, key)
  const entry = source && known.catalogue.find(source.notice, source.clause)
  const isDecided = checkProgramme(programme, answers, today).verdict === 'ineligible'
  return reply('question', [prompt, help, why, ...notes], {
    citations: entry ? [cite(entry)] : [],
    actions: [
      ...choicesOf(key),
      act(words.skip, '/skip'),
      ...(path[0] === key ? [] : [act(words.back, '/back')]),
      ...(isDecided ? [act(words.showResult, '/confirm')] : []),
    ],
    asks: { programme: programme.id, key },
    progress,
  })
}

function choicesOf(key: FactKey): Action[] {
  const fact = facts[key]
  if (fact.type === 'choice') return fact.options.map(({ label }) => act(label, label))
  return fact.type === 'bool' ? [act(words.yes, words.yes), act(words.no, words.no)] : []
}

const answerLines = ({ programme, interview }: InterviewContext): string[] => {
  const { path, answers } = standingOf(programme, interview)
  const given = path.filter((key) => answers[key] !== undefined)
  return given.map((key, at) => `${at + 1}. ${facts[key].label}：${writeAnswer(key, answers[key])}`)
}

function summaryReply(context: InterviewContext, notes: readonly string[]): Reply {
  const { path, progress } = standingOf(context.programme, context.interview)
  const lines = [words.summary(titleOf(context.programme)), ...answerLines(context), words.summaryClose, ...notes]
  return reply('summary', lines, { actions: [act(words.confirm, '/confirm'), ...editActions(path)], progress })
}

/** What has been answered and what is left. */
export function statusReply(context: InterviewContext): Reply {
  const { programme, interview } = context
  const standing = standingOf(programme, interview)
  const left = leftToAsk(programme, standing)
  const lines = answerLines(context)
  return reply(
    'info',
    [
      words.statusTitle(titleOf(programme)),
      words.answered,
      ...(lines.length > 0 ? lines : [words.none]),
      words.left(left.length > 0 ? labelsOf(left) : words.none),
    ],
    { progress: standing.progress, actions: [act(words.otherDevice, '/code')] },
  )
}

/** Says something of the interview itself. */
export const noteReply = (text: string, actions: Action[] = []): Reply => reply('info', [text], { actions })

/** Every answer with a button to change it. */
export function editReply({ programme, interview }: InterviewContext, text: string): Reply {
  const { path, answers } = standingOf(programme, interview)
  const given = path.filter((key) => answers[key] !== undefined)
  return noteReply(given.length > 0 ? text : words.nothingAnswered, editActions(given))
}

/** The checker's assessment of the answers that count. */
export function assessmentReply({ programme, interview, known, today }: InterviewContext): Reply {
  const { answers } = standingOf(programme, interview)
  const assessment = checkProgramme(programme, answers, today)
  const entryOf = ({ notice, clause }: Source) => known.catalogue.find(notice, clause)
  const placeOf = (source: Source) => entryOf(source)?.clause.path.split(' › ').slice(-2).join(' › ') || source.clause
  const fits = otherFits(known.programmes, assessment, answers)
  const text = describeAssessment(
    programme,
    assessment,
    placeOf,
    fits.map((fit) => fit.text),
  )
  const rests = sourcesOf(assessment, fits).flatMap((source) => entryOf(source) ?? [])
  const others = fits.map((fit) => act(words.start(titleOf(fit.programme)), `/check ${fit.programme.id}`))
  const given = reply('assessment', [text], {
    citations: citeAll(rests),
    actions: [act(words.edit, '/edit'), ...others],
    assessment,
  })
  return { ...given, downloads: downloadsOf(assessment).map((name) => downloadOf(given, name)) }
}

/** Every clause that the words of an assessment rest on, those of its criteria first. */
function sourcesOf(
  { criteria, window, preferences, preparation, verdict }: Assessment,
  fits: readonly Fit[],
): Source[] {
  const shown = verdict === 'ineligible' ? [] : preparation
  return [
    ...criteria.map(({ source }) => source),
    window.source,
    ...[...preferences, ...shown].flatMap(({ source }) => source ?? []),
    ...fits.map(({ programme }) => programme.window.source),
  ]
}

const downloadOf = ({ id }: Reply, name: DownloadName) => ({
  label: documentTexts.labels[name],
  url: `/api/replies/${id}/${name}`,
})
