import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What a crowd went through: whose messages were answered how often, and how requests ended. */
export type Went = {
  /** Messages that were answered, by conversation. */
  answered: Map<string, number>
  /** How often a request ended so: by status, or by what broke. */
  endings: Map<string, number>
  /** Milliseconds from a message to its answer, over all its attempts. */
  took: number[]
}

const questions = [
  '2025年运营中心要多少件有效发明专利',
  '要交什么材料',
  '什么时候截止',
  '给多少经费',
  '联系谁',
  '附近有地铁站吗',
]
const attemptMs = 30_000
const restMs = 300

/** Lets people talk until told to stop; each sends a message again, by the same key, until it is answered. */
export async function letTalk(people: number, addresses: () => string[], stop: AbortSignal): Promise<Went> {
  const went: Went = { answered: new Map(), endings: new Map(), took: [] }
  const count = (ending: string) => went.endings.set(ending, (went.endings.get(ending) ?? 0) + 1)

  /** One request to whichever process; undefined where it was not answered. */
  async function attempt(body: string, key: string): Promise<string | undefined> {
    const all = addresses()
    try {
      const response = await fetch(`${all[Math.floor(Math.random() * all.length)]}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body,
        signal: AbortSignal.timeout(attemptMs),
      })
      const said = (await response.json()) as { conversation: string }
      const isAnnounced = response.status !== 503 || Number(response.headers.get('retry-after')) > 0
      count(isAnnounced ? String(response.status) : '503 without Retry-After')
      return response.ok ? said.conversation : undefined
    } catch (error) {
      const { cause, name } = error as Error & { cause?: { code?: string } }
      count(cause?.code ?? name)
      return undefined
    }
  }

  async function talk(person: number): Promise<void> {
    let conversation: string | undefined
    for (let at = person; !stop.aborted; at += 1) {
      const body = JSON.stringify({ conversation, message: questions[at % questions.length] })
      const key = randomUUID()
      const started = performance.now()
      let said = await attempt(body, key)
      while (said === undefined) {
        await pause(restMs)
        said = await attempt(body, key)
      }
      went.took.push(performance.now() - started)
      went.answered.set(said, (went.answered.get(said) ?? 0) + 1)
      // Now and then somebody new.
      conversation = at % 20 === 19 ? undefined : said
    }
  }

  await Promise.all(Array.from({ length: people }, (_, person) => talk(person)))
  return went
}
