type Fault = { detail?: string; errors?: { message: string }[] }

/** Sends JSON to the console's API. Rejects with words for people where it is refused. */
export async function sendJson<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('没有连上服务器，请检查网络后再试。')
  })
  if (response.status === 401) location.assign('/staff/login')
  if (response.status === 204) return undefined as Answer
  const answer = (await response.json().catch(() => ({}))) as Answer & Fault
  if (response.ok) return answer
  throw new Error(answer.errors?.map(({ message }) => message).join('；') || answer.detail || '没有成功，请再试一次。')
}
