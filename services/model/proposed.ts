import { squeeze } from '../../knowledge/language/clean-text.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { readFigures } from '../../knowledge/language/figure.ts'
import { foldShapes } from '../../knowledge/language/shapes.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { mask } from '../privacy/mask.ts'
import { withoutNames } from '../privacy/person-names.ts'

/** What a model wrote of how people may speak of a notice: to be bounded before anybody sees it. */
export type Written = {
  questions: { clause: number; question: string }[]
  names: string[]
  equivalents: { said: string; written: number }[]
}

/** What was laid before it: clauses and words of the notice by their numbers, and all notices in use. */
export type LaidOut = {
  notice: Notice
  clauses: readonly { id: string; quote: string }[]
  words: readonly string[]
  inUse: readonly Notice[]
}

/** What staff are asked to take or to refuse. */
export type Proposal =
  | { kind: 'question'; question: string; clause: string; quote: string }
  | { kind: 'name'; name: string }
  | { kind: 'equivalent'; said: string; written: string }

/** How many of each are looked at, whatever a model writes, and how many are laid before staff. */
const mostRead = 60
const most = { question: 12, name: 4, equivalent: 12 }

const ideographs = /^\p{Unified_Ideograph}+$/u
const questionForm = /^[\p{Unified_Ideograph}、，]+？$/u
const asks = /什么|啥|多少|几|谁|哪|怎么|怎样|如何|咋|吗|么|能不能|可不可以|要不要|是不是|有没有|行不行|多久|多大|多长/u
const numerals = /[〇零一二两三四五六七八九十百千万亿]{2,}|[年月日号]$/u

const isLong = (text: string, least: number, longest: number): boolean =>
  lengthOf(text) >= least && lengthOf(text) <= longest

/** Whether a text is of plain characters alone, holds no figure, and names or reaches nobody. */
function isHarmless(text: string, { inUse, notice }: LaidOut): boolean {
  const known = [notice, ...inUse].map(({ source }) => source).join('\n')
  return (
    foldShapes(text) === text &&
    !numerals.test(text) &&
    readFigures(text).length === 0 &&
    mask(text) === text &&
    withoutNames(text, (word) => known.includes(word)) === text
  )
}

/** Whether characters stand in a text in this order, others between them. */
function standsIn(characters: string, text: string): boolean {
  let from = 0
  return [...characters].every((one) => {
    const at = text.indexOf(one, from)
    from = at + one.length
    return at >= 0
  })
}

/** What may be laid before staff of what a model wrote: everything else is dropped, whatever it is. */
export function proposalsIn({ questions, names, equivalents }: Written, laid: LaidOut): Proposal[] {
  const { notice, inUse, clauses, words } = laid
  const titles = [notice.title, ...notice.programmes.map(({ title }) => title)].map(squeeze)
  const others = inUse.filter(({ id }) => id !== notice.id)
  const isOthers = (name: string) =>
    others.some(({ title, spoken }) => squeeze(title).includes(name) || spoken?.names.includes(name))
  const own = squeeze(notice.source)
  const given = notice.spoken
  const asked = new Set(given?.questions.map(({ question }) => question))
  const called = new Set([...titles, ...(given?.names ?? [])])
  const put = new Set(given?.equivalents.map(({ said }) => said))
  const isNew = (known: Set<string>, text: string): boolean => !known.has(text) && Boolean(known.add(text))
  return [
    ...questions
      .slice(0, mostRead)
      .flatMap(({ clause, question }): Proposal[] => {
        const of = clauses[clause - 1]
        const isFit = isLong(question, 6, 40) && questionForm.test(question) && asks.test(question)
        const isTaken = of && isFit && isHarmless(question, laid) && isNew(asked, question)
        return isTaken ? [{ kind: 'question', question, clause: of.id, quote: of.quote }] : []
      })
      .slice(0, most.question),
    ...names
      .slice(0, mostRead)
      .filter((name) => isLong(name, 2, 12) && ideographs.test(name) && titles.some((title) => standsIn(name, title)))
      .filter((name) => isHarmless(name, laid) && !isOthers(name) && isNew(called, name))
      .map((name): Proposal => ({ kind: 'name', name }))
      .slice(0, most.name),
    ...equivalents
      .slice(0, mostRead)
      .flatMap(({ said, written }): Proposal[] => {
        const word = words[written - 1]
        const isFit = isLong(said, 2, 8) && ideographs.test(said) && !asks.test(said) && !own.includes(said)
        const isTaken = word !== undefined && isFit && isHarmless(said, laid) && isNew(put, said)
        return isTaken ? [{ kind: 'equivalent', said, written: word }] : []
      })
      .slice(0, most.equivalent),
  ]
}
