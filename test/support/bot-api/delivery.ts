import type { Update } from 'grammy/types'
import { Refusal } from './refusal.ts'

type Hook = { url: string; secret?: string }
type Waiting = { wake(updates: Update[]): void; refuse(refusal: Refusal): void }

const retryMs = 50

/**
 * How updates reach a bot: held until it asks for them, acknowledged by the offset it asks with, or posted to its webhook
 * until that says 200, those of one chat one after the other.
 */
export class Delivery {
  /** How often each update is delivered, as a network that loses acknowledgements does. */
  repeats = 1
  hook: Hook | undefined
  /** Status codes of the webhook's answers, in order. */
  readonly hookAnswers: number[] = []
  private pending: { update: Update; left: number }[] = []
  private waiting: Waiting | undefined
  private readonly lines = new Map<string, Promise<void>>()
  private isClosed = false

  push(update: Update): void {
    if (this.hook) return this.post(update)
    this.pending.push({ update, left: this.repeats })
    this.waiting?.wake(this.batch())
    this.waiting = undefined
  }

  async getUpdates({ offset, timeout = 0 }: { offset?: number; timeout?: number }): Promise<Update[]> {
    if (this.hook) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
    this.waiting?.refuse(new Refusal(409, 'Conflict: terminated by other getUpdates request'))
    this.waiting = undefined
    if (offset !== undefined) this.acknowledge(offset)
    if (this.pending.length > 0 || timeout === 0) return this.batch()
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>()
    const mine: Waiting = { wake: resolve, refuse: reject }
    this.waiting = mine
    const timer = setTimeout(() => {
      if (this.waiting === mine) this.waiting = undefined
      resolve([])
    }, timeout * 1000)
    return promise.finally(() => clearTimeout(timer))
  }

  setWebhook(hook: Hook): true {
    this.hook = hook
    for (const { update } of this.pending.splice(0)) this.post(update)
    return true
  }

  close(): void {
    this.isClosed = true
    this.waiting?.wake([])
  }

  /** An update that is to come again stays, as if its acknowledgement had been lost. */
  private acknowledge(offset: number): void {
    for (const one of this.pending) if (one.update.update_id < offset) one.left -= 1
    this.pending = this.pending.filter(({ left }) => left > 0)
  }

  private batch(): Update[] {
    return this.pending.slice(0, 100).map(({ update }) => update)
  }

  private post(update: Update): void {
    const chat = String((update.message ?? update.callback_query?.message)?.chat.id)
    const before = this.lines.get(chat) ?? Promise.resolve()
    const deliveries = () => Promise.all(Array.from({ length: this.repeats }, () => this.postUntilTaken(update)))
    this.lines.set(
      chat,
      before.then(deliveries).then(() => undefined),
    )
  }

  private async postUntilTaken(update: Update): Promise<void> {
    while (!this.isClosed && this.hook) {
      const { url, secret } = this.hook
      const headers = {
        'content-type': 'application/json',
        ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
      }
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) }).catch(
        () => undefined,
      )
      await response?.arrayBuffer().catch(() => undefined)
      if (response) this.hookAnswers.push(response.status)
      if (response?.ok) return
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}
