import { type Aspect, isHeadingOf } from '../../../knowledge/finding/aspects.ts'
import { type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { isSingle } from '../../../knowledge/language/characters.ts'
import { numeral } from '../../../knowledge/language/numeral-pattern.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { givesFigureOnly, type Question, subjectUnits, totalWeight, type Unit } from '../understand/question.ts'
import type { Step } from './finding.ts'
import { type Listing, listFinding, listingsMeant, titleHeld } from './listings.ts'
import { scopeScore } from './scope-score.ts'

const listable: Aspect[] = ['conditions', 'targets', 'tasks', 'procedure']

/** Share of the question's words that a list must cover to answer, and by how much less than the best clause it may. */
const leastCoverage = 0.5
const lessThanClause = 0.15
/** What the fit of notice and programme counts beside the words covered. */
const scopeShare = 0.25
/** What it counts that the question holds the list's title whole. */
const titleShare = 0.3

/** Answers with a whole list where one is asked for: all conditions, all targets, the parts of a plan or form. */
export const findList: Step = (inquiry) => {
  const { question, ranked } = inquiry
  const listings = listingsMeant(inquiry)
  const titled = listings.some(
    ({ head }) => titleHeld(question, head) === 1 && (asksForParts(question) || isQuoted(question, head)),
  )
  if (isCounted(ranked[0]) || (!titled && !asksForList(question))) return undefined
  const covered = listings
    .map((listing) => ({ listing, coverage: listCoverage(inquiry, listing) }))
    .filter(({ coverage }) => coverage >= leastCoverage)
  const scored = covered
    .map((one) => ({
      ...one,
      score:
        one.coverage * 1.2 +
        scopeShare * scopeScore(inquiry.reading, one.listing.head) +
        titleShare * titleHeld(question, one.listing.head),
    }))
    .sort((a, b) => b.score - a.score)
  const best = newestFirst(inquiry, scored)
  if (!best || best.coverage < clauseCoverage(ranked[0]) - lessThanClause) return undefined
  return listFinding(inquiry, best.listing)
}

/** The best list; where its notice has been replaced and neither year nor notice is asked for, the newer notice's best. */
function newestFirst<L extends { listing: Listing }>({ question }: Inquiry, scored: readonly L[]): L | undefined {
  const [best] = scored
  if (!best || question.years.length > 0 || question.leansOn) return best
  const { id } = best.listing.head.notice
  return scored.find(({ listing }) => listing.head.notice.replaces.includes(id)) ?? best
}

/** Whether a clause says how many there are of what is asked for: 专职人员几个 asks of one point, and not for the list. */
const isCounted = (best: Ranked | undefined): boolean =>
  best?.best.features.counted === 1 && best.entry.clause.kind !== 'heading'

/** Whether a list is asked for, and no sum, day or number of something: 罚几块 and 写几个 aren't asked of parts. */
const asksForParts = ({ intents, value }: Question): boolean =>
  intents.has('list') && (value.kind === 'text' || (value.kind === 'count' && partUnits.has(value.unit)))
const partUnits: ReadonlySet<string> = new Set(['条', '项', '类', '个'])

/** Whether a question gives a heading in quotation marks: it asks for what stands under it. */
const isQuoted = ({ asked }: Question, { clause }: Entry): boolean =>
  [...asked.matchAll(/[“「『"]([^“”「」『』"]{2,60})[”」』"]/gu)].some(
    ([, quoted = '']) => fold(clause.heading) === fold(quoted),
  )

const clauseCoverage = (best: Ranked | undefined): number =>
  !best || ['heading', 'row', 'table'].includes(best.entry.clause.kind) ? 0 : best.best.features.company

/** Content from which a clause that holds nearly all of it answers better than the list it stands in. */
const enoughContent = 5

/** Whether one clause, found best, holds nearly all that the question names besides its aspects. */
function isAboutOne({ question, ranked }: Inquiry): boolean {
  const content = subjectUnits(question)
  const [best] = ranked
  if (!best || best.entry.clause.kind === 'heading' || totalWeight(content) < enoughContent) return false
  const held = content.filter((unit) => unit.words.some((word) => !isSingle(word) && best.entry.own.includes(word)))
  return totalWeight(held) >= 0.8 * totalWeight(content)
}

function asksForList(question: Question): boolean {
  const { value, intents, aspects } = question
  // 「25件呢」 after a list asks whether that suffices.
  if (givesFigureOnly(question)) return false
  const rest = totalWeight(subjectUnits(question))
  const counted = value.kind === 'count' && (rest >= 5 || !['条', '项', '类'].includes(value.unit))
  if (counted || !['text', 'count', 'number'].includes(value.kind)) return false
  // 要几个专利 asks how many, and 有几个条件 for a list.
  if (value.kind === 'number' && !listable.some((aspect) => aspects.has(aspect))) return false
  if (intents.has('list')) return true
  return listable.some((aspect) => aspects.has(aspect)) && rest < 5 && !intents.has('confirmation')
}

/** How much of the question a list covers by its heading, its place and its size; above 1 where its size is stated. */
function listCoverage(inquiry: Inquiry, { head, points }: Listing): number {
  const { question } = inquiry
  const asked = question.terms.filter((term) => !term.names)
  const total = totalWeight(asked)
  const within = `${head.own}${head.above}`
  const held = asked.reduce((sum, unit) => sum + unit.weight * headCovers(head, points, within, unit), 0)
  const asAsked = listable.some((aspect) => question.aspects.has(aspect) && isHeadingOf(head.clause.heading, aspect))
  const byAspect = asAsked && isMeant(question, head) && !isAboutOne(inquiry)
  const stated = statedSize(question.text)
  const isSized = stated !== undefined && stated === points.filter((point) => point.clause.marker).length
  return (
    Math.max(
      total === 0 ? 0 : held / total,
      titleHeld(question, head),
      byAspect ? (question.intents.has('list') ? 0.85 : 0.6) : 0,
    ) + (isSized ? 0.2 : 0)
  )
}

/** Whether the question points to the list's notice, or says so little besides the aspect that any may be meant. */
const isMeant = (question: Question, head: Entry): boolean =>
  question.notices.length > 0 ? question.notices.includes(head.notice) : totalWeight(subjectUnits(question)) < 3

function headCovers(head: Entry, points: Entry[], within: string, unit: Unit): number {
  if (unit.aspect && !listable.includes(unit.aspect)) return 0
  if (unit.aspect && isHeadingOf(head.clause.heading, unit.aspect)) return 1
  if (unit.aspect && isHeadingOf(head.clause.path, unit.aspect)) return 0.6
  if (unit.words.some((word) => !isSingle(word) && within.includes(word)))
    return unit.words[0] && head.own.includes(unit.words[0]) ? 1 : 0.7
  return points.some((point) => unit.words.some((word) => word.length > 2 && point.clause.heading.includes(word)))
    ? 0.3
    : 0
}

const sized = new RegExp(`(${numeral})大?(?:项|条|个|点|块|方面|部分|步|类)`, 'u')

/** The size a question gives a list: 「六项」 → 6. */
function statedSize(text: string): number | undefined {
  const size = parseNumeral(sized.exec(text)?.[1] ?? '')
  // 一项 asks for one of the list, not for a list of one.
  return size > 1 ? size : undefined
}
