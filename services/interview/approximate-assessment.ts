import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Interview } from '../conversations/interview.ts'
import { describeAnswer } from '../eligibility/actual.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { factTexts, writeAnswerIn } from '../eligibility/fact-texts.ts'
import type { FactKey } from '../eligibility/facts.ts'
import { writeFigure } from '../eligibility/figure.ts'
import { shortfallOf } from '../eligibility/gap.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { type Answers, comparisonsOf } from '../eligibility/rule.ts'

/** What an approximate figure lacks: as much as it says, where it says how much at all. */
export function shortfallInWords(language: Language, key: FactKey, said: Approximate, lacking: string): string {
  const words = interviewTextsIn(language)
  if (said.as === 'about') return words.shortByAbout(lacking)
  return words.dependsOnExact(writeAnswerIn(language, key, said.value, said))
}

/** The same assessment with figures as they were said, so that no figure is shown that nobody gave. */
export function withFiguresAsSaid(
  programme: ResolvedProgramme,
  assessment: Assessment,
  answers: Answers,
  said: Interview['said'] = {},
): Assessment {
  const changes = (Object.keys(said) as FactKey[]).flatMap((key) => changesFor(programme, key, said[key]!, answers))
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
  { criteria, commitments }: ResolvedProgramme,
  key: FactKey,
  said: Approximate,
  answers: Answers,
): [string, string][] {
  const answer = answers[key]
  if (typeof answer !== 'number') return []
  const { unit = '' } = factTexts(key)
  const figure = `${writeFigure(answer)}${unit}`
  const words = writeAnswerIn('zh', key, answer, said)
  const limits = [...criteria.flatMap(comparisonsOf), ...commitments.flatMap(({ baseline }) => baseline ?? [])]
  const gaps = limits
    .filter((one) => one.fact === key && 'atLeast' in one && one.atLeast > answer)
    .map((one): [string, string] => {
      const exact = shortfallOf(one, answers)
      return [exact, shortfallInWords('zh', key, said, exact.replace(/^还差/u, ''))]
    })
  return [
    ...gaps,
    [describeAnswer(key, answer), words],
    [`从${figure}增加`, `从${words}增加`],
    [`现为${figure}`, `现为${words}`],
  ]
}
