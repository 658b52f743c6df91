import { commandReplies } from '../../prompts/command-replies.ts'
import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { titleOf } from '../../services/interview/describe-assessment.ts'
import { asksForSelfCheck, suggestProgramme } from '../../services/interview/suggest-programme.ts'
import type { Answered, Known } from '../answer-turn.ts'

/** Offers those who ask of their own unit the self-check besides the answer, of the programme they mean where it is clear. */
export function offerInterview(answered: Answered, text: string, { programmes }: Known): Answered {
  const [first, ...rest] = answered.replies
  if (!first || programmes.length === 0 || !asksForSelfCheck(text)) return answered
  const id = suggestProgramme(text)
  const programme = programmes.find((one) => one.id === id)
  const offer = programme
    ? { label: words.start(titleOf(programme)), send: `/check ${programme.id}` }
    : { label: commandReplies.selfCheck, send: '/check' }
  return { ...answered, replies: [{ ...first, actions: [offer, ...first.actions] }, ...rest] }
}
