import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { begin } from './begin-interview.ts'
import { listProgrammes } from './list-programmes.ts'
import { englishNameOf, inTitleWords } from './english-name.ts'
import { languageOfTurn } from './language-of-turn.ts'
import type { Message } from './message.ts'
import { partsNaming } from './title-parts.ts'

/** What says nothing about which programme is meant: 我要报2025年的那个. */
const idle = String.raw`我们?|咱们|想要?|要|选|就|是|报|那|这|一?[个项]|的|吧|呢|了|啊|呀|项目|自查|查|做|申报|申请|帮|请|一下|应该|还是`
const newest = '最新|最近|新'
const year = String.raw`20\d\d(?:年度?)?|\d\d年度?`
const isInEnglish = (text: string): boolean => /[a-z]{3}/iu.test(text) && !/\p{Script=Han}/u.test(text)
const idleInEnglish =
  /^(?:i|we|the|a|an|one|for|of|on|that|this|please|want|check|self|is|it|us|our|programme|program)$/u

type Offered = readonly ResolvedProgramme[]

/** The programmes that were offered to choose from just now. */
function offeredIn({ known, state: { offers = [] } }: Message): Offered {
  return known.programmes.filter((one) => offers.includes(`/check ${one.id}`))
}

/** Words for those who may apply: 医院, 高校. */
const applicantsOf = ({ facts }: ResolvedProgramme): string[] =>
  Object.values(facts).flatMap(({ applicants = [] }) => applicants)

/**
 * The programmes among those offered that words mean which only name one: 运营中心, 2025年的, 医疗的, the hospital one.
 *
 * @returns Undefined where the words say anything else.
 */
export function narrowed(text: string, offered: Offered): ResolvedProgramme[] | undefined {
  const plain = text.replace(/[\s。.！!，,]/gu, '')
  if (isInEnglish(text)) return narrowedInEnglish(text, offered)
  const applicants = offered.flatMap(applicantsOf).sort((a, b) => b.length - a.length)
  const others = new RegExp([year, newest, ...applicants, idle].join('|'), 'uy')
  const parts = partsNaming(plain, offered, others)
  const isIdle = new RegExp(`^(?:${idle})$`, 'u')
  const telling = parts?.filter((part) => !isIdle.test(part)) ?? []
  if (telling.length === 0) return undefined
  const latest = Math.max(...offered.map((one) => one.year))
  const isMeant = (part: string, one: ResolvedProgramme): boolean => {
    if (new RegExp(`^(?:${year})$`, 'u').test(part)) return one.year % 100 === Number.parseInt(part, 10) % 100
    if (new RegExp(`^(?:${newest})$`, 'u').test(part)) return one.year === latest
    return one.title.includes(part) || applicantsOf(one).includes(part)
  }
  return offered.filter((one) => telling.every((part) => isMeant(part, one)))
}

function narrowedInEnglish(text: string, offered: Offered): ResolvedProgramme[] | undefined {
  const words = (inTitleWords(text).match(/[a-z]+|\d{4}/gu) ?? []).filter((word) => !idleInEnglish.test(word))
  const namesOf = (one: ResolvedProgramme): string[] => [
    String(one.year),
    ...(englishNameOf(one).match(/[a-z]+/gu) ?? []),
  ]
  const isKnown = words.every((word) => /^\d/u.test(word) || offered.some((one) => namesOf(one).includes(word)))
  if (words.length === 0 || !isKnown) return undefined
  return offered.filter((one) => words.every((word) => namesOf(one).includes(word)))
}

/** Takes words that choose among the programmes just offered, or narrow them: begins, or asks again among what is left. */
export function takeNarrowed(message: Message): Answered | undefined {
  const offered = message.command ? [] : offeredIn(message)
  const left = offered.length > 1 ? narrowed(message.text, offered) : undefined
  if (!left) return undefined
  const language = isInEnglish(message.text) ? 'en' : languageOfTurn(message)
  const words = interviewTextsIn(language)
  const [only, ...others] = left
  if (only && others.length === 0) return begin(only, message, language)
  return listProgrammes(message, language, {
    among: only ? left : offered,
    head: only ? words.stillSeveral : words.noneSuch,
    isNarrowed: true,
  })
}
