import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { begin } from './begin-interview.ts'
import { englishNameOf, inTitleWords } from './english-name.ts'
import { listProgrammes } from './list-programmes.ts'
import type { Message } from './message.ts'
import { ofYearsIn, suggestProgramme } from './suggest-programme.ts'
import { asksByName, meansCheckOfNotice } from './wants-self-check.ts'

const asksHow =
  /^(?:请问)?(?:怎么|如何|怎样)(?:开始|做|进行)?(?:申报)?自查|^自查(?:怎么做|怎么弄|是什么|怎么开始)|^(?:我)?(?:想|要)(?:做|开始)?自查[吧了]?$|^(?:继续|接着)自查$/u
const asksInEnglish =
  /^(?:start |begin |do |run )?(?:an? |the )?(?:self[- ]?(?:check|test|assessment)|check)(?: (?:for |of )?(?:the )?(?<which>.+))?$|^check (?:if|whether) we\b/iu
const ours = String.raw`(?:we|our\b.*?|my (?:hospital|university|unit|institution|centre|center|college|school)\b.*?)\b`
const may = String.raw`(?:appl(?:y|ies)|eligible|qualif\w*|meet)\b`
const asksOfOwn = new RegExp(
  String.raw`\b(?:can|could|may|are|do|does|is|would|might|should|if|whether) ${ours}.*\b${may}`,
  'iu',
)
const wantsCheck =
  /\b(?:check|test|assess|evaluate) (?:our eligibility|my eligibility|eligibility|ourselves|us\b|(?:if|whether) (?:we|our|my)\b|our (?:hospital|university|unit|institution|case)\b)/iu
/** Whoever asks one of these asks something of the notices. */
const asksOfNotice =
  /\b(?:what|how|when|where|which|why|who|whom|until|still|twice|again|both|two|several|more than|same time|together|after|without|late|online|by (?:e-?mail|post|mail))\b|(?<!\b(?:check|see|know|me|us|out|wonder|wondering|test|assess|judge|ask) )\bif\b/iu

/** Begins a self-check, or says how it goes and offers the programmes, where a message asks for one in so many words. */
export function startByWords(message: Message): Answered | undefined {
  const { text, command } = message
  if (command) return undefined
  const plain = text.trim().replace(/[。.！!？?\s]+$/u, '')
  const english = asksInEnglish.exec(plain)
  const isOfOwn = wantsCheck.test(plain) || (asksOfOwn.test(plain) && !asksOfNotice.test(plain))
  if (english || (isOfOwn && !/\p{Script=Han}/u.test(plain))) {
    const programme = programmeInEnglish(english?.groups?.['which'] ?? plain, message)
    return programme ? begin(programme, message, 'en') : listProgrammes(message, 'en')
  }
  if (!asksHow.test(plain) && (!asksByName(plain, message.known.programmes) || meansCheckOfNotice(message)))
    return undefined
  const { known, state, today } = message
  const programme = suggestProgramme(plain, known.programmes, today)
  if (programme) return begin(programme, message)
  const among = ofYearsIn(plain, known.programmes, known.programmes, today)
  if (among.length < known.programmes.length) {
    const head = interviewTextsIn(undefined).howToCheck
    return among.length === 1 ? begin(among[0]!, message) : listProgrammes(message, undefined, { among, head })
  }
  const spokenOf = known.programmes.find(({ id }) => id === state.memory.scope?.programme)
  return spokenOf && !asksHow.test(plain) ? begin(spokenOf, message) : listProgrammes(message)
}

/** The programme whose English title shares most words with what was said; of as many the newest of the year named. */
export function programmeInEnglish(said: string, { known }: Message): ResolvedProgramme | undefined {
  const words = new Set(inTitleWords(said).match(/[a-z]+|\d{4}/gu))
  const scored = known.programmes
    .map((programme) => {
      const named = (englishNameOf(programme).match(/[a-z]+/gu) ?? []).filter((word) => !common.has(word))
      const shared = named.filter((word) => words.has(word)).length
      const year = words.has(String(programme.year)) ? 1 : 0
      return { programme, score: shared === 0 ? 0 : shared * 4 + year * 3 - (named.length - shared) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.programme.year - a.programme.year)
  return scored[0]?.programme
}

const common = new Set(['shanghai', 'ip', 'operation', 'centre', 'or', 'institution', 'college', 'unit'])
