import { staffTexts } from '../../prompts/staff-texts.ts'
import type { Memory } from '../../services/answering/answer.ts'
import { scopeOf } from '../../services/answering/understand/scopes.ts'
import { scopesOf } from '../../services/faq/answer-scope.ts'
import type { FaqContent } from '../../services/faq/faq.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { curatedAnswer, nearestFaqs } from '../../services/faq/match-faq.ts'
import type { Reply } from '../../services/reply.ts'
import { takeCommand, takeQuestion } from '../answer-turn.ts'
import type { Known } from '../known.ts'
import type { StaffDesk } from './staff-desk.ts'

const { contexts: words } = staffTexts

/** What is said to a question in one situation, now and with an answer in use. */
type Said = { question: string; before: Reply[]; after: Reply[]; isUsed: boolean }

/**
 * `contexts`: the same question at the beginning, after its own topic, in an interview, naming the notice, and after another
 * one. `nearest`: the wording that is nearest, and how likely both ask the same, 0 … 1.
 */
export type Preview = Said & {
  contexts: (Pick<Said, 'question' | 'isUsed'> & { name: string; after: string })[]
  nearest?: { wording: string; likeness: number }
}

type Situation = { name: string; asked: string; memory: Memory }

/**
 * What is said to a question now, and what would be said with an answer in use.
 *
 * @param id Of the answer where it is there already: its other version is left aside.
 */
export async function previewFaq(
  { db, known }: StaffDesk,
  content: FaqContent,
  question: string,
  { today, id }: { today: string; id?: number | undefined },
): Promise<Preview> {
  const knowledge = known()
  const others = (await listFaqs(db, ['published'])).filter((faq) => faq.id !== id)
  const draft = { ...content, reviewedOn: today }
  const say = async ({ asked, memory }: Situation): Promise<Said> => {
    const asking = (curated: typeof knowledge.curated) =>
      takeQuestion(asked, { ...knowledge, ...(curated && { curated }) }, { memory }, today)
    const before = await asking(knowledge.curated)
    const after = await asking(async (...given) => curatedAnswer(knowledge, [draft, ...others], ...given))
    const isUsed = (await curatedAnswer(knowledge, [draft], asked, memory, today)) !== undefined
    return { question: asked, before: before.replies, after: after.replies, isUsed }
  }
  const [first, ...more] = situationsOf(knowledge, content, question, today)
  const fresh = await say(first!)
  const contexts = [contextOf(first!, fresh)]
  for (const one of more) contexts.push(contextOf(one, await say(one)))
  const [near] = await nearestFaqs([draft], { knowledge, asked: question, memory: {}, today })
  const nearest = near && { wording: near.wording, likeness: Number(near.similarity.toFixed(2)) }
  return { ...fresh, contexts, ...(nearest && { nearest }) }
}

const contextOf = ({ name }: Situation, { question, isUsed, after }: Said) => ({
  name,
  question,
  isUsed,
  after: after[0]?.text ?? '',
})

/** Five situations in which a question is asked. */
function situationsOf(known: Known, content: FaqContent, asked: string, today: string): Situation[] {
  const { catalogue, programmes } = known
  const [scope] = scopesOf(catalogue, content)
  const own = catalogue.notices.find(({ id }) => id === scope?.notice) ?? catalogue.notices[0]
  const other = catalogue.notices.find((notice) => notice.id !== own?.id && notice.programmes.length > 0)
  const about = (id: string): Memory => {
    const entry = catalogue.entries.find(({ notice }) => notice.id === id)
    return { scope: id === scope?.notice ? scope : entry && scopeOf(entry) }
  }
  const checked = programmes.find(({ notice }) => notice === own?.id) ?? programmes[0]
  const command = { name: 'check', argument: checked?.id ?? '', isEnglish: false }
  const begun = checked && takeCommand(command, known, { memory: {} }, today).state.memory
  return [
    { name: words.fresh, asked, memory: {} },
    ...(own ? [{ name: words.after(own.shortTitle), asked, memory: about(own.id) }] : []),
    ...(begun ? [{ name: words.interview, asked, memory: begun }] : []),
    ...(own ? [{ name: words.named(own.shortTitle), asked: `${own.shortTitle}，${asked}`, memory: {} }] : []),
    ...(other ? [{ name: words.after(other.shortTitle), asked, memory: about(other.id) }] : []),
  ]
}
