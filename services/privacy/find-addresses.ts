import type { Finding } from './finding.ts'

const han = String.raw`\p{Script=Han}`
const count = '[\\dA-Za-z一二两三四五六七八九十百千零〇甲乙丙丁]{1,6}'
const way =
  '(?:大街|大道|胡同|路|街|道|巷|里弄|弄堂|里(?=\\d)|庄组|村组|街道(?=\\d)|新村|小区|花园|花苑|公寓|家园|苑|城|坊|湾|庭|府|村)'
const part = '(?:号楼|支弄|单元|号院|弄|号|栋|幢|座|室|楼|层|户|组|社|队|屯|村|房|门|床|园)'
const room = `(?:${part}|(?=[^\\p{Script=Han}\\dA-Za-z]|$|[，,。]))`
const estate = '(?:新村|小区|花园|花苑|公寓|家园|苑|城|坊|庭|府|广场|大厦|宿舍|里|园|大楼|楼|家?[组队社屯寨庄湾])'
const pattern = new RegExp(
  String.raw`${han}{1,12}?${way}(?:(?: ?${han}{1,9}?${estate}(?:[ ,]?[A-Z东南西北中一二三四五六七八九十]{1,2}[区期])?){0,3}[ ,]?-?(?:${count} ?${part}(?:之[一二三四五六七八九十\d]{1,2})?|\d{1,4}(?:-\d{1,4}){1,3}(?!\d))){1,6}(?: ?${han}{1,9}?${estate}){0,2}(?: ?-?\d{1,4}(?:-\d{1,4}){0,3}(?![\d.])${room}?)?|(?<=住)${han}{2,12}?${way}(?: ?${count} ?${part}){1,5}`,
  'gu',
)

/** Before the name of the place: what leads to it. */
const leadIn =
  /^.*(?:住在?|住址|地址|邮寄|快递|寄|送|搬|我家|老家|回家|家住|[在到给往是为于回])(?:到|至|给|往|在|是|为)?(?=.{2})/u
const persons =
  /户口|老家|邻居|住|家(?!单位)|收[件货]|快递|外卖|[寄送]到|户[籍口]|人在|(?<!单位|公司|企业|机构|注册|办公|医院|学校|经营|[我本贵][院校司所处局]|我们|你们)地址|^寄 |本人|寄给我|回我/u
/** Said of what follows a comma, and of what stands before. */
const ofSomebody =
  /(?:老家|住址|(?:家庭|收货|户籍|现住|常住)地址?|我家|户籍|户口)(?:在|是)?[,，:： ]{1,2}\p{Script=Han}{0,8}$/u
const ofSomebodyBehind =
  /^[,，]? ?(?:是|就是|为)?(?:我|我们|他|她)?(?:的)?(?:户籍|户口|老家|家里?(?!单位)|住址|住处|住的)/u
const organisations = /公司|单位|医院|学校|大学|学院|办公|注册|所在地|企业|中心|局|(?<!住)院|厅|委|经营|园区|营业/gu
/** What is sent to an office, and to nobody's home. */
const sentPapers = /(?:材料|申报[书表]|申请[书表]|文件|原件|纸质[件版])[^,，。]{0,4}(?:快递|[邮]?寄|[送交])[到至往]?$/u
const residence =
  /(?:弄|村(?!路)|小区|花园|花苑|公寓|家园|苑|幢|栋|单元).*(?:室|单元|号楼|幢|栋|户)|弄.*号.{0,2}\d{3,4}$|(?:新村|小区|花园|花苑|公寓|家园|村(?!路)|苑).*号.*(?:室|\d{3,4})$/u
/** How far before an address it is said whose it is. */
const nearBefore = 14

/** The same address however its district is named: from the road on, without blanks. */
const keyOf = (address: string): string =>
  address.replace(/\s/gu, '').replace(new RegExp(`^.*(?:[省市区县镇乡]|街道)(?=${han}+?${way})`, 'u'), '')

const home = String.raw`\b(?:Room|Rm|Flat|Apt|Apartment|Lane)\b`
const unit = String.raw`(?:Room|Rm|Flat|Apt|Apartment|Bldg|Building|Block|No|Lane|Unit)\.? ?#?\w{1,6}`
const road = String.raw`(?:Rd|Road|St|Street|Ave|Avenue|Lane)\b`

/** Rooms of a home without a road, where it is said that somebody lives there; an English address down to the room. */
const others = [
  // Where somebody lives, down to the building.
  /(?<=(?:租[在住]|住在?|家在|搬到|现居|居住[在于]?)[^,，。;；\d]{0,14})(?<![\d])(?:\d{1,4} ?[弄号幢栋座] ?)?\d{1,4} ?(?:幢|栋|号楼|单元|室|弄)[ 甲乙丙丁东西]{0,2}(?:\d{2,4}室?)?/gu,
  // English, where it is said to be a home.
  new RegExp(
    String.raw`(?<=(?:住处|住址|我家|我住|住在|\blive (?:at|in)|\bhome(?: address)?(?: is)?|\bmy address(?: is)?)[ :,]{0,3})(?:${unit},? ){1,4}(?:\d{1,5} )?(?:[A-Z][a-z']+ ){1,4}${road}`,
    'gu',
  ),
  // A box at the post office.
  // A box by its number; 163信箱 is one for mail.
  /\p{Script=Han}{0,8}(?<!\d)(?!(?:163|126|139|188|189)信箱)\d{2,5}(?:号?信箱|邮政信箱)(?: ?\d{1,4}(?:号?分箱|号))?/gu,
  // A bed or a room in a dormitory.
  /(?:宿舍|公寓|寝室|学生楼|家属[楼院])[^,，。;；\d]{0,4}?\d{1,3}(?:号楼|栋|幢|座|号|楼)? ?-?\d{2,4}(?:室|房|床)?(?: ?-?\d{1,2}(?:床|号床))?/gu,
  /(?<=(?:家在|住在?|住址[是为:]?) ?)\d{1,3}(?:号楼|栋|幢|单元) ?\d{2,4}室?/gu,
  new RegExp(String.raw`${han}{2,12}(?:小区|新村|花园|公寓|家园)(?:\(${han}{1,4}\))? ?\d{1,3}-\d{1,3}-\d{2,4}`, 'gu'),
  new RegExp(
    String.raw`\b(?=[^\n]{0,80}(?:${home}))(?:${unit},? ){0,4}(?:\d{1,5} )?(?:[A-Z][a-z]+ ){1,4}${road}(?:,? ${unit}){0,3}`,
    'gu',
  ),
]

const otherHomes = (text: string): Finding[] =>
  others.flatMap((one) =>
    [...text.matchAll(one)].map(({ 0: whole, index }): Finding => {
      const lead = leadIn.exec(whole.slice(0, 14))?.[0].length ?? 0
      return { kind: 'address', start: index + lead, end: index + whole.length, key: whole.replace(/\s/gu, '') }
    }),
  )

/** Every address with a number, whoever's it is. @param text A folded text. */
export function addressesIn(text: string): Finding[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index }) => {
    const lead = leadIn.exec(whole.slice(0, 14))?.[0].length ?? 0
    const end = index + whole.trimEnd().length
    return { kind: 'address', start: index + lead, end, key: keyOf(whole.slice(lead)) }
  })
}

/** Finds addresses where a person lives or gets post: by what is said before, or by being the rooms of a home. */
export function findAddresses(text: string): Finding[] {
  const homes = addressesIn(text).filter(({ start, end }) => {
    const words = text.slice(Math.max(0, start - nearBefore), start)
    const before = /[^,;!?，。；！？\n]*$/u.exec(words)![0]
    const behind = text.slice(end, end + 10)
    if (ofSomebody.test(words) || ofSomebodyBehind.test(behind)) return true
    const person = sentPapers.test(before) ? -1 : before.search(persons)
    const organisation = [...before.matchAll(organisations)].at(-1)?.index ?? -1
    if (person >= 0) return person >= organisation
    const isNearContact =
      /^.{0,4}(?:电话|手机|联系|\0)/u.test(text.slice(end, end + 12)) && text.slice(end, end + 16).includes('\0')
    return organisation < 0 && (isNearContact || residence.test(text.slice(start, end)))
  })
  return [...homes, ...otherHomes(text)]
}

/** Its own and each shorter way to say it, down to the number of the house. */
export const waysToSay = (address: string): string[] =>
  [...address.matchAll(new RegExp(part, 'gu'))]
    .map(({ 0: last, index }) => address.slice(0, index + last.length))
    .filter((way) => /[\d一二三四五六七八九十百]/u.test(way))
