import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { citeAll } from '../answering/compose/cite.ts'
import type { Answered } from '../conversations/answered.ts'
import { changeTextsIn, dayIn, titleIn } from '../eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { holdWindow } from '../eligibility/window.ts'
import { kept, type Message } from './message.ts'
import { act, reply } from './reply-parts.ts'

/** Some of the programmes, and what is said above them. */
type Listing = { among: readonly ResolvedProgramme[]; head: string; isNarrowed?: boolean }

/** The programmes to choose from, with their windows: all, with those that are paused, or those that are left of a choice. */
export function listProgrammes({ known, state, today }: Message, language?: Language, listing?: Listing): Answered {
  const words = interviewTextsIn(language)
  const { among = known.programmes, head = words.howToCheck, isNarrowed = false } = listing ?? {}
  const { mark, reasons, suspended: say } = changeTextsIn(language)
  const lines = among.map((programme, at) => {
    const { status, closes } = holdWindow(programme.window, today)
    const closing = words.closes(dayIn(language, closes), status === 'closed')
    return `${at + 1}. ${titleIn(language, programme)}${closing}${programme.changes ? words.marked(mark) : ''}`
  })
  const paused = (known.suspended ?? []).map((one) => say(titleIn(language, one), reasons[one.reason]))
  const actions = among.map((programme) => act(titleIn(language, programme), `/check ${programme.id}`))
  const citations = citeAll(
    among.flatMap(({ window: { source } }) => known.catalogue.find(source.notice, source.clause) ?? []),
  )
  const text = [head, ...lines, ...(isNarrowed ? [] : paused)]
  return kept(state, {
    status: 'programmes-offered',
    replies: [reply(listing ? 'clarify' : 'info', text, { actions, citations })],
    ...(state.interview && { interview: state.interview }),
  })
}
