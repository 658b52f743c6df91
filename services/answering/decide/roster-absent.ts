import { type Catalogue, fold } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { looksLikeUnit } from '../../roster/columns.ts'
import { abbreviated } from '../../roster/find-unit.ts'
import { withoutLegalForm } from '../../roster/unit-names.ts'
import type { RosterFinding } from './finding.ts'
import { type Asking, englishList, hasValues, listsOf } from './roster-asking.ts'
import { membersFinding } from './roster-groups.ts'
import type { Looked, RosterPart } from './roster-part.ts'
import { context, findUnits } from './roster-units.ts'

const name = '([\\p{Script=Han}a-z()（）]{2,20}?)'
const before = '(?:^|[,，])(?:那么?|请问|还有|查一?下|问一?下|帮我)*'
/** Whether a unit is in a list: 「X在名单里吗」「名单里有X吗」. */
const inList = [
  new RegExp(
    `${before}${name}(?:这次|今年|也|是否|是不是|到底)*(?:在不在|在吗|在(?=.{0,16}(?:名单|清单|里|中))|列入|入选|在列|有没有(?=在|进|列))`,
    'u',
  ),
  new RegExp(`${before}${name}(?:这次|今年|也|是否|是不是|到底)*(?:要|需要|用|得)(?:不用|不要)?(?:参加|接受|做)`, 'u'),
  new RegExp(`(?:名单|清单|名录|里|中|上)(?:面|头)?(?:有没有|有|包括|包含)${name}(?:吗|么|嘛|没有|没)?$`, 'u'),
]
/** What can only be asked of a name: 「浦东呢」「浦东有吗」「浦东的专利超市是第几号」. */
const ofName = [
  new RegExp(`${before}${name}(?:也在|在|有|也有)?(?:呢|吗|没有|有没有)$`, 'u'),
  new RegExp(`${before}${name}(?:的|有|是)(?=.)`, 'u'),
]
/** Characters of function words, which no name read here has. */
const isWorded = /[哪谁什么几多少吗呢的了是在有不没还都就要我你他它她这那请会能该和与或被给让把从]|项目|名单|单位|通知/u
const longestBrand = 6

/** What asks which units there are, and not whether one is. */
const asksWhich = /(?:哪些|哪几[个家所]?|几[个家所]|多少[个家所]?)(?!.{0,2}(?:名单|项目|批|号))/u

/** What is said of a unit that stands in no list: only of what reads as a name, and of nothing else. */
export function findAbsent(asking: Asking): RosterFinding | undefined {
  const { text, reading, inquiry, isOnLists } = asking
  if ((!isOnLists && reading.values.length === 0) || asksWhich.test(text)) return undefined
  if (reading.units.length > 0) return alsoAbsent(asking)
  const inEnglish = namedInEnglish(asking)
  if (inEnglish !== undefined) return absence(asking, inEnglish, false)
  const isRead = (asked: string): boolean =>
    !isWorded.test(withoutLegalForm(asked)) && isAllThatIsLeft(asked, reading.left)
  const listed = namesIn(inList, text).find(isRead)
  const asked = listed ?? namesIn(ofName, text).find(isRead)
  if (asked === undefined) return undefined
  const isName = looksLikeUnit(asked) || isPlace(inquiry.catalogue, asked)
  const part = reading.rows.filter(({ unit }) => fold(unit).includes(asked))
  const short = isName && part.length > 0 ? part : abbreviated(reading.rows, asked)
  if (short.length > 0) {
    const units = [{ name: asked, rows: short }]
    return findUnits({ ...asking, further: [], reading: { ...reading, left: [], units } })
  }
  if (part.length > 0) return undefined
  const isBrand = listed !== undefined && lengthOf(asked) <= longestBrand && isUnknown(inquiry.catalogue, asked)
  if (!isName && !isBrand) return undefined
  return absence(asking, asked, isName)
}

const whetherListed =
  /^(?:is|are|was|were|does|do|did|has|have)\s+(?:the )?(?<name>.+?)\s+(?:also |still |really |already )*(?:on|in|among|included|listed|named|appear|stand)\b/iu

/** The name of which an English question asks whether it is listed, where nothing else is left to read of it. */
function namedInEnglish({ inquiry: { question }, reading: { left } }: Asking): string | undefined {
  const name = question.english ? whetherListed.exec(question.asked.trim())?.groups?.['name'] : undefined
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/gu, '')
  if (name === undefined || /^(?:our|we|my|i)\b/iu.test(name)) return undefined
  return left.every((run) => letters(name).includes(letters(run)) || englishList.test(run)) ? name : undefined
}

/** 「我们公司在名单里吗」 */
const asksOwn =
  /(?:^|[,，。])(?:请问|那么?)?(?:我|咱|本|俺)们?(?:这边|这)?(?:公司|单位|企业|医院|学校|院|校|所|司|区)?(?:也|到底|是不是|是否)*(?:在不在|在吗|在(?=.{0,16}(?:名单|清单|里|中|上))|列入|入选|在列|有没有(?=在|进|列))/u
const asksOwnInEnglish =
  /^(?:is|are|was|were|am)\s+(?:our\b.{0,40}?|we|my\b.{0,40}?|i)\s+(?:on|in|among|included|listed)\b/iu
/** 「我们是上海某某有限公司，在不在名单里」 */
const introduced =
  /我们?(?:是|叫)([\p{Script=Han}a-z()（）]{4,30})[,，。](?=.{0,6}(?:在不在|在吗|在.{0,12}(?:名单|清单|里|中|上)|列入|入选|在列))/u

/** Whether the person's own unit is listed: by the name that is given, else the name is asked for. */
export function findOwn(asking: Asking): RosterFinding | undefined {
  const { text, reading } = asking
  if (reading.units.length > 0 || reading.values.length > 0) return undefined
  const name = introduced.exec(text)?.[1]
  if (name !== undefined && looksLikeUnit(name)) return absence(asking, name, true)
  if (!asksOwn.test(text) && !asksOwnInEnglish.test(asking.inquiry.question.asked)) return undefined
  const parts: RosterPart[] = [{ part: 'whose' }]
  return { kind: 'roster', status: 'clarify', parts, among: reading.rosters, rows: [], rests: [] }
}

const namesIn = (patterns: RegExp[], text: string): string[] =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])

/** Characters of a name that the lists may account for: what kind of unit it is. */
const kindLength = 2

/** Whether a name is what was left unread of the question, and all of it. */
const isAllThatIsLeft = (asked: string, left: string[]): boolean =>
  left.every((run) => asked.includes(run)) && lengthOf(left.join('')) >= Math.max(1, lengthOf(asked) - kindLength)

/** Whether the notices write a name as that of a place: 浦东 for 浦东新区. */
const isPlace = ({ noticesWith }: Catalogue, asked: string): boolean =>
  ['新区', '区', '市', '县', '州'].some((kind) => noticesWith([asked + kind]).size > 0)

const isUnknown = ({ noticesWith }: Catalogue, asked: string): boolean => noticesWith([asked]).size === 0

/** 「同济大学和北京大学在名单里吗」: the rows of the one, and that the other is in none. */
function alsoAbsent(asking: Asking): RosterFinding | undefined {
  const { reading, wants } = asking
  const isIn = (name: string): boolean => reading.rows.some(({ unit }) => fold(unit).includes(name))
  const isListed = (name: string): boolean =>
    new RegExp(`[和、与及跟]${name}|${name}[和、与及跟]`, 'u').test(asking.text)
  const isName = (name: string): boolean => looksLikeUnit(name) && isListed(name) && !isIn(name)
  if (!wants.isConfirmation || !reading.left.every(isName)) return undefined
  const found = findUnits({ ...asking, further: [], wants: { ...wants, isConfirmation: false } })
  const looked = { notice: reading.notice.shortTitle }
  const absent = reading.left.map((name): RosterPart => ({
    part: 'absent',
    name,
    looked,
    lists: reading.rosters,
    isUnit: true,
  }))
  return found && { ...found, parts: [...absent, ...found.parts] }
}

function absence(asking: Asking, asked: string, isUnit: boolean): RosterFinding {
  const { reading, inquiry, text } = asking
  const group = reading.values.flatMap(({ values }) => values)[0] ?? context(asking)
  const inGroup = reading.rows.filter((row) => hasValues(reading, row) && listsOf(reading).includes(row.roster))
  const isOnMembers = reading.values.length > 0 && /名单|清单/u.test(text) && !inquiry.question.english
  if (isOnMembers) return membersFinding(asking, inGroup, asked)
  const ofGroup = new Set((group === undefined ? [] : [...inGroup, ...asking.last]).map((row) => row.roster))
  const lists = reading.rosters.filter((roster) => group === undefined || ofGroup.has(roster))
  const looked: Looked = group === undefined ? { notice: reading.notice.shortTitle } : { groups: [group] }
  return {
    kind: 'roster',
    status: 'not-in-roster',
    parts: [{ part: 'absent', name: asked, looked, lists, isUnit }],
    among: reading.rosters,
    rows: [],
    rests: [],
  }
}
