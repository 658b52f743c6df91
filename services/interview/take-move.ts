import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import type { Interview } from '../conversations/interview.ts'
import { checkProgramme } from '../eligibility/check-programme.ts'
import { writeAnswer } from '../eligibility/describe-answer.ts'
import {
  assessmentReply,
  type InterviewContext,
  editReply,
  noteReply,
  openReply,
  statusReply,
} from './interview-replies.ts'
import type { Taken } from './message.ts'
import { editedKeys, type Move, type MoveName } from './read-move.ts'
import { answerOpen, back, leftToAsk, reopen, standingOf } from './standing.ts'

/** Takes a step other than an answer. */
export const takeMove = (move: Move, context: InterviewContext): Taken => moves[move.name](context, move.argument)

const moves: Record<MoveName, (context: InterviewContext, argument: string) => Taken> = {
  back: goBack,
  skip,
  status: (context) => ({
    status: 'interview-status',
    replies: [statusReply(context), openReply(context)],
    interview: { ...context.interview, isConfirmed: false },
  }),
  cancel: () => ({ status: 'interview-cancelled', replies: [noteReply(words.cancelled)] }),
  confirm,
  edit,
}

/** Goes on from here: what the interview waits for now. */
export function goOn(context: InterviewContext, interview: Interview, notes: readonly string[] = []): Taken {
  const asked = openReply({ ...context, interview }, notes)
  return { status: asked.kind === 'question' ? 'interview-question' : 'interview-summary', replies: [asked], interview }
}

function goBack(context: InterviewContext): Taken {
  const before = back(context.programme, context.interview)
  return before ? reask(context, before) : goOn(context, context.interview, [words.firstQuestion])
}

/** Asks a question again that has its answer, and says which. */
function reask(context: InterviewContext, interview: Interview): Taken {
  const { open, answers } = standingOf(context.programme, interview)
  const isAnswered = open !== undefined && answers[open] !== undefined
  return goOn(context, interview, isAnswered ? [words.before(writeAnswer(open, answers[open]))] : [])
}

function skip(context: InterviewContext): Taken {
  const { open } = standingOf(context.programme, context.interview)
  if (open === undefined) return goOn(context, context.interview, [words.nothingToSkip])
  return goOn(context, answerOpen(context.programme, context.interview, null))
}

/** The result; before the last answer only where it can't turn out otherwise. */
function confirm(context: InterviewContext): Taken {
  const { programme, interview, today } = context
  const standing = standingOf(programme, interview)
  const isDecided = checkProgramme(programme, standing.answers, today).verdict === 'ineligible'
  if (standing.open !== undefined && !isDecided) {
    return goOn(context, interview, [words.notYet(leftToAsk(programme, standing).length)])
  }
  const { reopened: _, ...settled } = interview
  const confirmed = { ...settled, isConfirmed: true }
  return {
    status: 'interview-assessment',
    replies: [assessmentReply({ ...context, interview: confirmed })],
    interview: confirmed,
  }
}

function edit(context: InterviewContext, name: string): Taken {
  const { programme, interview } = context
  const keys = name === '' ? [] : editedKeys(name, standingOf(programme, interview))
  const [key] = keys
  const reopened = keys.length === 1 && key !== undefined ? reopen(programme, interview, key) : undefined
  if (reopened) return reask(context, reopened)
  const text = name === '' || keys.length > 1 ? words.chooseEdit : words.cannotEdit
  return { status: 'interview-edit', replies: [editReply(context, text)], interview }
}
