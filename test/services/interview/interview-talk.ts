import { expect } from 'vitest'
import type { FactKey } from '../../../services/eligibility/document-facts.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import type { Reply } from '../../../services/reply.ts'
import type { Said } from '../../support/real-app.ts'
import { waysToSay } from './interview-words.ts'

type Say = (message: string, conversation?: string) => Promise<Said>

/** A conversation as one person holds it, who sees the replies to the last message. */
export type Talk = {
  said: string[]
  conversation: string
  replies: Reply[]
  /** The last of them: what the assistant waits for. */
  reply: Reply
  say(message: string): Promise<Reply>
}

/** Begins a conversation, or goes on with one. */
export async function talk(send: Say, first: string, conversation?: string): Promise<Talk> {
  const one: Talk = {
    said: [],
    ...heard(await send(first, conversation)),
    async say(message) {
      one.said.push(message)
      Object.assign(one, heard(await send(message, one.conversation)))
      return one.reply
    },
  }
  return one
}

/** One conversation of several messages, as it stands after the last. */
export async function talkThrough(send: Say, first: string, ...more: string[]): Promise<Talk> {
  const one = await talk(send, first)
  for (const message of more) await one.say(message)
  return one
}

const heard = ({ conversation, replies }: Said) => ({ conversation, replies, reply: replies.at(-1)! })

/** Answers until nothing is asked any more, in the words that buttons and fields send unless `pick` chooses others. */
export async function answerAll(
  one: Talk,
  answers: Answers,
  pick: (ways: string[]) => string = ([way]) => way!,
  onQuestion: (key: FactKey) => Promise<void> = async () => undefined,
): Promise<void> {
  for (let questions = 0; one.reply.kind === 'question'; questions += 1) {
    expect(questions).toBeLessThan(20)
    const key = one.reply.asks!.key
    await onQuestion(key)
    await one.say(pick(waysToSay(key, answers[key])))
    await settleDoubt(one)
  }
}

/** Says that both are right where two answers don't fit together. */
export async function settleDoubt(one: Talk): Promise<void> {
  if (one.reply.kind === 'clarify') await one.say('两项都没错')
}

export const sends = ({ actions }: Reply): string[] => actions.map(({ send }) => send)
