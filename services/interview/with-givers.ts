import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Assessment, CriterionResult } from '../eligibility/assessment.ts'
import { labelsIn } from '../eligibility/programme-texts.ts'
import { factsRead } from '../eligibility/rule.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import { type InterviewContext, writtenGivers } from './reply-parts.ts'

/** The same assessment with who gave the answers that colleagues were asked for: 为520万元（财务处，6月3日）. */
export function withGivers(context: InterviewContext, assessment: Assessment): Assessment {
  const { programme } = context
  const given = programme.factKeys.flatMap((key): [FactKey, string][] => {
    const words = assessment.answers[key] === null ? '' : writtenGivers(context, key)
    return words === '' ? [] : [[key, words]]
  })
  if (given.length === 0) return assessment
  const givenBy = Object.fromEntries(given)
  return { ...assessment, givenBy, criteria: assessment.criteria.map((one) => told(context, one, givenBy)) }
}

/** Where several answers are read, each is named with who gave it. */
function told(
  context: InterviewContext,
  criterion: CriterionResult,
  givenBy: Readonly<Record<FactKey, string>>,
): CriterionResult {
  const rule = context.programme.criteria.find(({ id }) => id === criterion.id)
  const read = rule ? factsRead(rule.condition) : []
  const given = read.filter((key) => givenBy[key] !== undefined)
  if (given.length === 0 || criterion.actual === '') return criterion
  if (read.length === 1) return { ...criterion, actual: `${criterion.actual}${givenBy[read[0]!]}` }
  const words = interviewTextsIn(context.interview.language)
  const named = [...Map.groupBy(given, (key) => givenBy[key])].map(
    ([who, keys]) => `${labelsIn(context.interview.language, context.programme.facts, keys)}${who}`,
  )
  return { ...criterion, actual: `${criterion.actual}${words.giversOf(named.join(words.nextSide))}` }
}
