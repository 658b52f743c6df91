/** A unit as `GET /api/units/suggest` gives it. */
export type SuggestedUnit = { unit: string; short?: string[]; rows: number }

/** Suggestions asked for at a time: some are offered, all filter the lists. */
const asked = 50

let underWay: AbortController | undefined

/** The units that a text may mean, best first; undefined where another text was typed meanwhile, or nobody answers. */
export async function suggest(text: string): Promise<SuggestedUnit[] | undefined> {
  underWay?.abort()
  const own = new AbortController()
  underWay = own
  try {
    const response = await fetch(`/api/units/suggest?limit=${asked}&q=${encodeURIComponent(text)}`, {
      signal: own.signal,
    })
    if (!response.ok) return undefined
    return ((await response.json()) as { units: SuggestedUnit[] }).units
  } catch {
    return undefined
  }
}
