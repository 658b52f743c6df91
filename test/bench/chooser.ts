import { join } from 'node:path'
import { isUnsure } from '../../services/model/when-unsure.ts'
import { choosing, startModelEndpoint, unhelpful } from '../support/model-endpoint.ts'
import type { Figure } from './figure.ts'
import { openPlayer, type Played, playAll, rightly } from './play-choices.ts'
import { type PlayedSet, readPlayedSet } from './played-set.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')

/** What became of the questions of a set: how many, how many are right without a model, and those that one is asked of. */
type Outcome = { questions: number; right: number; played: Played[] }

/**
 * What a model that only picks can make of questions: a perfect chooser makes the best choice for each question it is
 * asked, an adversarial one the worst. Both are played by an endpoint on loopback, choice by choice.
 *
 * @param folders Sets of questions, each with its own notices beside the bundled ones; the samples of the tests where there
 *   are none.
 */
export async function measureChooser(folders: readonly string[]): Promise<Figure[]> {
  const ends: (() => unknown)[] = []
  const endpoint = await startModelEndpoint(choosing(unhelpful), (end) => void ends.push(end as () => unknown))
  try {
    const outcomes: Outcome[] = []
    for (const folder of folders.length > 0 ? folders : [samples]) {
      const asOf = performance.now()
      const set = await readPlayedSet(folder)
      const outcome = await playSet(openPlayer(endpoint, set), set)
      outcomes.push(outcome)
      process.stderr.write(`${folder}: ${describe(outcome)}, ${Math.round((performance.now() - asOf) / 1000)} s\n`)
    }
    return figuresOf({
      questions: outcomes.reduce((sum, { questions }) => sum + questions, 0),
      right: outcomes.reduce((sum, { right }) => sum + right, 0),
      played: outcomes.flatMap(({ played }) => played),
    })
  } finally {
    for (const end of ends) await end()
  }
}

async function playSet(ask: ReturnType<typeof openPlayer>, set: PlayedSet): Promise<Outcome> {
  const outcome: Outcome = { questions: set.questions.length, right: 0, played: [] }
  for (const asked of set.questions) {
    const found = await ask.plainly(asked)
    const isRight = rightly(asked, found)
    outcome.right += Number(isRight)
    if (isUnsure(found)) outcome.played.push(await playAll(ask, set, asked, isRight))
  }
  return outcome
}

const count = (played: readonly Played[], isCounted: (one: Played) => boolean): number =>
  played.filter(isCounted).length
const isLost = ({ isRight, couldBeWrong }: Played): boolean => isRight && couldBeWrong
const isWon = ({ isRight, couldBeRight }: Played): boolean => !isRight && couldBeRight

const describe = ({ questions, right, played }: Outcome): string =>
  `${right} of ${questions} right, ${played.length} asked, at best ${right + count(played, isWon)}, at worst ${right - count(played, isLost)}`

function figuresOf({ questions, right, played }: Outcome): Figure[] {
  const won = count(played, isWon)
  const pressed = count(played, (one) => !one.isRight && !one.couldBeRight && one.rightOnceAskedBack)
  const foreign = played.flatMap((one) => one.foreign)
  for (const one of foreign) process.stderr.write(`not in what is cited: ${one}\n`)
  const figure = (name: string, value: number): Figure => ({ name: `chooser: ${name}`, value, unit: '' })
  return [
    figure('questions', questions),
    figure('of these a model is asked', played.length),
    figure('of those asked, right without', count(played, ({ isRight }) => isRight) / played.length),
    figure('right without a model', right / questions),
    figure('right with a perfect chooser', (right + won) / questions),
    figure('the same, once what it asks back is answered', (right + won + pressed) / questions),
    figure('right with an adversarial chooser', (right - count(played, isLost)) / questions),
    figure('figures said that no notice cited holds, whatever is chosen', foreign.length),
  ]
}
