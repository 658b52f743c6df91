import { join } from 'node:path'
import { fold } from '../../knowledge/finding/catalogue.ts'
import { replyOf } from '../../services/answering/compose/reply.ts'
import type { Told } from '../../services/answering/answer-question.ts'
import { answerQuestion } from '../../services/answering/answer-question.ts'
import { answeringPath } from '../../services/model/answering-path.ts'
import { openEndpoint } from '../../services/model/endpoint.ts'
import { isUnsure } from '../../services/model/when-unsure.ts'
import { afterAllWindows as today, answering, catalogue } from '../support/answering.ts'
import { faultsOf } from '../support/judge.ts'
import { choosing, type Laid, type ModelEndpoint, startModelEndpoint, unhelpful } from '../support/model-endpoint.ts'
import type { Figure } from './figure.ts'
import { type Asked, readQuestionSet } from './questions/question-set.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')
const noCache = { find: async () => undefined, keep: async () => undefined }

/** What became of one question that was unsure: without a model, and with each choice that one can make. */
type Played = { isRight: boolean; couldBeRight: boolean; couldBeWrong: boolean; foreign: string[] }

/**
 * What a model that only picks can make of questions on the bundled notices: a perfect chooser makes the best choice for
 * each question it is asked, an adversarial one the worst. Both are played by an endpoint on loopback, choice by choice.
 *
 * @param folders Sets of questions; the samples of the tests where there are none.
 */
export async function measureChooser(folders: readonly string[]): Promise<Figure[]> {
  const ends: (() => unknown)[] = []
  const endpoint = await startModelEndpoint(choosing(unhelpful), (end) => void ends.push(end as () => unknown))
  try {
    const questions = (folders.length > 0 ? folders : [samples]).flatMap((folder) => readQuestionSet(folder).questions)
    const ask = await player(endpoint)
    let right = 0
    const played: Played[] = []
    const asOf = performance.now()
    for (const asked of questions) {
      const found = await ask.plainly(asked)
      const isRight = rightly(asked, found)
      right += Number(isRight)
      if (isUnsure(found)) played.push(await playAll(ask, asked, isRight))
    }
    process.stderr.write(`${questions.length} questions in ${Math.round((performance.now() - asOf) / 1000)} s\n`)
    return figuresOf(questions.length, right, played)
  } finally {
    for (const end of ends) await end()
  }
}

function figuresOf(all: number, right: number, played: readonly Played[]): Figure[] {
  const lost = played.filter(({ isRight, couldBeWrong }) => isRight && couldBeWrong).length
  const won = played.filter(({ isRight, couldBeRight }) => !isRight && couldBeRight).length
  const foreign = played.flatMap((one) => one.foreign)
  for (const one of foreign) process.stderr.write(`not in what is cited: ${one}\n`)
  const figure = (name: string, value: number): Figure => ({ name: `chooser: ${name}`, value, unit: '' })
  return [
    figure('questions', all),
    figure('of these a model is asked', played.length),
    figure('of those asked, right without', played.filter(({ isRight }) => isRight).length / played.length),
    figure('right without a model', right / all),
    figure('right with a perfect chooser', (right + won) / all),
    figure('right with an adversarial chooser', (right - lost) / all),
    figure('figures said that no notice cited holds, whatever is chosen', foreign.length),
  ]
}

type Player = {
  plainly(asked: Asked): Promise<Told>
  with(asked: Asked, choose: (laid: Laid) => object): Promise<Told>
}

async function player(endpoint: ModelEndpoint): Promise<Player> {
  const { knowledge } = await answering()
  const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
  const path = answeringPath({ ask, model: 'm', cache: noCache })
  return {
    plainly: ({ question }) => answerQuestion(knowledge, question, {}, today),
    async with({ question }, choose) {
      endpoint.behave(choosing(choose))
      const deadline = performance.now() + 60_000
      return (await path.invoke({ knowledge, asked: question, memory: {}, today, deadline })).found!
    },
  }
}

const rightly = (asked: Asked, { answer }: Told): boolean => faultsOf(asked, [replyOf(answer)]).length === 0

/** Plays every choice: each candidate, several, none; and where nothing was found, each way to read the question. */
async function playAll(ask: Player, asked: Asked, isRight: boolean): Promise<Played> {
  const played: Played = { isRight, couldBeRight: isRight, couldBeWrong: !isRight, foreign: [] }
  const play = async (reading: object | undefined, say: number[]) => {
    const found = await ask.with(asked, (laid) =>
      laid.kind === 'pick' ? { say, ask: 0 } : (reading ?? unhelpful(laid)),
    )
    if (rightly(asked, found)) played.couldBeRight = true
    else played.couldBeWrong = true
    played.foreign.push(...figuresBeside(asked, found).map((one) => `${one} – ${asked.question}`))
  }
  let laid: Laid | undefined
  let whole: Laid | undefined
  await ask.with(asked, (one) => {
    if (one.kind === 'reading') laid = one
    else whole = one
    return unhelpful(one)
  })
  const many = whole?.candidates.map((_, at) => at + 1) ?? []
  for (const say of [...many.map((one) => [one]), many.slice(-3), [0]]) await play(undefined, say)
  for (const about of laid && whole ? subjectsOf(asked, laid) : [])
    for (let topic = 1; topic <= laid!.topics.length && !played.couldBeRight; topic += 1)
      await play({ about: [about], topic, intent: 1, figures: [0], language: 1 }, [1])
  return played
}

/** The numbers of the subjects that a question is on. */
const subjectsOf = ({ notices }: Asked, { subjects }: Laid): number[] => {
  const meant = catalogue.notices.filter(({ id }) => notices.includes(id))
  const names = meant.flatMap(({ shortTitle, year, programmes }) => [
    shortTitle,
    ...programmes.map(({ title }) => `${year}${title.slice(-8)}`),
  ])
  return subjects.flatMap((subject, at) =>
    names.some((name) => subject === name || (subject.startsWith(name.slice(0, 4)) && subject.endsWith(name.slice(4))))
      ? [at + 1]
      : [],
  )
}

/** Numbers of an answer that neither the notices it cites nor the question hold: there are none, whatever is chosen. */
function figuresBeside({ question }: Asked, { answer: { text, rests } }: Told): string[] {
  if (rests.length === 0) return []
  const cited = new Set(rests.map(({ notice }) => notice))
  const related = catalogue.notices.filter((notice) => [...cited].some(({ id }) => notice.replaces.includes(id)))
  const sources = [...cited, ...related].map(
    ({ source, year, issued = '' }) => `${source} ${year} ${issued.replace(/-0?/gu, ' ')}`,
  )
  const held = fold(`${sources.join(' ')} ${question}`)
  const said = (fold(text).match(/\d+/gu) ?? []).map((number) => `${Number(number)}`)
  return said.filter((number) => !held.includes(number))
}
