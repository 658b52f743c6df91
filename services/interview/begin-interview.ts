import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { cite } from '../answering/compose/cite.ts'
import type { Answered } from '../conversations/answered.ts'
import { writeAnswerIn, factTexts } from '../eligibility/fact-texts.ts'
import { factAt, type Facts } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answers } from '../eligibility/rule.ts'
import { holdWindow } from '../eligibility/window.ts'
import { earlierAnswers } from './earlier-answers.ts'
import { kept, type Message } from './message.ts'
import { dayIn, titleIn, warningIn, windowNote } from '../eligibility/programme-texts.ts'
import { reply } from './reply-parts.ts'
import { startInterview } from './standing.ts'
import { goOn } from './go-on.ts'

/**
 * Says what begins and whether the window is open, and asks the first question; what was said of the unit before is taken up.
 *
 * @param said What the same message has been told already: a last day that stands there is not said again.
 */
export function begin(
  programme: ResolvedProgramme,
  { known, state, today, hasButtons = true }: Message,
  language: Language = 'zh',
  said = '',
): Answered {
  const { proposed, shared: _, left: __, ...rest } = state
  const started = startInterview(programme, proposed)
  const earlier = earlierAnswers(programme, state.interview)
  const interview = {
    ...started,
    rules: programme.rulesVersion,
    ...(language === 'en' && { language }),
    ...(Object.keys(earlier).length > 0 && { earlier }),
  }
  const words = interviewTextsIn(language)
  const window = holdWindow(programme.window, today)
  const entry = known.catalogue.find(window.source.notice, window.source.clause)
  const isSaid = said.includes(dayIn(language, window.closes))
  const opening = reply(
    'info',
    [
      words.started(titleIn(language, programme), programme.factKeys.length),
      hasButtons ? '' : words.commands,
      isSaid ? '' : windowNote(language, window),
      warningIn(language, programme) ?? '',
      ...takenUp(programme.facts, interview.answers, language),
    ],
    { citations: entry && !isSaid ? [cite(entry)] : [] },
  )
  // What is asked on the way and names no programme is about this one.
  const memory = { ...state.memory, scope: { notice: programme.notice, programme: programme.id } }
  const taken = goOn({ programme, interview, known, today }, interview)
  return kept({ ...rest, memory }, { ...taken, replies: [opening, ...taken.replies] })
}

/** Says which answers were taken from what was said. */
export function takenUp(facts: Facts, answers: Answers, language: Language = 'zh'): string[] {
  const words = interviewTextsIn(language)
  const written = Object.keys(answers).map((key) => {
    const fact = factAt(facts, key)
    return words.stated(factTexts(fact, language).label, writeAnswerIn(language, fact, answers[key]))
  })
  return written.length > 0 ? [words.taken(written.join(words.listed))] : []
}
