import { annexTitle, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { isSingle } from '../../../knowledge/language/characters.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Inquiry } from '../answer.ts'
import { subjectUnits, totalWeight } from '../understand/question.ts'
import { segmentsOf } from '../understand/segment.ts'
import { subjectText } from '../understand/scope-evidence.ts'
import type { Finding, Step } from './finding.ts'
import { type Listing, listFinding, listingsMeant } from './listings.ts'
import { countOf, numberOf, whole } from './provision.ts'
import { scopeScore } from './scope-score.ts'

/** Words that ask into what parts a document falls. */
const structure =
  /(?<!第)(?:哪|几|多少|[二三四五六七八九十])(?:一?些|几|个|大)*(?:部分|方面|板块|大块|章节?)|(?:分|[分包]成|由|包[括含]).{0,3}(?:几|[二三四五六七八九十])个?块|(?:部分|方面|板块)组成/u
/** Words that ask what is to stand in a paper. */
const contents =
  /(?:哪些|什么|几)(?:方面的?|项)?(?:内容|栏目|章节)|怎么写|写(?:些|点)?(?:什么|啥|哪)|(?:框架|提纲|目录|结构)(?:是|有|呢|[？?]|$)/u
const template = /模[板版]|提纲|大纲|范本|样式|格式/u
/** Weight of words beside the name of the whole notice from which something within it is asked about. */
const aboutWithin = 6
/** The same beside the name of a paper in an annex. */
const aboutPart = 5

/** Answers into what parts a notice, or a paper in one of its annexes, falls, or with the one asked for by its number. */
export const findParts: Step = (inquiry): Finding | undefined => {
  const { question } = inquiry
  // 罚几块 asks for a sum.
  const asksStructure = structure.test(question.text) && question.value.kind !== 'money'
  if (question.english || (!asksStructure && !contents.test(question.text))) return undefined
  const documents = listingsMeant(inquiry).filter(({ head }) => isDocument(head))
  const listing =
    bestNamed(inquiry, documents, asksStructure) ??
    (asksStructure ? documents.find(({ head }) => isWholeNamed(inquiry, head)) : undefined)
  if (!listing) return undefined
  const part = question.ordinal && listing.points.find((point) => numberOf(point) === question.ordinal)
  return part ? whole(inquiry, part) : withCount(inquiry, listing)
}

/** With how many provisions there are, where that is asked for too. */
function withCount(inquiry: Inquiry, listing: Listing): Finding {
  const parts = listFinding(inquiry, listing)
  const count = listing.head.clause.id === 'title' ? countOf(inquiry) : undefined
  if (!count) return parts
  const rests = [...count.rests, ...parts.rests]
  return { kind: 'several', status: 'listed', findings: [count, parts], rests, scope: parts.scope!, list: parts.list! }
}

const isDocument = ({ clause }: Entry): boolean => clause.id === 'title' || /^a\d+$/u.test(clause.id)

/** What a paper in an annex is called, as the annex and the list of annexes print it. */
const namesOf = (notice: Notice, { clause }: Entry): string[] =>
  (clause.id === 'title' ? [subjectText(notice)] : [clause.heading, annexTitle(notice, clause.id)])
    .map((title) => fold(title).replace(template, ''))
    .filter(Boolean)

/** What kind of paper a name names: 总结 of 工作总结, 申报书 of 项目申报书. */
function kindOf(name: string): string {
  const words = segmentsOf(name)
  const last = words.at(-1) ?? ''
  return isSingle(last) ? words.slice(-2).join('') : last
}

/** Of the papers that the question names the one whose notice it points to most; a whole notice only by its parts. */
function bestNamed(inquiry: Inquiry, documents: Listing[], asksStructure: boolean): Listing | undefined {
  const fit = ({ head }: Listing): number => scopeScore(inquiry.reading, head)
  return documents
    .filter(({ head }) => (asksStructure || head.clause.id !== 'title') && isPaperNamed(inquiry, head))
    .toSorted((one, other) => fit(other) - fit(one))[0]
}

function isPaperNamed({ question }: Inquiry, head: Entry): boolean {
  const names = namesOf(head.notice, head)
  const kind = names.map(kindOf).find((word) => question.text.includes(word))
  const isTemplate = template.test(question.text) && names.length > 0 && question.notices.includes(head.notice)
  const others = subjectUnits(question).filter(
    ({ words: [word = ''] }) => !names.some((name) => name.includes(word)) && !isAsking.test(word),
  )
  return (kind !== undefined || isTemplate) && totalWeight(others) < aboutPart
}

/** Words that the question asks with. */
const isAsking = /模[板版]|提纲|框架|内容|部分|标题|包[括含]|组成|方面|承诺|[写块分由些]/u

const isWholeNamed = ({ question }: Inquiry, { clause, notice }: Entry): boolean =>
  clause.id === 'title' &&
  question.notices.includes(notice) &&
  totalWeight(subjectUnits(question).filter(({ words: [word = ''] }) => !/[块措施条]/u.test(word))) < aboutWithin
