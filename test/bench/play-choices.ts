import { fold } from '../../knowledge/finding/catalogue.ts'
import { replyOf } from '../../services/answering/compose/reply.ts'
import { answerQuestion, type Told } from '../../services/answering/answer-question.ts'
import { answeringPath } from '../../services/model/answering-path.ts'
import { openEndpoint } from '../../services/model/endpoint.ts'
import { afterAllWindows as today } from '../support/answering.ts'
import { faultsOf } from '../support/judge.ts'
import { choosing, type Laid, type ModelEndpoint, unhelpful } from '../support/model-endpoint.ts'
import type { PlayedSet } from './played-set.ts'
import type { Asked } from './questions/question-set.ts'

const noCache = { find: async () => undefined, keep: async () => undefined }

/** What became of one question that was unsure: without a model, and with each choice that one can make. */
export type Played = {
  isRight: boolean
  couldBeRight: boolean
  couldBeWrong: boolean
  /** Whether a question can be asked back whose answer is right. */
  rightOnceAskedBack: boolean
  foreign: string[]
}

type Player = {
  plainly(asked: Pick<Asked, 'question'>): Promise<Told>
  with(asked: Asked, choose: (laid: Laid) => object): Promise<Told>
}

export function openPlayer(endpoint: ModelEndpoint, { knowledge }: PlayedSet): Player {
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

export const rightly = (asked: Asked, { answer }: Told): boolean => faultsOf(asked, [replyOf(answer)]).length === 0

/** Plays every choice: each candidate, two, several, none; and where nothing was found, each way to read the question. */
export async function playAll(ask: Player, set: PlayedSet, asked: Asked, isRight: boolean): Promise<Played> {
  const played: Played = {
    isRight,
    couldBeRight: isRight,
    couldBeWrong: !isRight,
    rightOnceAskedBack: false,
    foreign: [],
  }
  const play = async (reading: object | undefined, say: number[]): Promise<void> => {
    const found = await ask.with(asked, (laid) =>
      laid.kind === 'pick' ? { say, ask: 0 } : (reading ?? unhelpful(laid)),
    )
    if (rightly(asked, found)) played.couldBeRight = true
    else played.couldBeWrong = true
    played.foreign.push(...figuresBeside(set, asked, found).map((one) => `${one} – ${asked.question}`))
    const [offered] = reading ? (found.answer.actions ?? []) : []
    if (offered) played.rightOnceAskedBack ||= rightly(asked, await ask.plainly({ question: offered.send }))
  }
  const { reading, pick } = await laidFor(ask, asked)
  const many = pick?.candidates.map((_, at) => at + 1) ?? []
  for (const say of [...many.map((one) => [one]), many.slice(-3), [0]]) await play(undefined, say)
  for (const say of pairsOf(many)) if (!played.couldBeRight) await play(undefined, say)
  const isDone = (): boolean => played.couldBeRight || played.rightOnceAskedBack
  for (const about of reading ? subjectsOf(set, asked, reading) : [])
    for (let topic = 1; topic <= reading!.topics.length && !isDone(); topic += 1)
      await play({ about: [about], topic, intent: 1, figures: [0], language: 1 }, [1])
  return played
}

/** What is laid before a model for a question: to read it, and to pick from. */
async function laidFor(ask: Player, asked: Asked): Promise<{ reading?: Laid; pick?: Laid }> {
  const laid: { reading?: Laid; pick?: Laid } = {}
  await ask.with(asked, (one) => {
    if (one.kind !== 'words') laid[one.kind] = one
    return unhelpful(one)
  })
  return laid
}

const pairsOf = (many: readonly number[]): number[][] =>
  many.flatMap((one) => many.filter((other) => other > one).map((other) => [one, other]))

/** The numbers of the subjects that a question is on. */
const subjectsOf = ({ knowledge, idOf }: PlayedSet, { notices }: Asked, { subjects }: Laid): number[] => {
  const ids = notices.map(idOf)
  const meant = knowledge.catalogue.notices.filter(({ id }) => ids.includes(id))
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
function figuresBeside({ knowledge }: PlayedSet, { question }: Asked, { answer: { text, rests } }: Told): string[] {
  if (rests.length === 0) return []
  const cited = new Set(rests.map(({ notice }) => notice))
  const related = knowledge.catalogue.notices.filter((notice) =>
    [...cited].some(({ id }) => notice.replaces.includes(id)),
  )
  const sources = [...cited, ...related].map(
    ({ source, year, issued = '' }) => `${source} ${year} ${issued.replace(/-0?/gu, ' ')}`,
  )
  const held = fold(`${sources.join(' ')} ${question}`)
  const said = (fold(text).match(/\d+/gu) ?? []).map((number) => `${Number(number)}`)
  return said.filter((number) => !held.includes(number))
}
