import { checkProgramme } from '../eligibility/check-programme.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { isAnswerTo } from '../eligibility/answers.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answers } from '../eligibility/rule.ts'
import type { InterviewContext } from '../interview/reply-parts.ts'
import { inEnglishWords } from '../interview/assessment-in-english.ts'
import { withFiguresAsSaid } from '../interview/approximate-assessment.ts'
import { withGivers } from '../interview/with-givers.ts'
import type { Interview } from '../conversations/interview.ts'

/** All answers that stand, whoever gave them and whether or not they were asked for in their turn. */
export function mergedAnswers({ facts, factKeys }: ResolvedProgramme, { answers }: Interview): Answers {
  const standing = factKeys.filter((key: FactKey) => isAnswerTo(facts[key], answers[key]))
  return Object.fromEntries(standing.map((key) => [key, answers[key]]))
}

/** What the checker says of the answers as they stand now, in the interview's language. */
export function checkOf(context: InterviewContext): Assessment {
  const { programme, interview, today } = context
  const answers = mergedAnswers(programme, interview)
  const assessment = checkProgramme(programme, answers, today)
  const told =
    interview.language === 'en'
      ? inEnglishWords(programme, assessment, answers, interview.said)
      : withFiguresAsSaid(programme, assessment, answers, interview.said)
  return withGivers(context, told)
}
