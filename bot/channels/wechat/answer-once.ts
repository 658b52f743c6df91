import { setTimeout as wait } from 'node:timers/promises'
import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import { findChat, keepNote } from '../../../services/chats/chats.ts'
import { inOrder } from '../../in-order.ts'
import { isOutage } from '../../outage.ts'
import { atMost } from '../at-most.ts'
import { menuLink, menuIdOf, ofTurn } from './menu-link.ts'
import type { Incoming } from './read-incoming.ts'
import type { WeChatNote } from './read-meaning.ts'
import { type Desk, keyOf, takeIncoming, turnOf } from './take-incoming.ts'

/** How long WeChat is kept waiting, in milliseconds: it hangs up after five seconds and sends the message again. */
export type Pace = {
  /** After so long the last request is answered, whether the answer is there or not. */
  answerMs: number
  /** How far apart the requests are. */
  repeatMs: number
  /** An earlier request is held at most so long, where nobody hangs up. */
  holdMs: number
  /** How long what was answered is kept at hand. */
  keepMs: number
}

export const wechatPace: Pace = { answerMs: 4_500, repeatMs: 5_000, holdMs: 9_000, keepMs: 120_000 }

/** Messages that are worked on at a time: the others wait, so that the first are answered in time. */
const turnsAtOnce = 8
/** WeChat sends a message three times in all. */
const mostRequests = 3

/** The work on a message; `text` is anew where it failed before. */
type Job = { requests: number; text: Promise<string | undefined> | undefined; isPushed: boolean }

/** One request for an answer: `sentAt` is WeChat's own clock, in seconds; `gone` is aborted when it hangs up. */
export type Request = { incoming: Incoming; sentAt: number; gone: AbortSignal }

/** Sends a text to somebody who no longer waits for it; resolves to whether that is done. Absent where it can't be. */
export type Push = ((person: string, text: string) => Promise<boolean>) | undefined

/** What a request is answered with, nothing where `text` is undefined; or WeChat is to send the message again. */
export type Answered = { text: string | undefined } | 'again'

/**
 * Answers each message once, however often it comes: every request waits for the same work, and only the last says that it
 * takes longer. One person's messages are handled one after the other.
 */
export function answerOnce(desk: Desk, pace: Pace, push: Push) {
  const jobs = new Map<string, Job>()
  const queue = inOrder()
  const inTurn = atMost(turnsAtOnce)

  function jobOf(incoming: Incoming): Job {
    const id = turnOf(incoming)
    const known = jobs.get(id)
    if (known) return known
    const job: Job = { requests: 0, text: undefined, isPushed: false }
    jobs.set(id, job)
    setTimeout(() => jobs.delete(id), pace.keepMs).unref()
    return job
  }

  function textOf(job: Job, incoming: Incoming): Promise<string | undefined> {
    job.text ??= queue(keyOf(incoming).chat, () => inTurn(() => takeIncoming(desk, incoming)))
    // What failed is tried anew by the next request.
    job.text.catch(() => (job.text = undefined))
    return job.text
  }

  return async ({ incoming, sentAt, gone }: Request): Promise<Answered> => {
    const begun = Date.now()
    const job = jobOf(incoming)
    job.requests += 1
    const text = textOf(job, incoming)
    const repeats = Math.floor(((sentAt - incoming.at) * 1000) / pace.repeatMs)
    const isLast = Math.max(job.requests, repeats + 1) >= mostRequests
    const limit = AbortSignal.any([gone, AbortSignal.timeout(isLast ? pace.answerMs : pace.holdMs)])
    try {
      const outcome = await Promise.race([
        text.then((said) => ({ text: said })),
        wait(pace.holdMs * 2, undefined, { signal: limit, ref: false }).catch(() => undefined),
      ])
      return outcome ?? (isLast ? { text: sayLate(incoming, job, text) } : 'again')
    } catch (error) {
      const isAway = isOutage(error)
      if (!isAway) desk.log().error({ err: error }, 'wechat message failed')
      if (!isAway || isLast) return { text: isAway ? texts.away : texts.failed }
      await wait(Math.max(0, begun + pace.holdMs - Date.now()), undefined, { signal: gone, ref: false }).catch(
        () => undefined,
      )
      return 'again'
    }
  }

  /** Says that it takes longer, keeps what is asked for the time when the person comes for it, and sends it where that works. */
  function sayLate(incoming: Incoming, job: Job, text: Promise<string | undefined>): string {
    // Without waiting: whatever is slow may be slow at this too.
    void keepAwaited(desk, incoming).catch((error: unknown) => desk.log().warn({ err: error }, 'wechat task failed'))
    const link = menuLink(texts.again, menuIdOf(turnOf(incoming), false, ofTurn))
    if (!push) return texts.late(link)
    if (!job.isPushed)
      void text.then((said) => said !== undefined && push(incoming.person, said)).catch(() => undefined)
    job.isPushed = true
    return texts.lateAndPushed(link)
  }
}

/** Keeps what is asked until it is answered. */
async function keepAwaited({ db }: Desk, incoming: Incoming): Promise<void> {
  const { said } = incoming
  if (said.kind !== 'words' && said.kind !== 'voice') return
  const turn = turnOf(incoming)
  const { note } = await findChat<WeChatNote>(db, keyOf(incoming))
  if (note.turns?.includes(turn)) return
  await keepNote<WeChatNote>(db, keyOf(incoming), { ...note, awaits: { turn, text: said.text } })
}
