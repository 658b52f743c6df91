import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Inquiry, Memory, Offers } from '../answer.ts'
import { pleasantryIn, readSmallTalk, type SmallTalk } from '../understand/small-talk.ts'
import { leastTalk, talkProbability } from '../understand/talk.ts'
import type { Knowledge } from '../understand/understand.ts'
import { newestOf } from '../understand/scopes.ts'
import { contactOf } from './contact-of.ts'
import { windowOf } from './deadline.ts'
import type { SmallTalkFinding } from './finding.ts'
import { deadlineOf } from './window.ts'

/** Small talk that wants somebody to turn to. */
const wantsContact: ReadonlySet<SmallTalk> = new Set(['person', 'complaint', 'message'])
/** Small talk that wants to know what can be done here. */
const wantsToBegin: ReadonlySet<SmallTalk> = new Set(['abilities', 'next', 'greeting'])

/** What people need next to prepare an application. */
const toPrepare = ['materials', 'contact']

/**
 * What a message is that asks nothing of the notices, with whom to call and what to do about the notice that is spoken of;
 * undefined for any other message.
 *
 * @param today YYYY-MM-DD.
 */
export function decideSmallTalk(
  { catalogue, programmes = [] }: Pick<Knowledge, 'catalogue' | 'programmes'>,
  asked: string,
  memory: Memory,
  today: string,
): SmallTalkFinding | undefined {
  const talk = readSmallTalk(asked)
  if (!talk) return undefined
  const notice = catalogue.notices.find(({ id }) => id === memory.scope?.notice)
  const contact = notice && wantsContact.has(talk) ? contactOf(catalogue, notice) : undefined
  const due = notice && talk === 'next' ? deadlineOf(catalogue, notice) : undefined
  const checked = programmes.find(({ id }) => id === memory.scope?.programme)
  return {
    kind: 'small-talk',
    status: 'small-talk',
    talk,
    rests: [contact, due?.entry].filter((entry): entry is Entry => entry !== undefined),
    offers: offersOf(catalogue, talk, notice, memory),
    ...(contact && { contact }),
    ...(due && { window: windowOf({ today }, due) }),
    ...(talk === 'next' && notice && { about: aboutOf(catalogue, memory, notice) }),
    ...(wantsToBegin.has(talk) && { canDo: { check: checked?.id } }),
  }
}

/** What no clause answers and sounds like small talk, though no phrase of it is known. */
export function findTalk({ question: { asked } }: Inquiry): SmallTalkFinding | undefined {
  if (talkProbability(asked) < leastTalk) return undefined
  return { kind: 'small-talk', status: 'small-talk', talk: pleasantryIn(asked) ?? 'noted', rests: [] }
}

/** Whom to ask, where that isn't said yet; what can be asked of the notice spoken of, else of the newest. */
function offersOf(
  catalogue: Catalogue,
  talk: SmallTalk,
  notice: Notice | undefined,
  { scope }: Memory,
): Offers | undefined {
  const of = notice ? scope : newestOf(catalogue)
  if (!of || !(wantsContact.has(talk) || wantsToBegin.has(talk))) return undefined
  if (talk === 'next') return { of, near: toPrepare }
  if (wantsToBegin.has(talk)) return { of }
  return notice ? undefined : { of, only: ['contact'] }
}

const aboutOf = (catalogue: Catalogue, { scope, unit }: Memory, notice: Notice): SmallTalkFinding['about'] => ({
  catalogue,
  scope: { notice: notice.id, ...(scope?.programme !== undefined && { programme: scope.programme }) },
  ...(unit !== undefined && { unit }),
})
