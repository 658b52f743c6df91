import { colleagueTexts as texts } from '../../prompts/colleague-texts.ts'
import type { Answered } from '../conversations/answered.ts'
import { newCode } from '../conversations/shared-interviews.ts'
import { languageOfTurn } from '../interview/language-of-turn.ts'
import type { Message } from '../interview/message.ts'
import { act, noteReply } from '../interview/reply-parts.ts'
import { waitsFor } from '../interview/asked-last.ts'

const asks =
  /^(?:我?(?:要|想)|帮我)?(?:请|让|叫|找|邀请?)(?:几个|其他|别的|各位)?(?:同事|同仁|大家|\p{Script=Han}{1,10}[处科部办室])(?:们)?(?:一起|来|帮忙|帮我|各自|分别)*(?:回答|作答|答|填写|填)(?:一下)?(?:这些|这几|几|一)?(?:道?题|个?问题)?(?:吧)?[。！!]*$|^(?:please )?ask (?:my |our |the |some )?colleagues?(?: to (?:answer|help|fill .{0,20}))?[.!]*$/iu

/**
 * Opens the page on which colleagues are asked: the check gets a code, and its person hears when all is in. Undefined for any
 * other message.
 */
export function askInChat(message: Message): Answered | undefined {
  const { text, command, state, known } = message
  const isAsked = command ? command.name === 'ask' : asks.test(text.trim())
  const { interview } = state
  if (!isAsked || !interview) return undefined
  const language = languageOfTurn(message)
  const { shared = { code: newCode(), interview, version: 0 } } = state
  const programme = known.programmes.find(({ id }) => id === interview.programme)
  const goOn = interview.isConfirmed ? [] : [act(texts.goOnHere[language], '/status')]
  return {
    status: 'interview-colleagues',
    replies: [noteReply(texts.open[language], goOn)],
    state: { ...state, shared, ...(programme && { asked: waitsFor(programme, interview) }) },
    used: [],
    rejected: [],
    reminders: { agreed: { what: 'colleagues', subject: shared.code, language } },
    opens: { owner: shared.code },
  }
}
