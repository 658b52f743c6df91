/** A question of a programme's interview, as `GET /api/programmes` describes it. */
export type Question = { key: string; prompt: string; type: string; unit?: string }
type Programme = { id: string; questions: Question[] }

let known: Promise<Programme[]> | undefined

async function load(): Promise<Programme[]> {
  const response = await fetch('/api/programmes')
  if (!response.ok) throw new Error(`programmes: ${response.status}`)
  return response.json()
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
