import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { writeAnswer } from '../../services/interview/describe-answer.ts'
import { answerOpen, back, type Interview, leftToAsk, reopen, standingOf } from '../../services/interview/interview.ts'
import type { Reply } from '../../services/reply.ts'
import { assessmentReply, type Desk, editReply, noteReply, openReply, statusReply } from './interview-replies.ts'
import { editedKeys, type Move, type MoveName } from './read-move.ts'

/** What a step led to; without an interview it is over. */
export type Taken = { status: string; replies: Reply[]; interview?: Interview }

/** Takes a step other than an answer. */
export const takeMove = (move: Move, desk: Desk): Taken => moves[move.name](desk, move.argument)

const moves: Record<MoveName, (desk: Desk, argument: string) => Taken> = {
  back: goBack,
  skip,
  status: (desk) => ({
    status: 'interview-status',
    replies: [statusReply(desk), openReply(desk)],
    interview: { ...desk.interview, isConfirmed: false },
  }),
  cancel: () => ({ status: 'interview-cancelled', replies: [noteReply(words.cancelled)] }),
  confirm,
  edit,
}

/** Goes on from here: what the interview waits for now. */
export function goOn(desk: Desk, interview: Interview, notes: readonly string[] = []): Taken {
  const asked = openReply({ ...desk, interview }, notes)
  return { status: asked.kind === 'question' ? 'interview-question' : 'interview-summary', replies: [asked], interview }
}

function goBack(desk: Desk): Taken {
  const before = back(desk.programme, desk.interview)
  return before ? reask(desk, before) : goOn(desk, desk.interview, [words.firstQuestion])
}

/** Asks a question again that has its answer, and says which. */
function reask(desk: Desk, interview: Interview): Taken {
  const { open, answers } = standingOf(desk.programme, interview)
  const isAnswered = open !== undefined && answers[open] !== undefined
  return goOn(desk, interview, isAnswered ? [words.before(writeAnswer(open, answers[open]))] : [])
}

function skip(desk: Desk): Taken {
  const { open } = standingOf(desk.programme, desk.interview)
  if (open === undefined) return goOn(desk, desk.interview, [words.nothingToSkip])
  return goOn(desk, answerOpen(desk.programme, desk.interview, null))
}

/** The result; before the last answer only where it can't turn out otherwise. */
function confirm(desk: Desk): Taken {
  const { programme, interview, today } = desk
  const standing = standingOf(programme, interview)
  const isDecided = checkProgramme(programme, standing.answers, today).verdict === 'ineligible'
  if (standing.open !== undefined && !isDecided) {
    return goOn(desk, interview, [words.notYet(leftToAsk(programme, standing).length)])
  }
  const { reopened: _, ...settled } = interview
  const confirmed = { ...settled, isConfirmed: true }
  return {
    status: 'interview-assessment',
    replies: [assessmentReply({ ...desk, interview: confirmed })],
    interview: confirmed,
  }
}

function edit(desk: Desk, name: string): Taken {
  const { programme, interview } = desk
  const keys = name === '' ? [] : editedKeys(name, standingOf(programme, interview))
  const [key] = keys
  const reopened = keys.length === 1 && key !== undefined ? reopen(programme, interview, key) : undefined
  if (reopened) return reask(desk, reopened)
  const text = name === '' || keys.length > 1 ? words.chooseEdit : words.cannotEdit
  return { status: 'interview-edit', replies: [editReply(desk, text)], interview }
}
