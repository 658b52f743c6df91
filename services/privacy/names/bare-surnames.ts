import surnames from '../../../knowledge/lexicon/surnames.json' with { type: 'json' }
import { surnameLengthOf } from './name-signs.ts'
import { isWord } from './word-bounds.ts'

/** Before a surname by itself: 老李, 小顾, 阿芳. */
const familiar =
  /(?:^|[^\p{Script=Han}]|[和跟找问给叫让帮请与是的替由向对])(?<lead>[老小阿大])(?=(?<one>\p{Script=Han}))/gu
/** Behind it: 王处, 张局, 胡阿姨, 李哥. */
const office =
  '(?:[处科局院所校][长座]?|总监?|工|董|导|队|哥|姐|叔|姨|伯|嫂|婶|老|爷爷|奶奶|阿姨|叔叔|大爷|大妈|大哥|大姐|伯伯|师母|书记|主席|委员|秘书长?|台|行长|厂长|会长|理事长?|博|教头|护士长?|护师|技师|药师|检察官|法官|警官|同志|女士|先生|小姐|太太|夫人|某某?)'
const behind = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|[和跟找问给叫让帮请与是的替由向对到])(?<one>[^\\s\\P{Script=Han}])${office}(?=$|[^\\p{Script=Han}]|[说讲问要想让叫通电打那这在的是和跟去来给不没有能今昨明上下他她请您你吗呢吧帮办批签回发看看])`,
  'gu',
)
/** Surnames so seldom used this way, and words so common, that they say nothing. */
const seldom = new Set([...'时何方高安常应向同全任单成有和于能都从要关简连水明解包费权利商平管万钱车路房师'])

/** Those of most people, who are meant even where the sentence goes on in any way. */
const commonest = new Set(surnames.slice(0, 60))
const goesOn = /^(?:$|[^\p{Script=Han}]|[说讲问要想让叫那在的是和跟去来给不没有能也都吗呢吧哥姐退休])$/u

/** Surnames by themselves where only persons are called so: 老李说, 和王处通过电话. @param text A folded text. */
export function bareSurnames(text: string): [start: number, end: number][] {
  const led = [...text.matchAll(familiar)].flatMap(({ 0: whole, index, groups }): [number, number][] => {
    const { lead = '', one = '' } = groups!
    const start = index + whole.length
    const next = text.slice(start + one.length, start + one.length + 1)
    if (!commonest.has(one) && !goesOn.test(next)) return []
    if (seldom.has(one) || surnameLengthOf([one]) === 0 || isWord(lead + one) || isWord(one + next)) return []
    return [[start, start + one.length]]
  })
  const titled = [...text.matchAll(behind)].flatMap(({ 0: whole, index, groups }): [number, number][] => {
    const { one = '' } = groups!
    if (seldom.has(one) || surnameLengthOf([one]) === 0 || isWord(whole)) return []
    return [[index, index + one.length]]
  })
  return [...led, ...titled]
}
