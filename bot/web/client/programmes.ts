export type Wording = { prompt: string; help?: string; why?: string; unit?: string }

/** A question of a programme's interview, as `GET /api/programmes` describes it; `english` where it can be asked in English. */
export type Question = Wording & { key: string; type: string; english?: Wording }
type Programme = { id: string; questions: Question[] }

const patienceMs = 4000
let known: Promise<Programme[]> | undefined

async function load(): Promise<Programme[]> {
  const response = await fetch('/api/programmes', { signal: AbortSignal.timeout?.(patienceMs) })
  if (!response.ok) throw new Error(`programmes: ${response.status}`)
  return (await response.json()) as Programme[]
}

/** The question an interview waits for; nothing where it can't be looked up: typing the answer always works. */
export async function findQuestion(programme: string, key: string): Promise<Question | undefined> {
  known ??= load()
  try {
    return (await known).find(({ id }) => id === programme)?.questions.find((one) => one.key === key)
  } catch {
    known = undefined
    return undefined
  }
}
