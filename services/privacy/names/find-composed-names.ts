import elements from '../../../knowledge/lexicon/name-elements.json' with { type: 'json' }

const element = `(?:${elements.toSorted((one, other) => other.length - one.length).join('|')})`
const lead = String.raw`(?:我[叫是]|名叫|叫做|姓名|名字|[人者员]|户名|找|联系|这是|转告|问)[是为叫:]? {0,2}`

/**
 * Names without a surname, such as those of Tibetans, Uyghurs and Mongols: two elements of names say so by themselves, one does
 * behind what leads to a name or before a title.
 */
const patterns = [
  new RegExp(`${element}[·•. ]?(?:${element}[·•. ]?)*${element}`, 'gu'),
  new RegExp(String.raw`(?<=${lead})${element}\p{Script=Han}{0,3}(?=$|[^\p{Script=Han}])`, 'gu'),
  new RegExp(
    `(?<=${lead}|^|[^\\p{Script=Han}])${element}(?=先生|女士|老师|医生|大夫|主任|教授|同学|是(?!不)|的(?:电话|手机|邮箱|微信|身份证|材料))`,
    'gu',
  ),
]

/** Finds such names. @returns Their offsets in a folded text, in UTF-16 code units. */
export const composedNames = (text: string): [start: number, end: number][] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }): [number, number] => [index, index + name.length]),
  )
