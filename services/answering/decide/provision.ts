import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Inquiry } from '../answer.ts'
import { type Question, subjectUnits, totalWeight } from '../understand/question.ts'
import { withoutOpening } from '../understand/follow-up.ts'
import { responsibleUnits } from './duties.ts'
import type { NoProvisionFinding, ProvisionFinding, SeriesFinding, Step } from './finding.ts'
import { leadListing, listingsOf, titleHeld } from './listings.ts'
import { scopeScore } from './scope-score.ts'
import { sourceOf } from './source.ts'
import { scopeOf } from '../understand/scopes.ts'

const byNumber =
  /第\s*(\d+|[一二三四五六七八九十]+)(?:条|项|点|款|号措施|个措施|条措施|部分|步|个|块|段|方面|(?=呢?[？?]?$))|(\d+|[一二三四五六七八九十]+)号措施|措施(?:第)?(\d+|[一二三四五六七八九十]+)|条件[（(]([一二三四五六七八九十]+)[)）]|(?:measure|article|item)\s*(\d+)/u
/** 「30呢」 after a provision that was asked for by its number. */
const bareNumber = /^(?:第|no\.?\s*|number\s*)?(\d+|[一二三四五六七八九十]+)(?:号|条|项|点)?呢?[？?。]?$/u
const seriesLength = 10

/** The provisions that a notice numbers through its parts, as a plan its measures or a law its articles; empty for other notices. */
export function seriesOf(catalogue: Catalogue, notice: Notice): Entry[] {
  const own = catalogue.entries.filter(
    ({ notice: { id }, clause }) => id === notice.id && !clause.id.startsWith('a') && clause.marker !== undefined,
  )
  const articles = own.filter(({ clause }) => /^第.+条/u.test(clause.marker ?? ''))
  const items = articles.length > 0 ? articles : own.filter(({ clause }) => clause.kind === 'item')
  const isNumbered = items.every((entry, at) => numberOf(entry) === at + 1)
  return items.length >= seriesLength && isNumbered ? items : []
}

/** The number that a provision is printed with, else the one of its place. */
export function numberOf({ clause }: Entry): number {
  const printed = /\d+|[一二三四五六七八九十百]+/u.exec(clause.marker ?? '')?.[0]
  return printed === undefined ? Number(clause.id.split('.').at(-1)) : parseNumeral(printed)
}

/** 下一条, 上一条, 最后一条: counted from what was last spoken of. */
const byPlace = /(下|上|前|后|最后|末)(?:面)?[一那]?(?:条|项|点|款|个|部分|块|段|方面)(?:措施|任务|条件|目标)?/u

/** Answers with the provision of a number: a measure of a plan, a point of the list last shown, or of the list named. */
export const findProvision: Step = (inquiry) => {
  const { question } = inquiry
  const text = question.english ? question.asked.toLowerCase() : question.text
  const match = byNumber.exec(text.replace(/第[一二]批|[哪几]条/gu, ''))
  const written = match?.slice(1).find((group) => group !== undefined)
  if (!match || !written) return anotherNumber(inquiry) ?? besideLast(inquiry) ?? countOf(inquiry)
  if (isPart.test(match[0]) && totalWeight(subjectUnits(question)) > aboutWithin) return undefined
  const number = parseNumeral(written)
  return fromList(inquiry, number) ?? fromSeries(inquiry, number) ?? remembered(inquiry, number)
}

/** 「第三部分里…抓哪些企业」 says where to look: what is asked for stands in the words beside it. */
const isPart = /部分|块|段|方面/u
const aboutWithin = 6

/** 多少条措施, 几条: how many there are of what a notice numbers. */
const asksCount = /(?:多少|几)(?:个|项|条)?(?:措施|条款|条(?!件))/u

/** Of those that somebody has to do with. */
const ofUnit = /负责|责任|牵头|参与|涉及|承担|牵扯/u

/** How many provisions the notice meant numbers, where nothing within them is named. */
export function countOf(inquiry: Inquiry): SeriesFinding | undefined {
  const { question, catalogue } = inquiry
  const other = subjectUnits(question).filter(
    ({ words, unknown }) => !unknown && !words.some((word) => /[措施条]/u.test(word)),
  )
  const isOfUnit = question.aspects.has('responsible') || ofUnit.test(question.text)
  if (!asksCount.test(question.text) || isOfUnit || totalWeight(other) > fewWords) return undefined
  const all = noticesHeld(inquiry).map((notice) => seriesOf(catalogue, notice))
  const [series, another] = all.filter((items) => items.length > 0)
  const [first] = series ?? []
  if (!series || !first || another) return undefined
  return {
    kind: 'series',
    status: 'answered',
    notice: first.notice,
    source: sourceOf(inquiry, first),
    count: series.length,
    rests: [first, series.at(-1)!],
    scope: { notice: first.notice.id },
    list: series,
  }
}

/** Words, in weight, that a message may have beside 「下一条」 and be about nothing else. */
const fewWords = 4

/** The provision before or after the one last spoken of, or the last of its list. */
function besideLast(inquiry: Inquiry): ProvisionFinding | undefined {
  const { question } = inquiry
  const [said = '', place] = byPlace.exec(question.text) ?? []
  const last = lastEntry(inquiry)
  const others = subjectUnits(question).filter(({ words }) => !said.includes(words[0]!))
  if (place === undefined || !last || totalWeight(others) > fewWords) return undefined
  const series = seriesOf(inquiry.catalogue, last.notice)
  const list = series.includes(last) ? series : listAround(inquiry, last)
  const at = list.findIndex((point) => point === last || isUnder(last, point))
  const wanted = /[最末]/u.test(place)
    ? list.at(-1)
    : at < 0
      ? undefined
      : list[/[下后]/u.test(place) ? at + 1 : at - 1]
  return wanted && whole(inquiry, wanted)
}

/** Another provision of the series of which one was spoken of last. */
function anotherNumber(inquiry: Inquiry): ProvisionFinding | NoProvisionFinding | undefined {
  const last = lastEntry(inquiry)
  const written = bareNumber.exec(withoutOpening(inquiry.question.asked).text.toLowerCase())?.[1]
  if (!last || written === undefined) return undefined
  const series = seriesOf(inquiry.catalogue, last.notice)
  if (!series.includes(last)) return undefined
  const wanted = series.find((item) => numberOf(item) === parseNumeral(written))
  return wanted ? whole(inquiry, wanted) : beyond(series, parseNumeral(written))
}

function lastEntry({ catalogue, memory }: Inquiry): Entry | undefined {
  const [last] = memory.rests ?? []
  return last && catalogue.find(last.notice, last.clause)
}

/** The points that a clause opens, or among which it stands. */
function listAround(inquiry: Inquiry, entry: Entry): Entry[] {
  const marked = (entries: Entry[]): Entry[] => entries.filter(({ clause }) => clause.marker !== undefined)
  const opened = marked(leadListing(inquiry, entry)?.points ?? entry.children)
  if (opened.length > 0) return opened
  for (let { parent } = entry; parent; { parent } = parent) {
    const beside = marked(parent.children)
    if (beside.length > 1) return beside
  }
  return []
}

/** Whether a clause stands under another, on whatever level. */
const isUnder = ({ parent }: Entry, head: Entry): boolean =>
  parent !== undefined && (parent === head || isUnder(parent, head))

/** Of the notices meant that number their provisions so far, the one that the question fits best. */
function fromSeries(inquiry: Inquiry, number: number): ProvisionFinding | NoProvisionFinding | undefined {
  const { catalogue, memory, question, reading } = inquiry
  const asked = question.named.length > 0 ? question.named : memory.list ? [] : noticesHeld(inquiry)
  const all = asked.map((notice) => seriesOf(catalogue, notice)).filter((items) => items.length > 0)
  const [best] = all
    .flatMap((series) => series.find((item) => numberOf(item) === number) ?? [])
    .map((entry) => ({ entry, fit: scopeScore(reading, entry) }))
    .sort((one, other) => other.fit - one.fit)
  if (best) return whole(inquiry, best.entry)
  return all.length === 1 ? beyond(all[0]!, number) : undefined
}

/** The notice that is leant on, else all. */
const noticesHeld = ({ catalogue, question }: Inquiry): Notice[] =>
  question.notices.length > 0 ? question.notices : catalogue.notices

/** 「申报条件第4条」: the list that the question names besides the number. */
function fromList(inquiry: Inquiry, number: number): ProvisionFinding | undefined {
  const { question, catalogue, reading } = inquiry
  const bestOf = (heads: (head: Entry) => boolean) =>
    listingsOf(catalogue)
      .filter(({ head }) => heads(head))
      .map((listing) => ({ listing, fit: scopeScore(reading, listing.head) }))
      .sort((a, b) => b.fit - a.fit)[0]?.listing
  const titled = bestOf((head) => head.clause.id !== 'title' && titleHeld(question, head) === 1)
  const listed = titled ?? (asksInList(question) ? bestOf((head) => isMeant(question, head)) : undefined)
  const point = listed?.points.find(
    (candidate) => candidate.clause.marker !== undefined && numberOf(candidate) === number,
  )
  return point && whole(inquiry, point)
}

const inLists = ['conditions', 'targets', 'tasks', 'procedure'] as const
const asksInList = ({ aspects }: Question): boolean => inLists.some((aspect) => aspects.has(aspect))
const isMeant = ({ aspects, notices }: Question, head: Entry): boolean =>
  notices.includes(head.notice) && inLists.some((aspect) => aspects.has(aspect) && head.aspects.has(aspect))

/** 「第二项呢」: of the list last shown, or of the one that the last clause opens or stands in. */
function remembered(inquiry: Inquiry, number: number): ProvisionFinding | undefined {
  const at = inquiry.memory.list?.[number - 1]
  const shown = at && inquiry.catalogue.find(at.notice, at.clause)
  const last = lastEntry(inquiry)
  const isOpen = inquiry.question.named.length === 0 && last !== undefined
  const beside = isOpen ? listAround(inquiry, last).find((entry) => numberOf(entry) === number) : undefined
  const entry = shown ?? beside
  return entry && whole(inquiry, entry)
}

/** A provision with all that stands under it. */
export const whole = (inquiry: Inquiry, entry: Entry): ProvisionFinding => ({
  kind: 'provision',
  status: 'answered',
  source: sourceOf(inquiry, entry),
  below: entry.children,
  units: responsibleUnits(entry),
  rests: [entry, ...entry.children],
  scope: scopeOf(entry),
})

const beyond = (series: Entry[], number: number): NoProvisionFinding => ({
  kind: 'no-provision',
  status: 'not-found',
  notice: series[0]!.notice,
  count: series.length,
  number,
  rests: [],
})
