import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import { englishProgrammes } from '../eligibility/programmes/english.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { holdWindow } from '../eligibility/window.ts'
import { begin } from './begin-interview.ts'
import { kept, type Message } from './message.ts'
import { dayIn, titleIn } from './programme-texts.ts'
import { act, noteReply } from './reply-parts.ts'
import { suggestProgramme } from './suggest-programme.ts'
import { asksByName } from './wants-self-check.ts'

const asksHow =
  /^(?:请问)?(?:怎么|如何|怎样)(?:开始|做|进行)?(?:申报)?自查|^自查(?:怎么做|怎么弄|是什么|怎么开始)|^(?:我)?(?:想|要)(?:做|开始)?自查[吧了]?$|^(?:继续|接着)自查$/u
const asksInEnglish =
  /^(?:start |begin |do |run )?(?:an? |the )?(?:self[- ]?(?:check|test|assessment)|check)(?: (?:for |of )?(?:the )?(?<which>.+))?$|^check (?:if|whether) we\b/iu
const asksOfOwn =
  /\b(?:can|could|may|are|do|does|is) (?:we|our\b.*?|my (?:hospital|university|unit)\b.*?)\b.*\b(?:apply|eligible|qualif\w*|meet)\b/iu

/** Begins a self-check, or says how it goes and offers the programmes, where a message asks for one in so many words. */
export function startByWords(message: Message): Answered | undefined {
  const { text, command } = message
  if (command) return undefined
  const plain = text.trim().replace(/[。.！!？?\s]+$/u, '')
  const english = asksInEnglish.exec(plain)
  if (english || (asksOfOwn.test(plain) && !/\p{Script=Han}/u.test(plain))) {
    const programme = programmeInEnglish(english?.groups?.['which'] ?? plain, message)
    return programme ? begin(programme, message, 'en') : listProgrammes(message, 'en')
  }
  if (!asksHow.test(plain) && !asksByName(plain, message.known.programmes)) return undefined
  const programme = suggestProgramme(plain, message.known.programmes, message.today)
  return programme ? begin(programme, message) : listProgrammes(message)
}

/** The programme whose English title shares most words with what was said; of as many the newest of the year named. */
export function programmeInEnglish(said: string, { known }: Message): ResolvedProgramme | undefined {
  const words = new Set(
    said
      .toLowerCase()
      .replace(/center/gu, 'centre')
      .replace(/hospital/gu, 'medical')
      .match(/[a-z]+|\d{4}/gu),
  )
  const scored = known.programmes
    .map((programme) => {
      const title = englishProgrammes[programme.id]?.title.toLowerCase() ?? ''
      const named = (title.match(/[a-z]+/gu) ?? []).filter((word) => !common.has(word))
      const shared = named.filter((word) => words.has(word)).length
      const year = words.has(String(programme.year)) ? 1 : 0
      return { programme, score: shared === 0 ? 0 : shared * 4 + year * 3 - (named.length - shared) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.programme.year - a.programme.year)
  return scored[0]?.programme
}

const common = new Set(['shanghai', 'ip', 'operation', 'centre'])

/** The programmes to choose from, with their windows. */
export function listProgrammes({ known, state, today }: Message, language?: Language): Answered {
  const words = interviewTextsIn(language)
  const lines = known.programmes.map((programme, at) => {
    const { status, closes } = holdWindow(programme.window, today)
    return `${at + 1}. ${titleIn(language, programme)}${words.closes(dayIn(language, closes), status === 'closed')}`
  })
  const actions = known.programmes.map((programme) =>
    act(
      titleIn(language, programme),
      language === 'en' ? `self-check ${titleIn('en', programme)}` : `/check ${programme.id}`,
    ),
  )
  return kept(state, {
    status: 'programmes-offered',
    replies: [noteReply([words.howToCheck, ...lines].join('\n'), actions)],
    ...(state.interview && { interview: state.interview }),
  })
}
