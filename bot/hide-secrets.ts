/** Shorter values are words like any other, and taking them out would spoil what is printed. */
const shortest = 4
const mark = '[secret]'

/** The ways in which a secret may be written in an error: as it is, in an address, in JSON, in a basic authorization. */
const waysOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64'),
]

/** Takes secrets out of a text, by their values. @param secrets See `secretsIn`. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const ways = new Set(secrets.filter(({ length }) => length >= shortest).flatMap(waysOf))
  if (ways.size === 0) return text
  // The longest first: one may hold another.
  const any = [...ways].toSorted((a, b) => b.length - a.length).map((way) => RegExp.escape(way))
  return text.replace(new RegExp(any.join('|'), 'gu'), mark)
}
