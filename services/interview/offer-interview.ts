import { commandReplies } from '../../prompts/command-replies.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answers } from '../eligibility/rule.ts'
import { readProposals, speaksOfOwn } from './answers/read-proposals.ts'
import { begin } from './begin-interview.ts'
import { languageOfTurn } from './language-of-turn.ts'
import { listProgrammes } from './list-programmes.ts'
import type { Message } from './message.ts'
import { factsOf } from '../eligibility/facts-of.ts'
import { titleIn } from '../eligibility/programme-texts.ts'
import { withOffers } from './offers.ts'
import { ofYearsIn, onlyOpen, suggestProgramme } from './suggest-programme.ts'
import { asksForSelfCheck, meansCheckOfNotice, wantsSelfCheck } from './wants-self-check.ts'
import { questionOfWish, wishesToApply } from './wish-to-apply.ts'

/** Answers a question, with the self-check for those who may want it; who wants to apply is told the conditions. */
export async function answerOfferingInterview(message: Message): Promise<Answered> {
  const { text, known, state } = message
  const programme = wishesToApply(text, known.programmes) ? programmeMeant(message) : undefined
  return offerInterview(
    await message.answerFromNotices(state, programme && questionOfWish(programme, message)),
    message,
  )
}

/**
 * Begins the self-check behind the answer for those who ask nothing else of their own unit, and offers it to those who
 * do; of the programme they mean, or they are asked which. What they say of their unit is kept for it.
 */
function offerInterview(answered: Answered, message: Message): Answered {
  const offered = offerBeside(answered, message)
  return offered === answered ? answered : withOffers(offered, message.known)
}

function offerBeside(answered: Answered, message: Message): Answered {
  const { text, known } = message
  const said = speaksOfOwn(text) ? readProposals(text, factsOf(known.programmes)) : {}
  const saysSomething = Object.keys(said).length > 0
  const [first, ...rest] = answered.replies
  const wishes = wishesToApply(text, known.programmes)
  const wants = wantsSelfCheck(text, known.programmes) && !meansCheckOfNotice(message)
  if (!first || known.programmes.length === 0) return answered
  if (!(saysSomething || wishes || wants || asksForSelfCheck(text))) return answered
  const programme = programmeMeant(message)
  const kept = saysSomething ? withProposed(answered, said) : answered
  if (wishes && !programme) return askWhich(kept, message)
  if (wants) return programme ? beginBehind(kept, programme, message, !saysSomething) : askWhich(kept, message)
  const language = languageOfTurn({ command: undefined, state: answered.state })
  const offer = programme
    ? { label: interviewTextsIn(language).start(titleIn(language, programme)), send: `/check ${programme.id}` }
    : { label: commandReplies.selfCheck[language], send: '/check' }
  return { ...kept, replies: [{ ...first, actions: [offer, ...first.actions] }, ...rest] }
}

const withProposed = (answered: Answered, said: Answers): Answered => ({
  ...answered,
  state: { ...answered.state, proposed: { ...answered.state.proposed, ...said } },
})

/** The programme that the words name, or the one that the conversation is about. */
function programmeMeant({ text, known, state, today }: Message): ResolvedProgramme | undefined {
  const spokenOf = known.programmes.find(({ id }) => id === state.memory.scope?.programme)
  const { programmes } = known
  return suggestProgramme(text, programmes, today) ?? spokenOf ?? onlyOpenFor(text, programmes, today)
}

/** The one that is open, unless the text names a year. */
const onlyOpenFor = (text: string, programmes: readonly ResolvedProgramme[], today: string) =>
  ofYearsIn(text, programmes, programmes, today).length < programmes.length ? undefined : onlyOpen(programmes, today)

/** Behind the answer from the notices; but what people say of their unit is no question on the notices to be answered. */
function beginBehind(
  answered: Answered,
  programme: ResolvedProgramme,
  message: Message,
  keepsAnswer: boolean,
): Answered {
  const found = answered.replies.filter(({ kind }) => keepsAnswer && kind === 'answer')
  const said = found.map(({ text }) => text).join('\n')
  const begun = begin(programme, { ...message, state: answered.state }, undefined, said)
  return { ...answered, ...begun, used: answered.used, replies: [...found, ...begun.replies] }
}

/** Asks which programme is meant, among those of the years that were named. */
function askWhich(answered: Answered, message: Message): Answered {
  const { text, known, today } = message
  const among = ofYearsIn(text, known.programmes, known.programmes, today)
  const language = languageOfTurn({ command: undefined, state: answered.state })
  return listProgrammes({ ...message, state: answered.state }, language, {
    among,
    head: commandReplies.chooseProgramme[language],
  })
}
