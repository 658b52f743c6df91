import { keptFor } from '../../../knowledge/kept.ts'
import { type Catalogue, type Entry, annexTitle, fold } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { Inquiry } from '../answer.ts'
import { type Question, subjectUnits, totalWeight } from '../understand/question.ts'
import { scopeOf } from '../understand/scopes.ts'
import { bindingLead } from './binding-lead.ts'
import type { ListFinding } from './finding.ts'
import { sourceOf, statedIn } from './source.ts'

/** The list that a sentence ending in a colon opens. */
export function leadListing({ catalogue }: Inquiry, entry: Entry): Listing | undefined {
  if (entry.clause.kind !== 'paragraph' || !/[：:]$/u.test(entry.clause.text)) return undefined
  const siblings = catalogue.entries.filter(
    (other) => other.notice.id === entry.notice.id && other.parent === entry.parent,
  )
  const points = siblings.slice(siblings.indexOf(entry) + 1).filter((other) => other.clause.kind === 'item')
  return points.length >= 2 ? { head: entry, points } : undefined
}

/** The list that a heading opens. */
export const headedListing = ({ catalogue }: Inquiry, entry: Entry): Listing | undefined =>
  entry.clause.kind === 'heading' ? listingsOf(catalogue).find(({ head }) => head === entry) : undefined

/** Weight of words up to which a question names no point of a list. */
const littleOwn = 3.5

/** The whole list that a point stands in, where the question names nothing but what the list is about. */
export function wholeListing(inquiry: Inquiry, entry: Entry): Listing | undefined {
  const { question, catalogue } = inquiry
  const content = totalWeight(subjectUnits(question))
  if (
    entry.clause.kind !== 'item' ||
    content >= littleOwn ||
    question.aspects.size === 0 ||
    question.value.kind !== 'text'
  )
    return undefined
  const siblings = catalogue.entries.filter(
    (other) => other.notice.id === entry.notice.id && other.parent === entry.parent,
  )
  const lead = siblings.slice(0, siblings.indexOf(entry)).findLast((other) => other.clause.kind === 'paragraph')
  const shares = lead && [...question.aspects].some((aspect) => lead.aspects.has(aspect))
  return shares ? leadListing(inquiry, lead) : undefined
}

/** The lists of the notices that a question means; all where it means none. */
export function listingsMeant({ question: { notices }, catalogue }: Inquiry): Listing[] {
  return listingsOf(catalogue).filter(({ head }) => notices.length === 0 || notices.includes(head.notice))
}

/** A list of provisions: what it is called, and its points in order. */
export type Listing = { head: Entry; points: Entry[] }

const isPoint = (entry: Entry): boolean =>
  entry.clause.marker !== undefined || (entry.clause.kind === 'paragraph' && !/[：:]$/u.test(entry.clause.text))

/** Every list of the notices: the numbered provisions under each heading, and those of each notice itself. */
export const listingsOf = keptFor((catalogue: Catalogue): Listing[] => {
  const listings: Listing[] = []
  for (const head of catalogue.entries) {
    if (head.clause.kind !== 'heading' || head.children.some((child) => child.clause.kind === 'row')) continue
    const points = head.children.filter(isPoint)
    if (points.filter((point) => point.clause.marker !== undefined).length >= 2) listings.push({ head, points })
  }
  for (const notice of catalogue.notices) {
    const parts = catalogue.entries.filter(
      (entry) => entry.notice.id === notice.id && entry.parent === undefined && /^\d+$/u.test(entry.clause.id),
    )
    const [first] = catalogue.entries.filter((entry) => entry.notice.id === notice.id && entry.clause.id === 'title')
    if (first && parts.length >= 2) listings.push({ head: first, points: parts })
  }
  return listings
})

/** 1 where the question holds the list's title whole, however the notice prints it: in the heading or in the list of annexes. */
export function titleHeld(question: Question, head: Entry): number {
  const titles = [head.clause.heading, /^a\d+$/u.test(head.clause.id) ? annexTitle(head.notice, head.clause.id) : '']
    .map(fold)
    .filter((title) => title.length >= 4)
  return titles.some((title) => question.text.includes(title)) ? 1 : 0
}

/** Characters from which a paragraph without a number is none of the points beside it. */
const longParagraph = 120
/** Points up to which the first clause below each heading is cited beside it. */
const fewPoints = 10

/** Points with the lines without which they would say something else: that one of them is enough, or none is allowed. */
function withLeads({ catalogue }: Inquiry, points: Entry[]): Entry[] {
  const bound = points.flatMap((point) => {
    const lead = bindingLead(catalogue, point)
    return lead && lead.clause.kind !== 'heading' ? [lead, point] : [point]
  })
  return [...new Set(bound)]
}

/** A list as a finding: its numbered points, what binds them, and the short paragraphs among them. */
export function listFinding(inquiry: Inquiry, { head, points }: Listing): ListFinding {
  const own = points.filter(
    (point, at) =>
      point.clause.marker !== undefined ||
      points.length === 1 ||
      at === 0 ||
      lengthOf(point.clause.text) < longParagraph,
  )
  const shown = withLeads(inquiry, own)
  const cited = shown.flatMap((point) =>
    point.clause.kind === 'heading' && point.children[0] && shown.length <= fewPoints
      ? [point, point.children[0]]
      : [point],
  )
  return {
    kind: 'list',
    status: 'listed',
    source: sourceOf(inquiry, head),
    points: shown,
    stated: new Map(shown.map((point) => [point.clause.id, statedIn(inquiry, point)])),
    rests: cited,
    scope: scopeOf(head),
    list: shown.filter((point) => point.clause.marker !== undefined),
  }
}
