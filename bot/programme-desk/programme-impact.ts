import { programmePageTexts as words } from '../../prompts/programme-page-texts.ts'
import { sharedAnswers } from '../../services/conversations/shared-interviews.ts'
import {
  type RuleChange,
  ruleChanges,
  type TurnedChecks,
  turnedChecks,
} from '../../services/eligibility/rule-changes.ts'
import { validateProgramme } from '../../services/eligibility/validate-programme.ts'
import { TooMuchWork } from '../../services/staff/heavy-work.ts'
import type { ChangedAnswer } from '../../knowledge/importing/impact.ts'
import { noticeDeskTexts } from '../../prompts/notice-desk-texts.ts'
import { type Measured, measureComing } from '../notice-desk/measure-impact.ts'
import { Problem } from '../problem.ts'
import type { Known } from '../known.ts'
import type { HeldProgramme } from './held-programme.ts'

type Days = { opens?: string | undefined; closes: string }

/** What would change if a programme were in use as it is written. `asked` of `questions` were asked before the time was over. */
export type ProgrammeImpact = {
  /** Whether nobody could use it before. */
  isNew: boolean
  rules: RuleChange[]
  window?: { before: Days; after: Days }
  /** Checks that people have saved, and how many of them come out otherwise. */
  savedChecks: number
  turned: TurnedChecks[]
  answers: ChangedAnswer[]
  asked: number
  questions: number
}

type Parts = Omit<Measured, 'inUse'> & { known(): Pick<Known, 'catalogue' | 'programmes'> }

/**
 * Finds out what putting a programme in use would change, without touching what is.
 *
 * @throws {Problem} 400 where it can't be put in use, 503 where too much waits already.
 */
export async function programmeImpact(
  { known, ...measured }: Parts,
  { id, document }: HeldProgramme,
): Promise<ProgrammeImpact> {
  const { catalogue, programmes } = known()
  const { notices } = catalogue
  const others = programmes.filter((one) => one.id !== id)
  const valid = validateProgramme(document, { notices, others })
  if ('faults' in valid) throw new Problem(400, words.impact.notReady, valid.faults)
  const before = programmes.find((one) => one.id === id)
  const after = valid.programme
  const kept = await sharedAnswers(measured.db, id)
  const original = notices.find((one) => one.id === document.notice)!
  const { answers, asked, questions } = await measureComing(
    { ...measured, inUse: notices },
    { document, original },
  ).catch((error: unknown) => {
    throw error instanceof TooMuchWork ? new Problem(503, noticeDeskTexts.tooMuchWork) : error
  })
  const days = before && daysOf(before.window)
  const daysNow = daysOf(after.window)
  const isMoved = days !== undefined && (days.opens !== daysNow.opens || days.closes !== daysNow.closes)
  return {
    isNew: before === undefined,
    rules: ruleChanges(before, after),
    ...(isMoved && { window: { before: days, after: daysNow } }),
    savedChecks: kept.length,
    turned: turnedChecks(before, after, kept, measured.today),
    answers,
    asked,
    questions,
  }
}

const daysOf = ({ opens, closes }: Days): Days => ({ ...(opens !== undefined && { opens }), closes })
