import givenRows from '../../../knowledge/lexicon/given-name-characters.json' with { type: 'json' }
import notNames from '../../../knowledge/lexicon/not-names.json' with { type: 'json' }
import surnames from '../../../knowledge/lexicon/surnames.json' with { type: 'json' }
import { isWord } from './word-bounds.ts'

const family = new Set(surnames)
const givenSigns = new Set(givenRows.join(''))
/** Whether given names often have all of the signs. */
export const isUsualGiven = (signs: readonly string[]): boolean => signs.every((sign) => givenSigns.has(sign))

const never = new Set(notNames)
/** Surnames that are words of their own, and mostly stand for those. */
export const wordLike = new Set(
  '和于能有时都从要应向同关简全项任何单成路方高金安常支符计相边查农连水明师解包费权利商平东公管'.split(''),
)
/** Those that hardly ever stand for a surname where a sentence goes on. */
export const particles = new Set('和于能有都从要应向同关项任全时单')
/** Signs that go on after a name or instead of one. */
const noGiven =
  /^[的了吗呢吧啊呀嘛是有在和与及或要能可会到来去说问给把被从对等也都还就不没很多少几什怎哪谁么这那个件家次份元年月日号前后上下里内外您你我他她它们副咋想请向为因所以并已未将让于跟同]$/u
/** The same where it is sure that a name stands. */
const noGivenAtAll = /^[的了吗呢吧啊呀嘛是在我你他她您它这那哪什怎谁]$/u
/** Names that stand for any, and are words of the dictionary. */
export const anybody = new Set(['张三', '李四', '王五', '赵六', '孙七', '周八', '吴九', '郑十'])
const han = /^\p{Script=Han}$/u

export const isSurname = (signs: string): boolean => family.has(signs)

/** How many of the first signs are a surname: 欧阳 before 欧. */
export const surnameLengthOf = (signs: readonly string[]): number =>
  family.has(signs.slice(0, 2).join('')) ? 2 : family.has(signs[0] ?? '') ? 1 : 0

/** Words of their own that also begin given names of two signs: 李可欣, 陆家明. */
const inGiven = /^[家可有和向为]$/u

const mayBeGiven = (sign: string, isSure: boolean): boolean =>
  han.test(sign) && !(isSure ? noGivenAtAll : noGiven).test(sign)

/** Whether signs may be what somebody is called behind the surname. @param isSure That a name stands there. */
export const isGiven = (signs: readonly string[], isSure: boolean): boolean =>
  signs.every(
    (sign, at) =>
      mayBeGiven(sign, isSure) || (at === 0 && signs.length === 2 && inGiven.test(sign) && !isWord(signs.join(''))),
  )

/** Words that begin with a surname and that the dictionary doesn't know. */
export const isNever = (name: string): boolean => never.has(name) || never.has([...name].slice(0, 2).join(''))

/** A surname with at most two signs behind it. */
export function isName(signs: readonly string[]): boolean {
  const surnameLength = surnameLengthOf(signs)
  const given = signs.slice(surnameLength)
  return surnameLength > 0 && given.length <= 2 && isGiven(given, false)
}

/** Ends a group or a place of people, not the name of one: 任务组组长. */
const endsGroup = /[组部办科处室院局厂站所员司厅委会队家店区县市镇校系]$/u
/** Leads to a person right before the name. */
const leadsThere = /(?:^|[^\p{Script=Han}]|[找问给请跟和叫代替帮陪托]|联系|转告|告诉)$/u

/** A surname and two more signs that are all there is before the title, though the first two are a word: 找陆家明老师. */
const isAllBefore = (text: string, start: number, signs: readonly string[]): boolean =>
  signs.length === 3 && !endsGroup.test(signs.join('')) && leadsThere.test(text.slice(Math.max(0, start - 2), start))

/** A word rather than a name: by itself, or together with what follows. */
export function isOther(text: string, start: number, name: string, titleAt: number): boolean {
  const signs = [...name]
  const isBare = family.has(name)
  const before = text.slice(Math.max(0, start - 2), start)
  if (isBare && wordLike.has(name) && /\p{Script=Han}$/u.test(before) && !leadsThere.test(before)) return true
  if (isBare && particles.has(name)) return true
  const title = [...text.slice(titleAt, titleAt + 4)].slice(0, 2).join('')
  if (anybody.has(name)) return false
  const given = signs.slice(surnameLengthOf(signs))
  // A word as well, but of signs of names, right behind what is done with persons: 代宁静老师问.
  if (given.length > 0 && !never.has(name) && isUsualGiven(given) && leadsThere.test(before)) return false
  return (
    never.has(name) ||
    never.has(signs.slice(0, 2).join('')) ||
    never.has(signs.slice(-2).join('')) ||
    (!isBare &&
      (isWord(name) ||
        (!family.has(signs.slice(0, 2).join('')) &&
          isWord(signs.slice(0, 2).join('')) &&
          !isAllBefore(text, start, signs)))) ||
    (isBare && (isWord(`${name}${[...title][0]}`) || never.has(`${name}${[...title][0]}`)))
  )
}
