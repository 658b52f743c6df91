import { commandReplies } from '../../prompts/command-replies.ts'
import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answers } from '../eligibility/rule.ts'
import { titleOf } from '../eligibility/title-of.ts'
import { readProposals, speaksOfOwn } from './answers/read-proposals.ts'
import { begin } from './begin-interview.ts'
import type { Message } from './message.ts'
import { withOffers } from './offers.ts'
import { suggestProgramme } from './suggest-programme.ts'
import { asksForSelfCheck, wantsSelfCheck } from './wants-self-check.ts'

/**
 * Begins the self-check behind the answer for those who ask nothing else of their own unit, and offers it to those who
 * do; of the programme they mean, or they are asked which. What they say of their unit is kept for it.
 */
export function offerInterview(answered: Answered, message: Message): Answered {
  const { offers: _, ...state } = answered.state
  const fresh = { ...answered, state }
  const offered = offerBeside(fresh, message)
  return offered === fresh ? fresh : withOffers(offered)
}

function offerBeside(answered: Answered, message: Message): Answered {
  const { text, known } = message
  const said = speaksOfOwn(text) ? readProposals(text) : {}
  const saysSomething = Object.keys(said).length > 0
  const [first, ...rest] = answered.replies
  if (!first || known.programmes.length === 0 || !(saysSomething || asksForSelfCheck(text))) return answered
  const programme = programmeMeant(message)
  const kept = saysSomething ? withProposed(answered, said) : answered
  if (wantsSelfCheck(text, known.programmes))
    return programme ? beginBehind(kept, programme, message, !saysSomething) : askWhich(kept, message)
  const offer = programme
    ? { label: words.start(titleOf(programme)), send: `/check ${programme.id}` }
    : { label: commandReplies.selfCheck, send: '/check' }
  return { ...kept, replies: [{ ...first, actions: [offer, ...first.actions] }, ...rest] }
}

const withProposed = (answered: Answered, said: Answers): Answered => ({
  ...answered,
  state: { ...answered.state, proposed: { ...answered.state.proposed, ...said } },
})

/** The programme that the words name, or the one that the conversation is about. */
function programmeMeant({ text, known, state, today }: Message): ResolvedProgramme | undefined {
  const spokenOf = known.programmes.find(({ id }) => id === state.memory.scope?.programme)
  return suggestProgramme(text, known.programmes, today) ?? spokenOf
}

/** Behind the answer from the notices; but what people say of their unit is no question on the notices to be answered. */
function beginBehind(
  answered: Answered,
  programme: ResolvedProgramme,
  message: Message,
  keepsAnswer: boolean,
): Answered {
  const begun = begin(programme, { ...message, state: answered.state })
  const found = answered.replies.filter(({ kind }) => keepsAnswer && kind === 'answer')
  return { ...answered, ...begun, used: answered.used, replies: [...found, ...begun.replies] }
}

function askWhich(answered: Answered, { answerCommand }: Message): Answered {
  const asked = answerCommand({ name: 'check', argument: '', isEnglish: false }, answered.state)
  const replies = asked.replies.map((reply) => ({ ...reply, kind: 'clarify' as const }))
  return { ...asked, replies }
}
