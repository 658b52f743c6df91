import { titlePartAt } from '../services/interview/title-parts.ts'
import { narrowed } from '../services/interview/narrow-choice.ts'
import { understand } from '../services/answering/understand/understand.ts'
import type { Known } from './known.ts'

const asksIn = {
  zh: /^(?:请|那|就|还是|帮?我们?|想|要|麻烦|[，,])*(?:换|切换|转|改)(?:一下)?(?:成|到|为|去|看|问|谈|聊|说|讲)*(?<what>.+?)(?:吧|好了|看看|的吧)?$/u,
  en: /^(?:please |ok |okay |let['’]s |can we |i want to )*(?:switch|change|go|move)(?: over)?(?: the topic)? to (?<what>.+?)(?:,? please)?$/iu,
}

/** What a message wants the topic to be, in its words: 换成2022年高校, switch to the university one. */
const wantedIn = (text: string): string | undefined => {
  const plain = text.trim().replace(/[。.！!\s]+$/u, '')
  return (asksIn.zh.exec(plain) ?? asksIn.en.exec(plain))?.groups?.['what']
}

/** Whether words name a year or hold a part of a title; a word for applicants alone may be an answer, as in 改成三甲. */
const namesTopic = (what: string, { programmes }: Pick<Known, 'programmes'>): boolean =>
  !/\p{Script=Han}/u.test(what) ||
  /\d\d年|20\d\d/u.test(what) ||
  [...what].some((_, at) => titlePartAt(what, at, programmes) > 0)

/**
 * The programmes, or the one notice, that a message wants to talk of instead, by their ids; undefined where it says
 * anything else, though it may begin alike: 换成120, 改成2022年以来到账600万.
 *
 * @param today YYYY-MM-DD.
 */
export function topicsNamed(text: string, known: Known, today: string): string[] | undefined {
  const what = wantedIn(text)
  if (what === undefined || !namesTopic(what, known)) return undefined
  const meant = narrowed(what, known.programmes)
  if (meant) return meant.length > 0 ? meant.map(({ id }) => id) : undefined
  const { named, terms, years } = understand(known, what, {}, today)
  const isNameAlone = terms.length > 0 && terms.every(({ names }) => names) && years.length < 2
  return isNameAlone && named.length === 1 ? named.map(({ id }) => id) : undefined
}
