import type { Language } from '../../prompts/approximate-texts.ts'
import { commandReplies } from '../../prompts/command-replies.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { citeAll } from '../answering/compose/cite.ts'
import type { Answered } from '../conversations/answered.ts'
import { orderProgrammes } from '../eligibility/order-programmes.ts'
import { changeTextsIn, dayIn, titleIn } from '../eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { holdWindow } from '../eligibility/window.ts'
import { languageOfTurn } from './language-of-turn.ts'
import { kept, type Message } from './message.ts'
import { act, reply } from './reply-parts.ts'

/** Which programmes, all where left out, and what is said above them; `isNarrowed` where they are what is left of a choice. */
type Listing = { among?: readonly ResolvedProgramme[]; head?: string; isNarrowed?: boolean }

/** What can be applied for now or later, then what is over, which is told by name alone; all as they are where all are over. */
function splitByDay(among: readonly ResolvedProgramme[], today: string) {
  const ordered = orderProgrammes(among, today)
  const current = ordered.filter(({ window: { status } }) => status !== 'closed').map(({ programme }) => programme)
  if (current.length === 0) return { first: among, older: [] }
  return { first: current, older: ordered.slice(current.length).map(({ programme }) => programme) }
}

/** The programmes to choose from, with their windows: all, with those that are paused, or those that are left of a choice. */
export function listProgrammes(
  { known, state, today }: Message,
  language: Language = 'zh',
  { among = known.programmes, head = interviewTextsIn(language).howToCheck, isNarrowed = false }: Listing = {},
): Answered {
  const words = interviewTextsIn(language)
  const { mark, reasons, suspended: say } = changeTextsIn(language)
  const { first, older } = isNarrowed ? { first: among, older: [] } : splitByDay(among, today)
  const lines = first.map((programme, at) => {
    const { status, closes } = holdWindow(programme.window, today)
    const closing = words.closes(dayIn(language, closes), status === 'closed')
    return `${at + 1}. ${titleIn(language, programme)}${closing}${programme.changes ? words.marked(mark) : ''}`
  })
  const over = older.length === 0 ? [] : [words.older(older.map((one) => titleIn(language, one)))]
  const paused = (known.suspended ?? []).map((one) => say(titleIn(language, one), reasons[one.reason]))
  const text = [
    among.length > 0 ? head : commandReplies.noProgrammes[language],
    ...lines,
    ...over,
    ...(isNarrowed ? [] : paused),
  ]
  const citations = citeAll(
    first.flatMap(({ window: { source } }) => known.catalogue.find(source.notice, source.clause) ?? []),
  )
  const actions = [...first, ...older].map((programme) => act(titleIn(language, programme), `/check ${programme.id}`))
  return kept(state, {
    status: 'programmes-offered',
    replies: [reply(among === known.programmes ? 'info' : 'clarify', text, { actions, citations })],
    ...(state.interview && { interview: state.interview }),
  })
}

/** `/check` without a programme that can be checked; undefined for any other command. */
export function listedByCommand(message: Message): Answered | undefined {
  const { command, known } = message
  if (command?.name !== 'check') return undefined
  const language = languageOfTurn(message)
  const isPaused = known.suspended?.some(({ id }) => id === command.argument.toLowerCase()) === true
  const head = command.argument === '' || isPaused ? commandReplies.chooseProgramme : commandReplies.unknownProgramme
  return listProgrammes(message, language, { head: head[language] })
}
