import { isEnglish } from '../answering/understand/translate-english.ts'
import type { Answered } from '../conversations/answered.ts'
import type { Interview } from '../conversations/interview.ts'
import { expectationIn } from '../eligibility/fact-texts.ts'
import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import { isBareFigure } from '../../knowledge/language/bare-figure.ts'
import { cutTo } from '../../knowledge/language/characters.ts'
import { readAnswer, type Reading } from './answers/read-answer.ts'
import { type FactsAsked, readFacts } from './answers/read-facts.ts'
import { readJoint } from './answers/read-joint.ts'
import { asksSomething, namesSomething } from './asks-something.ts'
import { jointQuestions, offeredTogether } from './joint-questions.ts'
import { openReply, shortReply } from './interview-replies.ts'
import { kept, type Message, type Taken } from './message.ts'
import { isSettled, recordAnswer, recordAnswers, type Settled } from './record-answer.ts'
import { type InterviewContext, noteReply, textsOf } from './reply-parts.ts'
import { mask } from '../privacy/mask.ts'
import { limitsOf, sourceOf, standingOf } from './standing.ts'
import { goOn } from './go-on.ts'

const asksWhy =
  /为(?:什么|啥|何).{0,4}问|问这个?(?:做什么|干什么|干嘛|有什么用)|依据是什么|凭什么问|^why (?:do you|are you|is (?:this|that|it)|this|ask|should|does (?:this|it|that))|^why[?.!]*$|^what(?:['’]s| is) (?:this|that|it) (?:good )?for\b|^what for[?.!]*$/iu

/** Of the question itself: its help explains it. */
const asksHelp =
  /^(?:我|这|这个|这题|这道题|那|它)?(?:是)?(?:什么意思|啥意思|没(?:有)?[听看]懂|不(?:太)?(?:明白|懂|理解)|(?:应该|要)?怎么(?:填|答|回答|写)|举个例子|说明)(?:啊|呢|呀|了)?[?？。]*$|^what do(?:es)? (?:this|it|that|you) mean\??$|^(?:i |we )?(?:don['’]?t|do not) (?:understand|get it|follow)\b.{0,20}$|^(?:please )?explain(?: (?:it|this|that|the question))?[.!]*$|^what(?:['’]s| is) (?:this|that|meant)(?: (?:by (?:this|that)|mean))?\??$|^(?:how do (?:i|we) answer(?: (?:this|that))?|what should (?:i|we) answer|what counts|(?:give me )?an example)\??$/iu

/** Handles free text during an interview: the answer to the open question, or a question of the person's own. */
export async function takeText(message: Message, context: InterviewContext): Promise<Answered> {
  const { text, state } = message
  const { open: next, doubt } = standingOf(context.programme, context.interview)
  // While two answers are to be put right no other question is open.
  const open = doubt ? undefined : next
  if (open !== undefined && asksWhy.test(text)) return kept(state, because(context, open))
  if (open !== undefined && asksHelp.test(text)) return kept(state, goOn(context, context.interview))
  if (asksSomething(text)) return answerBesides(message, context)
  const taken = takeAnswers(text, context, open)
  if (taken) return kept(state, taken)
  const meant = open === undefined ? undefined : await proposalOf(message, context, open)
  if (meant !== undefined) return kept(state, putForward(context, meant))
  const answered = namesSomething(text) || isCourtesy.test(text) ? await answerBesides(message, context) : undefined
  return answered && found.includes(answered.status) ? answered : kept(state, unread(text, context, open))
}

const askedIn = (context: InterviewContext): FactsAsked => ({
  facts: context.programme.facts,
  keys: context.programme.factKeys,
  limitsOf: (key) => limitsOf(context.programme, key),
})

/** Takes what a message says: of the open question, or of several facts each by its name. */
function takeAnswers(text: string, context: InterviewContext, open: FactKey | undefined): Taken | undefined {
  const { programme, interview } = context
  const isOffered = offeredTogether(programme, interview).length > 0
  const joint = readJoint(text, programme.facts, jointQuestions(programme, interview), isOffered)
  if (joint)
    return recordAnswers(
      context,
      [...joint].map(([key, value]) => [key, { kind: 'value', value }]),
    )
  const { said } = isSupposed.test(text) ? { said: new Map<FactKey, Reading>() } : readFacts(text, askedIn(context))
  const named = [...said].flatMap(([key, reading]): [FactKey, Settled][] =>
    isSettled(reading) ? [[key, reading]] : [],
  )
  const others = named.filter(([key]) => key !== open)
  const ofOpen = open === undefined ? undefined : readOpen(text, context, open, said, others.length > 0)
  if (others.length > 0) {
    const own: [FactKey, Settled][] = open !== undefined && ofOpen && isSettled(ofOpen) ? [[open, ofOpen]] : []
    return recordAnswers(context, inOrder(context, [...own, ...others]))
  }
  if (open === undefined) return named.length > 0 ? recordAnswers(context, named) : undefined
  if (ofOpen && isSettled(ofOpen)) return recordAnswer(context, open, ofOpen)
  return ofOpen?.kind === 'vague' ? takeVague(context, open, ofOpen.why) : undefined
}

/** Asks for what is exact or sure; a doubt that is said again is no answer, and leaves the question unknown. */
function takeVague(context: InterviewContext, open: FactKey, why: Extract<Reading, { kind: 'vague' }>['why']): Taken {
  const { interview } = context
  if (why !== 'hedged') return asksAgain(context, textsOf(context).vague[why])
  if (interview.hedged === open) return recordAnswer(context, open, { kind: 'unknown' })
  return { ...asksAgain(context, textsOf(context).vague.hedged), interview: { ...interview, hedged: open } }
}

const isSupposed = /如果|假如|要是|假设|\bif\b/iu
const inOrder = ({ programme }: InterviewContext, answers: [FactKey, Settled][]): [FactKey, Settled][] =>
  answers.sort(([a], [b]) => programme.factKeys.indexOf(a) - programme.factKeys.indexOf(b))

/** The answer to the open question: of the whole message, of the part that names it, or of the parts that name nothing. */
function readOpen(
  text: string,
  context: InterviewContext,
  open: FactKey,
  said: ReadonlyMap<FactKey, Reading>,
  isAmongOthers: boolean,
): Reading {
  const limits = limitsOf(context.programme, open)
  const whole = isAmongOthers ? undefined : readWhole(text, context, open, limits)
  if (whole && whole.kind !== 'unreadable') return whole
  const named = said.get(open)
  if (named) return named
  const { rest } = readFacts(text, askedIn(context))
  return isAmongOthers && rest.length > 0
    ? readAnswer(factAt(context.programme.facts, open), rest.join('，'), limits)
    : { kind: 'unreadable' }
}

/** Whoever writes English and names no unit may mean yuan or units of ten thousand. */
function readWhole(
  text: string,
  { interview, programme }: InterviewContext,
  open: FactKey,
  limits: readonly number[],
): Reading {
  const fact = factAt(programme.facts, open)
  const isWithoutUnit = fact.type === 'number' && fact.unit === '万元' && /^[\s\d.,]*[1-9][\s\d.,]*$/u.test(text)
  return interview.language === 'en' && isWithoutUnit ? { kind: 'vague', why: 'unit' } : readAnswer(fact, text, limits)
}

const isCourtesy = /^.{0,4}(?:谢|你好|您好|早上好|下午好|hello|thank).{0,6}$/iu

/** Says what was not read and what the open question takes, and asks it again in one line. */
function unread(text: string, context: InterviewContext, open: FactKey | undefined): Taken {
  const words = textsOf(context)
  const said = words.unreadable(cutTo(mask(text, () => false).replace(/\s+/gu, ' '), 20))
  const takes =
    open === undefined ? '' : expectationIn(context.interview.language ?? 'zh', factAt(context.programme.facts, open))
  return asksAgain(context, `${said}${context.interview.language === 'en' ? ' ' : ''}${takes}`)
}

function asksAgain(context: InterviewContext, note: string): Taken {
  const again = shortReply(context)
  return {
    status: again.kind === 'summary' ? 'interview-summary' : 'interview-question',
    replies: [noteReply(note), again],
    interview: context.interview,
  }
}

/** What a model takes for the answer in what was said, where one is at hand; the person decides. */
async function proposalOf(
  { text, proposeAnswer }: Message,
  { programme, interview }: InterviewContext,
  open: FactKey,
): Promise<string | undefined> {
  const fact = factAt(programme.facts, open)
  const takes = expectationIn(interview.language ?? 'zh', fact)
  return proposeAnswer?.({ fact, takes, limits: limitsOf(programme, open), said: text })
}

/** Asks whether these of the person's words are the answer: pressing the button says them. */
function putForward(context: InterviewContext, meant: string): Taken {
  const words = textsOf(context)
  const taken = goOn(context, context.interview, [words.isThisMeant(meant)])
  const button = { label: words.meant(meant), send: meant }
  return { ...taken, replies: taken.replies.map((one) => ({ ...one, actions: [button, ...one.actions] })) }
}

/** How a message ends that was a question though it only names something. */
const found = [
  'answered',
  'listed',
  'compared',
  'corrected',
  'deadline-passed',
  'roster',
  'not-in-roster',
  'small-talk',
]

/** Answers a question from the notices and comes back to what the interview waits for. */
async function answerBesides({ answerFromNotices, state }: Message, context: InterviewContext): Promise<Answered> {
  const answered = await answerFromNotices({ ...state, interview: context.interview })
  // The help of a question explains its words where no notice does.
  const again = found.includes(answered.status) ? shortReply(context) : openReply(context)
  return { ...answered, replies: [...answered.replies, again] }
}

/** Why a question is asked, in the words of the notice. */
function because(context: InterviewContext, key: FactKey): Taken {
  const quote = sourceOf(context.programme, key)?.quote ?? factAt(context.programme.facts, key).why
  const whole = openReply(context)
  const note = { ...noteReply(textsOf(context).because(quote)), citations: whole.citations }
  return { status: 'interview-question', replies: [note, shortReply(context)], interview: context.interview }
}

/** The interview in the language that the person writes: that of whole words, not of a figure or an OK. */
export function inLanguageOf(text: string, interview: Interview): Interview {
  const { language: _, ...rest } = interview
  if (isBareFigure(text)) return interview
  if (isEnglish(text)) return { ...rest, language: 'en' }
  if (/\p{Script=Han}{2}|^[是否对有没无嗯]$/u.test(text)) return interview.language === 'en' ? rest : interview
  return isEnglishAnswer.test(text) ? { ...rest, language: 'en' } : interview
}

const isEnglishAnswer =
  /\b(?:yes|yep|yeah|not|we|our|is|are|have|has|about|what|how|why|the|of|around|roughly|million|percent|tertiary|secondary|don['’]t|skip|none|done|completed|registered|change|cancel)\b|^no\b/iu
