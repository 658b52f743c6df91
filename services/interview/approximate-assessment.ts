import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Interview } from '../conversations/interview.ts'
import { describeAnswer } from '../eligibility/actual.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { factTexts, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { type Fact, factAt, type FactKey } from '../eligibility/document-facts.ts'
import { writeFigure } from '../eligibility/figure.ts'
import { shortfallOf } from '../eligibility/gap.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { type Answers, comparisonsOf, evaluate, isOnFigures } from '../eligibility/rule.ts'

/** What an approximate figure lacks: as much as it says, where it says how much at all. */
export function shortfallInWords(language: Language, fact: Fact, said: Approximate, lacking: string): string {
  const words = interviewTextsIn(language)
  if (said.as === 'about') return words.shortByAbout(lacking)
  return words.dependsOnExact(writeAnswerIn(language, fact, said.value, said))
}

/** The same assessment with figures as they were said, so that no figure is shown that nobody gave. */
export function withFiguresAsSaid(
  programme: ResolvedProgramme,
  assessment: Assessment,
  answers: Answers,
  said: Interview['said'] = {},
): Assessment {
  const changes = Object.keys(said).flatMap((key) => changesFor(programme, key, said[key]!, answers))
  if (changes.length === 0) return assessment
  const reworded = (text: string) => changes.reduce((rest, [from, to]) => rest.replaceAll(from, to), text)
  const { nearestFix } = assessment
  return {
    ...assessment,
    criteria: assessment.criteria.map((one) => ({
      ...one,
      actual: reworded(one.actual),
      ...(one.gap !== undefined && { gap: reworded(one.gap) }),
    })),
    commitments: assessment.commitments.map((one) => ({ ...one, target: reworded(one.target) })),
    ...(nearestFix && {
      nearestFix: {
        ...nearestFix,
        changes: nearestFix.changes.map((one) => ({ ...one, text: reworded(one.text) })),
        text: reworded(nearestFix.text),
      },
    }),
  }
}

/** What stands in the checker's words for an exact figure, and what for the one that was said. */
function changesFor(
  { criteria, commitments, facts }: ResolvedProgramme,
  key: FactKey,
  said: Approximate,
  answers: Answers,
): [string, string][] {
  const answer = answers[key]
  if (typeof answer !== 'number' || !facts[key]) return []
  const fact = factAt(facts, key)
  const { unit = '' } = factTexts(fact)
  const figure = `${writeFigure(answer)}${unit}`
  const words = writeAnswerIn('zh', fact, answer, said)
  const limits = [
    ...criteria.flatMap(({ condition }) => comparisonsOf(condition)),
    ...commitments.flatMap(({ baseline }) => baseline ?? []),
  ]
  const gaps = limits
    .filter((one) => one.fact === key && isOnFigures(one) && evaluate(one, answers) === 'unmet')
    .map((one): [string, string] => {
      const exact = shortfallOf(one, answers, facts)
      return [exact, shortfallInWords('zh', fact, said, exact.replace(/^还差/u, ''))]
    })
  return [
    ...gaps,
    [describeAnswer(fact, answer), words],
    [`从${figure}增加`, `从${words}增加`],
    [`从${figure}减少`, `从${words}减少`],
    [`现为${figure}`, `现为${words}`],
  ]
}
