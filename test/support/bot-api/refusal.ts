/** What a Bot API server answers a call that it does not take. */
export class Refusal extends Error {
  readonly code: number
  readonly retryAfter: number | undefined

  constructor(code: number, description: string, retryAfter?: number) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`)
