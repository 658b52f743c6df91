import surnames from '../../../knowledge/lexicon/surnames.json' with { type: 'json' }
import { anybody, isNever, isUsualGiven, surnameLengthOf, wordLike } from './name-signs.ts'
import { isWord } from './word-bounds.ts'

/** Surnames that mostly stand for what they mean. */
const mostlyWords = new Set([...wordLike, ...'万钱付段申章路江车房石沙米麦鱼汤柴毛皮水黄白蓝古老谈修燕楚练幸昌衡帅鹿'])
/** The first ones of the list, which is ordered by how many people have them. */
const commonest = new Set(surnames.slice(0, 200))

/**
 * What speaks for a stretch being the name of a person, and against it. No single one decides; the weights were set by hand on
 * the labelled texts of test/fixtures/privacy and on texts without names.
 */
export const weights = {
  commonSurname: 1,
  /** A surname that is a word of its own as well. */
  wordSurname: -2,
  /** Each sign behind the surname: in given names often, or hardly ever. */
  givenSign: 1,
  otherSign: -1,
  /** Of two signs, which is rarely an accident; of one, which often is. */
  twoGiven: 0.5,
  oneGiven: -1.5,
  /** The dictionary knows no word in it. */
  noWord: 1,
  wordWithin: -1.5,
  givenIsWord: -0.5,
  isWord: -3,
  /** Such are mostly people of history. */
  isLongWord: -2,
  /** Nothing but a sign of punctuation before, behind. */
  edgeBefore: 1,
  edgeBehind: 1,
  /** Before: what somebody is to somebody, or what is done with persons. */
  personBefore: 3,
  verbBefore: 1,
  /** Behind: what persons do. */
  verbBehind: 1,
  titleBehind: 2,
  /** Behind: what the person is to whoever writes. */
  personBehind: 2,
  /** Behind: what is called after somebody, or a place. */
  placeBehind: -4,
  /** A number or an address of somebody near by. */
  contactNear: 1.5,
  /** Goes on within a word. */
  cutBefore: -2,
  cutBehind: -2.5,
} as const

/** What the evidence has to reach. */
export const enough = 4

const kin =
  '爸爸?|妈妈?|父亲?|母亲?|家[父母]|老公|老婆|丈夫|妻子|爱人|太太|儿子|女儿|[孩娃]子?|外婆|外公|奶奶|爷爷|公公|婆婆|岳[父母]|[舅叔姑姨伯]+[父母]?|[姐妹哥弟]+|侄[子女]|外甥女?|孙[子女]|媳妇|女婿|对象|男友|女友|男朋友|女朋友'
const roles =
  '同事|同学|室友|朋友|闺蜜|邻居|房东|老乡|老板|领导|导师|学生|徒弟|师[兄姐弟妹傅]|助理|秘书|前任|继任|组长|组员|成员|委员|评委|专家|医生|大夫|护士|主任|院长|所长|处长|科长|老师|教授|博士|经理|主管|书记|校长|律师|代理人|发明人|申请人|负责人|联系人|联络人|经办人?|作者|患者|病人|家属|收件人?|寄件人?|落款|署名|签名|签字人?|签收|填表|制表|审核|复核|校对|拟稿|承办|抄送|敬礼|敬上|拜上|发自|姓名|大名|名字|本名|原名|曾用名|化名|法人|股东|监护人|财务|会计|客服|专员|干事|同志|客户|用户|当事人|原告|被告|本人|在下|鄙人|我'
const personBefore = new RegExp(
  `(?:(?:${kin}|${roles}|第?[一二三四五六七八九十\\d]+位|[^\\p{L}\\p{N}]@|^@|艾特|转交?给?|联系|委托|通知|转告|告诉|找|请问)(?:[是叫为:]|名叫|叫做|就是|[ :]){0,2} ?)$`,
  'u',
)
const verbBefore = /(?:[的和与跟及、给找问请叫是让帮由被对约见替托陪交称代]|包括|以及|还有|感谢|谢谢|按照|根据|听)$/u
const verbBehind =
  /^(?:[说讲问来去在是的和与、跟也都负签写填交做办接呢吗了吧让给带打]|(?:身份证|证件|电话|手机|分机|座机|号码|邮箱|微信|名下|护照|住址|住在?|银行卡|卡号|社保|病历|材料|名字|生日|专利|论文|申请|申报|联系|参加|牵头|同志|本人|名下|两|夫妇|一家|已经|昨天|今天|早上|下午|退休|离职|调|能|可以|要|想|会|已|正在|刚|替|帮))/u
const titleBehind =
  /^(?:先生|女士|小姐|老师|医生|医师|大夫|护士|主任|教授|院长|处长?|科长?|局长?|所长|部长|组长|书记|经理|总监?|博士|硕士|院士|律师|会计|秘书|同学|师傅|主管|阿姨|叔叔|大哥|大姐|工程师|工(?=$|[^\p{Script=Han}]|[说让的])| ?(?:收|亲启|敬启)(?!\p{Script=Han}))/u
const personBehind = new RegExp(
  `^(?:是(?:我们?|本|咱们?)(?:的)?(?:${kin}|${roles}|[院校司所局处科]|单位|医院|学校|公司|部门|团队)|[替帮和跟让叫]我|(?:两|夫妇|一家)[口人]?)`,
  'u',
)
const placeBehind =
  /^(?![是在的和与跟代替给来去说问想要])(?:\p{Script=Han}{0,4}(?:中心|图书馆|医院|大学|学院|学校|中学|小学|故居|纪念|基金|公司|集团|研究|实验室|奖|街道|路|桥|园|馆|镇|村|区|县|乡|站|港|湖|河|山|店|厂|业|省|市|族|[国州]人?)|[家桥][嘴角汇浜])/u
const placeWithin = /[路街镇村乡区县市省桥湾浜泾湖港州业厂]$/u
const near = 20

/** A name by the evidence of all that it is and stands in, between two offsets in UTF-16 code units. */
export type Weighed = { start: number; end: number; weight: number }

const hanBefore = (text: string, at: number): boolean => /\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at))
const hanBehind = (text: string, at: number): boolean => /^\p{Script=Han}/u.test(text.slice(at, at + 2))

function weightOfSigns(surname: string, given: readonly string[]): number {
  const name = surname + given.join('')
  let weight = commonest.has(surname) || surname.length > 1 ? weights.commonSurname : 0
  if (mostlyWords.has(surname)) weight += weights.wordSurname
  for (const sign of given) weight += isUsualGiven([sign]) ? weights.givenSign : weights.otherSign
  weight += given.length === 2 ? weights.twoGiven : weights.oneGiven
  if (isWord(name)) return weight + (given.length === 2 ? weights.isLongWord : weights.isWord)
  if (surname.length === 1 && given.length === 2 && isWord(surname + given[0]!)) return weight + weights.wordWithin
  if (given.length === 2 && isWord(given.join(''))) return weight + weights.givenIsWord
  return weight + weights.noWord
}

function weightOfPlace(text: string, start: number, end: number, bounds: ReadonlySet<number>): number {
  const before = text.slice(Math.max(0, start - 8), start)
  const behind = text.slice(end, end + 6)
  let weight = 0
  if (personBefore.test(before)) weight += weights.personBefore
  else if (!hanBefore(text, start)) weight += weights.edgeBefore
  else if (!bounds.has(start)) weight += verbBefore.test(before) ? 0 : weights.cutBefore
  else if (verbBefore.test(before)) weight += weights.verbBefore
  if (placeBehind.test(behind) || placeWithin.test(text.slice(start, end))) weight += weights.placeBehind
  if (titleBehind.test(behind)) weight += weights.titleBehind
  else if (personBehind.test(behind)) weight += weights.personBehind
  else if (!hanBehind(text, end)) weight += weights.edgeBehind
  else if (verbBehind.test(behind)) weight += weights.verbBehind
  else if (!bounds.has(end)) weight += weights.cutBehind
  if (text.slice(Math.max(0, start - near), end + near).includes('\0')) weight += weights.contactNear
  return weight
}

/** The weightiest name that begins there, whatever its weight. */
function weighedAt(text: string, start: number, bounds: () => ReadonlySet<number>): Weighed | undefined {
  const signs = [...text.slice(start, start + 8)]
  const surnameLength = surnameLengthOf(signs)
  if (surnameLength === 0 || /[\d一二三四五六七八九十百千万]$/u.test(text.slice(Math.max(0, start - 1), start)))
    return undefined
  const surname = signs.slice(0, surnameLength).join('')
  let best: Weighed | undefined
  for (const count of [2, 1]) {
    const given = signs.slice(surnameLength, surnameLength + count)
    if (given.length < count || !given.every((sign) => /^\p{Script=Han}$/u.test(sign))) continue
    const name = surname + given.join('')
    if ((isNever(name) && !anybody.has(name)) || given.join('') === '家') continue
    const end = start + name.length
    const own = weightOfSigns(surname, given)
    // The place can't make up for what is missing.
    if (own < 1) continue
    const weight = own + weightOfPlace(text, start, end, bounds())
    if (!best || weight > best.weight) best = { start, end, weight }
  }
  return best
}

/** Names that stand where nothing says so for sure. @param text A folded text. */
export function weighedNames(text: string, bounds: () => ReadonlySet<number>): [start: number, end: number][] {
  const found: [number, number][] = []
  for (let at = 0; at < text.length; at++) {
    const name = weighedAt(text, at, bounds)
    if (!name || name.weight < enough) continue
    found.push([name.start, name.end])
    at = name.end - 1
  }
  return found
}
