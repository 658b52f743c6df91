import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Quantity } from '../../../knowledge/finding/values.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import type { Condition } from '../../eligibility/document-conditions.ts'
import type { Fact } from '../../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../../eligibility/resolve-programmes.ts'
import { comparisonsOf, evaluate } from '../../eligibility/rule.ts'
import { givesFigureOnly } from '../understand/question.ts'
import type { Inquiry } from '../answer.ts'
import type { Judgement } from './finding.ts'

const asksWhether =
  /行不行|就行|行吗|就可以|行么|够不够|够吗|够么|可以吗|可以不|可不可以|算不算|达标|满足|符合|能(?:报|申报|过)|合格|差多少|还差|够格|是不是(?:就)?(?:可以|够)|enough|qualify|ok\b/iu

/**
 * Yes or no to a figure of the person's own, where the clause is that of a criterion: judged by the checker's rule, in
 * the unit of its fact; each criterion that may be meant for itself. None where no criterion is asked for.
 */
export function judgedFigures(inquiry: Inquiry, entry: Entry): Judgement[] {
  const { question, programmes } = inquiry
  if (!asksWhether.test(question.english ? question.asked : question.text) && !goesOnWithFigure(inquiry, entry))
    return []
  const given = givenIn(question)
  return programmes.flatMap((programme) => criteriaAt(programme, entry).flatMap((one) => judge(programme, one, given)))
}

/** 「我们99件呢」 after the clause was shown asks whether that is enough. */
const goesOnWithFigure = ({ question, memory }: Inquiry, { notice, clause }: Entry): boolean =>
  givesFigureOnly(question) &&
  (memory.rests ?? []).some((rest) => rest.notice === notice.id && rest.clause === clause.id)

/** Whether any criterion of a programme counts what is given, though several may. */
export const countsFigure = ({ question }: Inquiry, programme: ResolvedProgramme): boolean =>
  programme.criteria.some(({ condition }) => judge(programme, condition, givenIn(question)).length > 0)

const givenIn = (question: Inquiry['question']): Quantity[] =>
  question.english
    ? bareFigures(question.figures)
    : readFigures(question.text).filter(({ start }) => !isPointedTo(question.text.slice(0, start)))

/** 「算不算进那30件」「配套这50万」 speak of a figure that was said before, and of none of their own. */
const isPointedTo = (before: string): boolean =>
  /(?<![我你咱们院校所手]|^)\p{Script=Han}[那这](?:个|笔|些)?$/u.test(before)

/** The criteria that rest on a clause, but for those of which its notice says something else now. */
const criteriaAt = ({ criteria }: ResolvedProgramme, { notice, clause }: Entry): Condition[] =>
  criteria
    .filter(({ source }) => source.notice === notice.id && source.clause === clause.id)
    .flatMap(({ condition }) => ('unsettled' in condition ? [] : [condition]))

function judge({ facts }: ResolvedProgramme, condition: Condition, given: Quantity[]): Judgement[] {
  return comparisonsOf(condition).flatMap((one): Judgement[] => {
    if (!('atLeast' in one) || one.atLeast === undefined) return []
    const comparison = { fact: one.fact, atLeast: one.atLeast }
    const fact = facts[one.fact]
    const values = given.flatMap((quantity) => (fact && inUnitOf(fact, quantity)) ?? [])
    const [value] = values
    if (value === undefined || values.length > 1) return []
    return [{ comparison, facts, condition, value, isMet: evaluate(one, { [one.fact]: value }) === 'met' }]
  })
}

/** Figures of an English question, whose measure words are left out: 99 patents. */
const bareFigures = (figures: readonly string[]): Quantity[] =>
  figures.map((figure) => ({ value: Number(figure), unit: '' }))

const yuanInWan = 10_000

/** A quantity in the unit of the fact compared; undefined where it is of another kind. */
function inUnitOf(fact: Fact, { value, unit }: Quantity): number | undefined {
  if (!('unit' in fact)) return undefined
  // 到账300万 leaves out 元.
  const isMoney = unit === '元' || (unit === '' && value >= yuanInWan)
  if (fact.unit === '万元') return isMoney ? value / yuanInWan : undefined
  if (unit === '') return fact.type === 'int' ? value : undefined
  return unit === fact.unit || (fact.type === 'percent' && unit === '%') ? value : undefined
}
