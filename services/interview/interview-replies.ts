import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { cite } from '../answering/compose/cite.ts'
import { checkProgramme } from '../eligibility/check-programme.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import type { SettledRelation } from '../eligibility/broken-relation.ts'
import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import type { Action, Reply } from '../reply.ts'
import { labelsIn, titleIn } from '../eligibility/programme-texts.ts'
import {
  act,
  answeredKeys,
  answerLines,
  awaitedIn,
  editActions,
  type InterviewContext,
  labelOf,
  noteReply,
  reply,
  skippedIn,
  textsOf,
  writtenIn,
  writtenWithGivers,
} from './reply-parts.ts'
import { earlierActions, saidBefore, sidesOf } from './said-before.ts'
import { offeredTogether } from './joint-questions.ts'
import { isWithColleagues } from './given.ts'
import { leftToAsk, limitsOf, sourceOf, standingOf } from './standing.ts'

/** What the interview waits for: two answers to be put right, its open question, or the summary. `notes` stand below. */
export function openReply(context: InterviewContext, notes: readonly string[] = []): Reply {
  const { open, doubt } = standingOf(context.programme, context.interview)
  if (doubt) return doubtReply(context, doubt, notes)
  return open === undefined ? summaryReply(context, notes) : questionReply(context, open, notes)
}

/** What it waits for in one line, for those who have just read it whole. */
export function shortReply(context: InterviewContext): Reply {
  const whole = openReply(context)
  const [first = ''] = whole.text.split('\n')
  if (whole.kind === 'summary') return { ...whole, text: textsOf(context).summaryClose }
  return whole.kind === 'question' ? { ...whole, text: first, citations: [] } : whole
}

function questionReply(context: InterviewContext, key: FactKey, notes: readonly string[]): Reply {
  const { programme, interview, known, today } = context
  const words = textsOf(context)
  const { path, answers, progress } = standingOf(programme, interview)
  const { prompt, help, why } = factTexts(factAt(programme.facts, key), interview.language)
  const source = sourceOf(programme, key)
  const entry = source && known.catalogue.find(source.notice, source.clause)
  const isDecided = checkProgramme(programme, answers, today).verdict === 'ineligible'
  const together = offeredTogether(programme, interview)
  return reply(
    'question',
    [prompt, ...saidBefore(context, key), help, why, ...togetherNote(context, together), ...notes],
    {
      citations: entry ? [cite(entry)] : [],
      actions: [
        ...earlierActions(context, key),
        ...(sidesOf(context, key) ?? choicesOf(context, key)),
        ...(together.length > 0 ? [act(words.allHold(together.length), words.allHold(together.length))] : []),
        act(words.skip, '/skip'),
        ...(path[0] === key ? [] : [act(words.back, '/back')]),
        ...(isDecided ? [act(words.showResult, '/confirm')] : []),
      ],
      asks: { programme: programme.id, key },
      progress,
      ...(why !== '' && { why }),
    },
  )
}

/** What those mean who say that all of several questions are to be answered with yes. */
function togetherNote(context: InterviewContext, keys: readonly FactKey[]): string[] {
  if (keys.length === 0) return []
  const needs = keys.map(
    (key) => factTexts(factAt(context.programme.facts, key), context.interview.language).need ?? labelOf(context, key),
  )
  return [textsOf(context).together(needs)]
}

function choicesOf(context: InterviewContext, key: FactKey): Action[] {
  const { yes, no } = textsOf(context)
  const fact = factAt(context.programme.facts, key)
  if (fact.type === 'percent' && limitsOf(context.programme, key).includes(100)) return [act('100%', '100%')]
  if (fact.type === 'choice')
    return Object.entries(factTexts(fact, context.interview.language).options ?? {}).map(([value, label]) =>
      // Chinese words that are only quoted would turn the interview to Chinese.
      act(label, label.startsWith('“') ? value : label),
    )
  return fact.type === 'bool' ? [act(yes, yes), act(no, no)] : []
}

/** Asks which of two answers is right that don't fit together. */
function doubtReply(context: InterviewContext, { when, needs }: SettledRelation, notes: readonly string[]): Reply {
  const words = textsOf(context)
  const said = (key: FactKey) => words.asked(labelOf(context, key), writtenIn(context, key))
  const { progress } = standingOf(context.programme, context.interview)
  const fixes = [when.fact, needs.fact].map((key) => act(words.doubtFix(labelOf(context, key)), `/edit ${key}`))
  return reply('clarify', [...notes, words.doubt(said(when.fact), said(needs.fact))], {
    actions: [...fixes, act(words.doubtBoth, words.doubtBoth)],
    progress,
  })
}

function summaryReply(context: InterviewContext, notes: readonly string[]): Reply {
  const words = textsOf(context)
  const { progress } = standingOf(context.programme, context.interview)
  const keys = answeredKeys(context)
  const skipped = skippedIn(context)
  const awaited = awaitedIn(context)
  const lines = [
    words.summary(titleIn(context.interview.language, context.programme)),
    ...answerLines(context),
    ...(skipped > 0 ? [words.skippedCount(skipped)] : []),
    ...(awaited > 0 ? [words.awaitedCount(awaited)] : []),
    words.summaryClose,
    ...notes,
  ]
  return reply('summary', lines, {
    actions: [act(words.confirm, '/confirm'), ...editActions(context, keys), act(words.askColleagues, '/ask')],
    table: {
      columns: [...words.summaryColumns],
      rows: keys.map((key) => [{ text: words.row(labelOf(context, key)) }, { text: writtenWithGivers(context, key) }]),
    },
    progress,
  })
}

/** What has been answered and what is left. */
export function statusReply(context: InterviewContext): Reply {
  const { programme, interview } = context
  const words = textsOf(context)
  const standing = standingOf(programme, interview)
  const left = leftToAsk(programme, standing)
  const lines = answerLines(context)
  const { done } = standing.progress
  return reply(
    'info',
    [
      words.statusTitle(titleIn(interview.language, programme)),
      words.progress(done, skippedIn(context), left.length),
      words.answered,
      ...(lines.length > 0 ? lines : [words.none]),
      words.left(left.length > 0 ? labelsIn(interview.language, programme.facts, left) : words.none),
    ],
    { progress: standing.progress, actions: [act(words.otherDevice, '/code'), act(words.askColleagues, '/ask')] },
  )
}

/** Every answer with a button to change it. */
export function editReply(context: InterviewContext, text: string): Reply {
  const given = answeredKeys(context)
  return noteReply(
    [given.length > 0 ? text : textsOf(context).nothingAnswered, ...answerLines(context)].join('\n'),
    editActions(context, given),
  )
}

/** Asks whether the person means to leave. */
export function leaveReply(context: InterviewContext): Reply {
  const words = interviewTextsIn(context.interview.language)
  const asked = words.leaveFirst(answeredKeys(context).length)
  const links = isWithColleagues(context.interview) ? [words.leaveLinks] : []
  return noteReply([asked, ...links].join('\n'), [act(words.leaveNow, words.leaveNow), act(words.stay, words.stay)])
}
