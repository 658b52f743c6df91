type Fault = { detail?: string; errors?: { message: string }[]; stored?: unknown; submitted?: unknown }

/** A save that came after somebody else's: what is stored now, and what was sent. */
export class Late<Stored, Submitted = Stored> extends Error {
  readonly stored: Stored
  readonly submitted: Submitted

  constructor(words: string, stored: Stored, submitted: Submitted) {
    super(words)
    this.stored = stored
    this.submitted = submitted
  }
}

/** The session is over: nothing was saved. */
export class SignedOut extends Error {}

/** Sends JSON, or a form with a file, to the console's API. Rejects with words for people where it is refused, with a `Late` where somebody else was first. Whoever is signed out stays where they are, with what they have typed. */
export async function sendJson<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body instanceof FormData && { body }),
    ...(body !== undefined &&
      !(body instanceof FormData) && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }).catch(() => {
    throw new Error('没有连上服务器，请检查网络后再试。')
  })
  if (response.status === 401) throw new SignedOut('登录已过期，没有保存。您写的还在这里：重新登录后再点一次。')
  if (response.status === 204) return undefined as Answer
  const answer = (await response.json().catch(() => ({}))) as Answer & Fault
  if (response.ok) return answer
  if (response.status === 409) throw new Late(answer.detail ?? '', answer.stored, answer.submitted)
  throw new Error(answer.errors?.map(({ message }) => message).join('；') || answer.detail || '没有成功，请再试一次。')
}
