import { commandReplies } from '../../prompts/command-replies.ts'
import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { titleOf } from '../../services/interview/describe-assessment.ts'
import { asksForSelfCheck, suggestProgramme } from '../../services/interview/suggest-programme.ts'
import { readProposals, speaksOfOwn } from '../../services/interview/read-proposals.ts'
import type { Answered, Known } from '../answer-turn.ts'

/**
 * Offers those who ask of their own unit the self-check besides the answer, of the programme they mean where it is clear;
 * what they say of their unit is kept for it.
 */
export function offerInterview(answered: Answered, text: string, { programmes }: Known): Answered {
  const said = speaksOfOwn(text) ? readProposals(text) : {}
  const saysSomething = Object.keys(said).length > 0
  const [first, ...rest] = answered.replies
  if (!first || programmes.length === 0 || !(saysSomething || asksForSelfCheck(text))) return answered
  const id = suggestProgramme(text)
  const programme = programmes.find((one) => one.id === id)
  const offer = programme
    ? { label: words.start(titleOf(programme)), send: `/check ${programme.id}` }
    : { label: commandReplies.selfCheck, send: '/check' }
  const replies = [{ ...first, actions: [offer, ...first.actions] }, ...rest]
  if (!saysSomething) return { ...answered, replies }
  return { ...answered, replies, state: { ...answered.state, proposed: { ...answered.state.proposed, ...said } } }
}
