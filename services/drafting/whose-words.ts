/** Length of the longest run of characters that two texts share. */
function longestShared(one: string, other: string): number {
  let longest = 0
  for (let at = 0; at < other.length; at++)
    while (at + longest < other.length && one.includes(other.slice(at, at + longest + 1))) longest++
  return longest
}

/** Fewest characters of a name that stand for it: 小剧场 for 小剧场惠民演出补贴. */
const fewest = 3

/** How plainly words speak of a programme, 0 for not at all. */
function spokenOf(words: string, name: string): number {
  const shared = longestShared(words, name)
  return shared >= Math.min(fewest, name.length) ? shared : 0
}

/** Whose words are: those of the programme named, of another one, or nobody's in particular. */
export function whoseWords(
  words: string,
  name: string | undefined,
  others: readonly string[],
): 'own' | 'others' | undefined {
  if (name !== undefined && words.includes(name)) return 'own'
  const own = name === undefined ? 0 : spokenOf(words, name)
  const other = Math.max(0, ...others.map((one) => spokenOf(words, one)))
  if (other > own) return 'others'
  return own > 0 ? 'own' : undefined
}
