import type { Figure } from '../figure.ts'
import type { Judged } from './judged.ts'
import { type Stage, stages } from './stages.ts'

const namesOfStages: Record<Stage, string> = {
  notice: 'notice there',
  scope: 'scope right',
  clauseFirst: 'right clause first',
  clauseAmongThree: 'right clause among three',
  gate: 'gate right',
  text: 'text right, of those answered',
  citation: 'citation right, of those answered',
  length: 'short enough, of those answered',
}

const isRight = ({ faults }: Judged): boolean => faults.length === 0

/**
 * The rates of a run in 0 … 1, each with how many it is of as its unit: in all, of what is to be answered and to be refused, by category,
 * by stage. Rates of nothing are left out.
 */
export function ratesOf(questions: Judged[], dialogues: Judged[][]): Figure[] {
  const turns = dialogues.flat()
  const expecting = (what: string) => questions.filter(({ asked }) => asked.expect === what)
  return [
    ...rate('questions right', questions.map(isRight)),
    ...rate('answered and cited, of those to be answered', expecting('answer').map(isRight)),
    ...rate('refused, of those to be refused', expecting('not-found').map(isRight)),
    ...rate('dialogue turns right', turns.map(isRight)),
    ...rate(
      'whole dialogues right',
      dialogues.map((dialogue) => dialogue.every(isRight)),
    ),
    ...categoryRates(questions),
    ...stageRates('questions', questions),
    ...stageRates('turns', turns),
  ]
}

function rate(name: string, rights: boolean[]): Figure[] {
  if (rights.length === 0) return []
  return [{ name, value: rights.filter(Boolean).length / rights.length, unit: `of ${rights.length}` }]
}

function categoryRates(questions: Judged[]): Figure[] {
  const categories = Map.groupBy(questions, ({ asked }) => asked.category ?? '')
  return [...categories]
    .filter(([category]) => category !== '')
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([category, ones]) => rate(`category ${category}: right`, ones.map(isRight)))
}

const stageRates = (of: string, judged: Judged[]): Figure[] =>
  stages.flatMap((stage) =>
    rate(
      `${of}: ${namesOfStages[stage]}`,
      judged.flatMap((one) => one.stages[stage] ?? []),
    ),
  )
