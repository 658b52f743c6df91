import { isSingle } from '../../knowledge/language/characters.ts'
import surnames from '../../knowledge/lexicon/surnames.json' with { type: 'json' }
import { segmentsOf } from '../answering/understand/segment.ts'

const family = new Set(surnames)
const surname = `(?:${surnames.toSorted((a, b) => b.length - a.length).join('|')})`
const given = String.raw`\p{Script=Han}{1,2}`
const title =
  '(?:先生|女士|小姐|老师|医生|医师|护士|主任|教授|院长|处长|科长|局长|校长|所长|部长|书记|同志|经理|总监|博士|硕士|院士|律师|会计|秘书|同学)'

/** Where the words around say that a name stands. */
const introduced = new RegExp(
  String.raw`(?<=(?:我叫|名叫|叫做|名字[是叫:：]|姓名[是为:：]?|联系人[是为:：]?|申请人[是为:：]?|发明人[是为:：]?|负责人[是为:：]?|我是|我姓名|本人|经办人[是为:：]?|患者|同事)\s*)${surname}${given}(?=$|[^\p{Script=Han}]|[的是在，,。、和与]|${title})`,
  'gu',
)
/** 我是瑞金医院的孙悟空; 张三的身份证号; 叫我小王. */
const belonging = new RegExp(
  String.raw`(?<=我是[^，,。；;]{1,12}的)${surname}${given}(?=$|[^\p{Script=Han}])|${surname}${given}(?=的?(?:身份证|证件|电话|手机|邮箱|名下))|(?<=叫我|我是|我姓|联系|找)[小老]?${surname}(?=$|[^\p{Script=Han}]|就|吧)`,
  'gu',
)
const inEnglish = /(?<=\b(?:[Mm]y name is|I am|I'm|[Tt]his is|[Cc]ontact) )[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}/gu
const titled = new RegExp(`${surname}(?:${given})??(?=${title})`, 'gu')

/** Words that may follow a character which is also a surname, and make no name of it. */
const noGivenName =
  /^[的了吗呢吧啊是有在和与及或要能可会到来去说问给把被从对等也都还就不没很太多少几什怎哪谁么这那个件家次份元年月日号前后上下里中内外、]/u
const label = '[姓名]'

/** A surname that the dictionary leaves by itself, before one or two characters that are no common word. */
function loneNames(text: string, isKnown: (word: string) => boolean): [number, number][] {
  const found: [number, number][] = []
  const segments = segmentsOf(text)
  let at = 0
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1] ?? ''
    const after = segments[index + 2] ?? ''
    const isSurname = family.has(segment) && /^\p{Script=Han}{1,2}$/u.test(next) && !noGivenName.test(next)
    const takesMore = isSingle(next) && /^\p{Script=Han}/u.test(after) && !noGivenName.test(after)
    const name = takesMore ? `${next}${[...after][0]}` : next
    if (isSurname && !isKnown(segment + name) && !isKnown(segment + next))
      found.push([at, at + segment.length + name.length])
    at += segment.length
  }
  return found
}

/**
 * A text without the names of persons: each is replaced by [姓名]. Names are found by what introduces or follows them and,
 * standing alone, by a surname before characters that make no word; rather one word too many than one name too few.
 *
 * @param isKnown Whether a word is one of the notices', and so no name of anybody.
 */
export function withoutNames(text: string, isKnown: (word: string) => boolean): string {
  const found = [introduced, belonging, inEnglish, titled].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }): [number, number] => [index, index + name.length]),
  )
  const spans = [...found, ...loneNames(text, isKnown)].toSorted(([a], [b]) => a - b)
  let plain = ''
  let at = 0
  for (const [start, end] of spans) {
    if (start < at) continue
    plain += text.slice(at, start) + label
    at = end
  }
  return plain + text.slice(at)
}
