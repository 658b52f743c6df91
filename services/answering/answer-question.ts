import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import synonyms from '../../knowledge/lexicon/synonyms.json' with { type: 'json' }
import type { Hit } from '../../knowledge/searching/search-clauses.ts'
import { replies } from '../../prompts/replies.ts'
import type { Answer, Inquiry, Memory, Step } from './answer.ts'
import { clarify } from './answer-clarify.ts'
import { answerComparison } from './answer-comparison.ts'
import { answerDeadline } from './answer-deadline.ts'
import { answerDocument } from './answer-document.ts'
import { answerFact, answerProgramme } from './answer-fact.ts'
import { answerList } from './answer-list.ts'
import { answerMeasure } from './answer-measure.ts'
import { answerResponsible } from './answer-responsible.ts'
import { answerRoster } from './answer-roster.ts'
import { completed, inherited, leansOn, widened } from './follow-up.ts'
import { type Question, readQuestion } from './read-question.ts'
import type { Spelling } from './repair-spelling.ts'
import { noticesMeant, unknownYear } from './scopes.ts'
import { candidatesOf, type Scope, scoreEntries } from './score-entries.ts'
import { smallTalk } from './small-talk.ts'

/** What answering needs: the notices, the spelling of their words, and the index. */
export type Knowledge = {
  catalogue: Catalogue
  spelling: Spelling
  search(query: { query: string; limit: number; expansions?: string[] }): Promise<Hit[]>
}

/** The ways of answering without a model, the most particular first; the first that does not pass answers. */
const steps: Step[] = [
  refuseAction,
  answerDocument,
  answerMeasure,
  answerRoster,
  answerUnknownYear,
  answerResponsible,
  clarify,
  answerComparison,
  answerDeadline,
  answerProgramme,
  answerList,
  answerFact,
  refuse,
]

const candidates = 50

/**
 * Answers a question from the notices: reads it, completes it from the conversation, searches, ranks, and lets the
 * first way of answering that fits answer. The same question on the same day gets the same answer.
 *
 * @param today YYYY-MM-DD, the day on which windows are judged.
 * @returns The answer, and what the conversation remembers for the next turn.
 */
export async function answerQuestion(
  knowledge: Knowledge,
  asked: string,
  memory: Memory,
  today: string,
): Promise<{ answer: Answer; memory: Memory; inquiry?: Inquiry }> {
  const talk = smallTalk(asked)
  if (talk) return { answer: talk, memory }
  const question = understand(knowledge, asked, memory, today)
  const hits = await retrieve(knowledge, question)
  const fresh = inquire(knowledge, question, memory, today, hits)
  const leaning = leansOn(question, memory) && memory.scope ? inquire(knowledge, within(question, memory.scope), memory, today, hits) : undefined
  const inquiry = leaning && !speaksElsewhere(leaning, fresh) ? leaning : fresh
  const answer = firstAnswer(inquiry)
  return { answer, memory: remember(knowledge.catalogue, question, answer, memory), inquiry }
}

function inquire({ catalogue }: Knowledge, question: Question, memory: Memory, today: string, hits: Hit[]): Inquiry {
  const ranked = scoreEntries(question, candidatesOf(catalogue, question, hits), hits, memory)
  return { catalogue, question, memory, today, hits, ranked }
}

/** A question that leaves out what it is about is about what was spoken of last. */
const within = (question: Question, scope: Scope): Question => ({
  ...question,
  notices: new Set([scope.notice]),
  programmes: new Set(scope.programme ? [scope.programme] : []),
})

/** Whether a question that names no notice is yet plainly about another than the last: its words are there and not here. */
function speaksElsewhere(leaning: Inquiry, fresh: Inquiry): boolean {
  const [here] = leaning.ranked
  const [there] = fresh.ranked
  if (!there || there.entry.notice.id === here?.entry.notice.id) return false
  const content = fresh.question.units.filter((unit) => !unit.aspect).reduce((sum, unit) => sum + unit.weight, 0)
  return content >= 6 && there.coverage > (here?.coverage ?? 0) + 0.25
}

function understand({ catalogue, spelling }: Knowledge, asked: string, memory: Memory, today: string): Question {
  const read = readQuestion(catalogue, spelling, asked, today)
  const whole = completed(read, memory)
  const question = whole ? readQuestion(catalogue, spelling, whole, today) : read
  const complete = whole ? question : inherited(question, memory)
  return withoutDuties(catalogue, widened(catalogue, { ...complete, asked, english: read.english }, memory), memory)
}

/** 「谁牵头」 asks for a responsible unit only of a notice that lists them; of others it is a word like any. */
function withoutDuties(catalogue: Catalogue, question: Question, memory: Memory): Question {
  if (!question.aspects.has('responsible')) return question
  const meant = noticesMeant(catalogue, question)
  const held = meant.length > 0 ? meant : catalogue.notices.filter(({ id }) => id === memory.scope?.notice)
  const lists = held.length === 0 || catalogue.entries.some((entry) => held.includes(entry.notice) && entry.aspects.has('responsible'))
  if (lists) return question
  const aspects = new Set([...question.aspects].filter((aspect) => aspect !== 'responsible'))
  const units = question.units.map((unit) => (unit.aspect === 'responsible' ? { words: ['牵头', '负责', '领导'], weight: unit.weight } : unit))
  return { ...question, aspects, units }
}

/** What the index finds; where it can't be asked, every clause is a candidate and its words decide alone. */
async function retrieve({ search, catalogue }: Knowledge, question: Question): Promise<Hit[]> {
  const expansions = synonyms.filter((group) => group.some((word) => question.text.includes(word))).flat()
  try {
    return await search({ query: question.text, limit: candidates, expansions })
  } catch {
    return catalogue.entries.map((entry) => ({
      notice: entry.notice.id,
      clause: entry.clause.id,
      heading: entry.clause.path,
      text: entry.clause.text,
      score: 0,
      coverage: 0,
    }))
  }
}

function firstAnswer(inquiry: Inquiry): Answer {
  for (const step of steps) {
    const answer = step(inquiry)
    if (answer) return answer
  }
  return refuse(inquiry)
}

/** Asked to decide, certify or write, it says what it is for. */
function refuseAction({ question }: Inquiry): Answer | undefined {
  const demands = /(?:请你|帮我|给我|替我|为我|帮忙).{0,20}(?:批准|批一下|出具|开具|开一?[张份个]|出一?[份张个]|写一?[封份篇]|写封|代写|盖章|通融|延期)|请批准|立刻批准|同意我/u
  if (!demands.test(question.asked)) return undefined
  return { status: 'not-found', text: question.english ? replies.notFoundEnglish : replies.noPower, rests: [] }
}

/** A year of which the notices know nothing is not answered from another year's. */
function answerUnknownYear({ catalogue, question, ranked }: Inquiry): Answer | undefined {
  const year = unknownYear(catalogue, question)
  const supposed = question.wishes.has('confirmation') && (ranked[0]?.coverage ?? 0) >= 0.6
  if (year === undefined || supposed) return undefined
  const text = question.english ? replies.notFoundYearEnglish(year) : replies.notFoundYear(year)
  return { status: 'not-found', text, rests: [], actions: nearby({ catalogue, question }) }
}

/** Says honestly that the notices don't say it, and offers what they do say on the same programme. */
function refuse({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): Answer {
  return {
    status: 'not-found',
    text: question.english ? replies.notFoundEnglish : (notStated({ catalogue, question }) ?? replies.notFound),
    rests: [],
    actions: nearby({ catalogue, question }),
  }
}

/** The plain word that a notice is silent on an aspect, where one notice is meant and none of its clauses has it. */
function notStated({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): string | undefined {
  const meant = noticesMeant(catalogue, question)
  const silent = [...question.aspects].find(
    (aspect) => !catalogue.entries.some((entry) => entry.notice === meant[0] && entry.aspects.has(aspect)),
  )
  const name = silent && replies.aspects[silent]
  const single = meant.length === 1 || question.years.length > 0 || meant[0]?.replaces.includes(meant[1]?.id ?? '') === true
  return single && meant[0] && name ? replies.notStated(meant[0].shortTitle, name) : undefined
}

function nearby({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): { label: string; send: string }[] {
  const [notice] = noticesMeant(catalogue, question).filter(({ programmes }) => programmes.length > 0)
  const programme =
    notice?.programmes[0] ?? catalogue.notices.find(({ programmes }) => programmes.length > 0)?.programmes[0]
  const year = notice?.year ?? catalogue.notices.find(({ programmes }) => programmes.length > 0)?.year
  if (!programme || !year) return []
  return ['申报条件有哪些', '支持经费是多少', '申报什么时候截止'].map((what) => {
    const send = `${year}年${programme.title.replace(/^上海市/u, '')}的${what}？`
    return { label: send, send }
  })
}

/** What a question names, though it was not answered. */
function namedScope(catalogue: Catalogue, question: Question): Scope | undefined {
  if (question.notices.size + question.programmes.size === 0) return undefined
  const [notice] = noticesMeant(catalogue, question)
  return notice && { notice: notice.id }
}

function remember(catalogue: Catalogue, question: Question, answer: Answer, memory: Memory): Memory {
  const list = answer.list?.map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id }))
  return {
    scope: answer.scope ?? (leansOn(question, memory) ? undefined : namedScope(catalogue, question)) ?? memory.scope,
    roster: answer.status === 'roster' || answer.status === 'not-in-roster',
    value: question.value.kind === 'text' ? memory.value : question.value,
    aspects: question.aspects.size > 0 ? [...question.aspects] : memory.aspects,
    content: question.content.length > 1 ? question.content.slice(0, 200) : memory.content,
    list: list && list.length > 0 ? list : memory.list,
    rests: answer.rests.length > 0 ? answer.rests.slice(0, 3).map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id })) : memory.rests,
  }
}
