import type { Interview } from '../conversations/interview.ts'
import { checkProgramme } from '../eligibility/check-programme.ts'
import { factAt } from '../eligibility/document-facts.ts'
import { writeAnswerIn } from '../eligibility/fact-texts.ts'
import { goOn } from './go-on.ts'
import { editReply, leaveReply, openReply, shortReply, statusReply } from './interview-replies.ts'
import type { Reply } from '../reply.ts'
import type { Taken } from './message.ts'
import type { Move, MoveName } from './move.ts'
import { editedKeys } from './read-move.ts'
import { type InterviewContext, textsOf } from './reply-parts.ts'
import { answerOpen, back, leftToAsk, reopen, standingOf } from './standing.ts'
import { undo } from './undo.ts'
import { assessmentReply, missingReply, prepareReply } from './verdict-replies.ts'

/** Takes a step other than an answer. */
export const takeMove = (move: Move & { name: keyof typeof moves }, context: InterviewContext): Taken =>
  moves[move.name](context, move.argument)

const moves: Record<Exclude<MoveName, 'restart'>, (context: InterviewContext, argument: string) => Taken> = {
  back: goBack,
  undo,
  skip,
  status: (context) => ({
    status: 'interview-status',
    replies: [statusReply(context), openReply(context)],
    interview: { ...context.interview, isConfirmed: false },
  }),
  stay: (context) => goOn(context, { ...context.interview, isConfirmed: false }),
  cancel: (context) => ({
    status: 'interview-leaving',
    replies: [leaveReply(context)],
    interview: { ...context.interview, isLeaving: true },
  }),
  confirm,
  edit,
  accept,
  missing: (context) => told(context, 'interview-gap', missingReply(context)),
  prepare: (context) => told(context, 'interview-preparation', prepareReply(context)),
}

/** Tells something of the verdict; before it, with what the interview waits for. */
function told(context: InterviewContext, status: string, reply: Reply): Taken {
  const { interview } = context
  return { status, replies: interview.isConfirmed ? [reply] : [reply, shortReply(context)], interview }
}

function goBack(context: InterviewContext): Taken {
  const before = back(context.programme, context.interview)
  return before ? reask(context, before) : goOn(context, context.interview, [textsOf(context).firstQuestion])
}

/** Asks a question again that has its answer, and says which. */
function reask(context: InterviewContext, interview: Interview): Taken {
  const { open, answers, facts } = standingOf(context.programme, interview)
  if (open === undefined || answers[open] === undefined) return goOn(context, interview)
  const before = writeAnswerIn(interview.language ?? 'zh', factAt(facts, open), answers[open], interview.said?.[open])
  return goOn(context, interview, [textsOf(context).before(before)])
}

function skip(context: InterviewContext): Taken {
  const { open } = standingOf(context.programme, context.interview)
  if (open === undefined) return goOn(context, context.interview, [textsOf(context).nothingToSkip])
  return goOn(context, answerOpen(context.programme, context.interview, null))
}

/** Leaves two answers as they are that don't seem to fit together. */
function accept(context: InterviewContext): Taken {
  const { doubt } = standingOf(context.programme, context.interview)
  const { accepted = [] } = context.interview
  return goOn(context, doubt ? { ...context.interview, accepted: [...accepted, doubt.id] } : context.interview)
}

/** The result; before the last answer only where it can't turn out otherwise. */
function confirm(context: InterviewContext): Taken {
  const { programme, interview, today } = context
  const standing = standingOf(programme, interview)
  const isDecided = checkProgramme(programme, standing.answers, today).verdict === 'ineligible'
  if (standing.doubt && standing.open === undefined) return goOn(context, interview)
  if (standing.open !== undefined && !isDecided) {
    return goOn(context, interview, [textsOf(context).notYet(leftToAsk(programme, standing).length)])
  }
  const { reopened: _, ...settled } = interview
  const confirmed = { ...settled, isConfirmed: true }
  return {
    status: 'interview-assessment',
    replies: [assessmentReply({ ...context, interview: confirmed })],
    interview: confirmed,
  }
}

/** Takes an answer up again; without a name, or with that of several, lists them. */
function edit(context: InterviewContext, name: string): Taken {
  const { programme, interview } = context
  const words = textsOf(context)
  const keys = name === '' ? [] : editedKeys(name, standingOf(programme, interview))
  const [key] = keys
  const reopened = keys.length === 1 && key !== undefined ? reopen(programme, interview, key) : undefined
  if (reopened) return reask(context, reopened)
  const text = name === '' || keys.length > 1 ? words.chooseEdit : words.cannotEdit
  return { status: 'interview-edit', replies: [editReply(context, text)], interview }
}
