import { numeral } from '../../knowledge/language/numeral-pattern.ts'
import { parseNumeral } from '../../knowledge/language/numeral.ts'
import { isSingle } from '../../knowledge/language/characters.ts'
import { noticesMeant } from './scopes.ts'
import { type Aspect, isHeadingOf } from '../../knowledge/finding/aspects.ts'
import type { Entry } from '../../knowledge/finding/catalogue.ts'
import type { Inquiry, Step } from './answer.ts'
import { isKnownUnit } from './content-units.ts'
import { type Listing, listAnswer, listingsOf, titleHeld } from './listings.ts'
import { type Question, type Unit, subjectUnits, totalWeight } from './question.ts'
import { scopeFit } from './scope-fit.ts'
import type { Scored } from './score-entries.ts'

const listable: Aspect[] = ['conditions', 'targets', 'tasks', 'procedure']

/** Answers with a whole list where one is asked for: all conditions, all targets, the parts of a plan or form. */
export const answerList: Step = (inquiry) => {
  const { question, catalogue, ranked } = inquiry
  const meant = noticesMeant(catalogue, question)
  const listings = listingsOf(catalogue).filter(({ head }) => meant.length === 0 || meant.includes(head.notice))
  const titled =
    question.wishes.has('list') &&
    listings.some(({ head }) => titleHeld(question, head) === 1 && isMeant(question, head))
  if (!titled && !asksForList(question)) return undefined
  const best = listings
    .map((listing) => ({ listing, ...listFit(inquiry, listing) }))
    .sort((a, b) => b.score - a.score)[0]
  const leaf = ranked[0]
  if (!best || best.coverage < 0.5 || (leaf && best.coverage < leafCoverage(question, leaf) - 0.15)) return undefined
  return listAnswer(inquiry, best.listing)
}

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

const leafCoverage = (question: Question, leaf: Scored): number =>
  question.units.length === 0 || ['heading', 'row', 'table'].includes(leaf.entry.clause.kind) ? 0 : leaf.coverage

function asksForList(question: Question): boolean {
  const other = totalWeight(subjectUnits(question))
  const counted = question.value.kind === 'count' && (other >= 5 || !['条', '项', '类'].includes(question.value.unit))
  if (
    counted ||
    (question.value.kind !== 'text' && question.value.kind !== 'count' && question.value.kind !== 'number')
  )
    return false
  if (question.wishes.has('list')) return true
  const rest = totalWeight(
    subjectUnits(question).filter((unit) => !(question.english && /^[a-z]/u.test(unit.words[0] ?? ''))),
  )
  return listable.some((aspect) => question.aspects.has(aspect)) && rest < 5 && !question.wishes.has('confirmation')
}

/** How a list fits: its heading covers the question's words and aspects, its notice and programme the scope. */
function listFit(inquiry: Inquiry, { head, points }: Listing): { score: number; coverage: number } {
  const { question, memory, catalogue } = inquiry
  const total = totalWeight(question.units.filter((unit) => !question.english || isKnownUnit(catalogue, unit)))
  const within = `${head.own}${head.above}`
  const held = question.units.reduce((sum, unit) => sum + unit.weight * headCovers(head, points, within, unit), 0)
  const named = titleHeld(question, head)
  const asAsked = listable.some((aspect) => question.aspects.has(aspect) && isHeadingOf(head.clause.heading, aspect))
  const coverage = Math.max(
    total === 0 ? 0 : held / total,
    named,
    asAsked && isMeant(question, head) && !isAboutOne(inquiry) ? (question.wishes.has('list') ? 0.85 : 0.6) : 0,
  )
  const carried =
    memory.scope &&
    memory.scope.notice === head.notice.id &&
    (!head.programme || !memory.scope.programme || head.programme.id === memory.scope.programme)
      ? 0.3
      : 0
  const stated = statedSize(question.text)
  const sized = stated === undefined ? 0 : stated === points.filter((point) => point.clause.marker).length ? 0.35 : -0.1
  const formal = head.clause.id.startsWith('a') ? -0.05 : 0
  const ofAspect = [...question.aspects].some((aspect) => isHeadingOf(head.clause.heading, aspect)) ? 0.25 : 0
  return {
    score: coverage * 1.2 + scopeFit(question, head) + carried + sized + formal + ofAspect + (named >= 1 ? 0.3 : 0),
    coverage: coverage + (stated !== undefined && sized > 0 ? 0.2 : 0),
  }
}

/** Whether the question points to the list's notice, or says so little besides the aspect that the newest is meant. */
function isMeant(question: Question, head: Entry): boolean {
  if (question.notices.size > 0) return question.notices.has(head.notice.id)
  if (question.programmes.size > 0) return head.notice.programmes.some(({ id }) => question.programmes.has(id))
  return question.years.includes(head.notice.year) || totalWeight(subjectUnits(question)) < 3
}

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
